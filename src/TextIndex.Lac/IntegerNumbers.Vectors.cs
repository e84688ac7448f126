// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Lac;

internal readonly unsafe partial struct IntegerNumbers
{
    /// <summary>Four rows and 64 columns at a time: sixteen sums stay in registers, and a weight is loaded once for four rows.</summary>
    [SkipLocalsInit]
    public static void MultiplyBy512(short* inputs, int rows, short* matrix, int depth, int columns, int* products)
    {
        for (var block = 0; block < columns; block += Block)
        {
            var weights = matrix + (long)block * depth;
            var row = 0;
            for (; row + 4 <= rows; row += 4) FourRowsBy512(inputs + row * depth, weights, depth, products + row * columns + block, columns);
            for (; row < rows; row++) OneRowBy512(inputs + row * depth, weights, depth, products + row * columns + block);
        }
    }

    private static void FourRowsBy512(short* inputs, short* weights, int depth, int* products, int columns)
    {
        var pairs = (int*)inputs;
        var next = depth / 2;
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<int> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        for (var p = 0; p < next; p++, weights += 2 * Block)
        {
            var w0 = Vector512.Load(weights);
            var w1 = Vector512.Load(weights + 32);
            var w2 = Vector512.Load(weights + 64);
            var w3 = Vector512.Load(weights + 96);
            var x = Vector512.Create(pairs[p]).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(x, w0);
            a1 += Avx512BW.MultiplyAddAdjacent(x, w1);
            a2 += Avx512BW.MultiplyAddAdjacent(x, w2);
            a3 += Avx512BW.MultiplyAddAdjacent(x, w3);
            x = Vector512.Create(pairs[p + next]).AsInt16();
            b0 += Avx512BW.MultiplyAddAdjacent(x, w0);
            b1 += Avx512BW.MultiplyAddAdjacent(x, w1);
            b2 += Avx512BW.MultiplyAddAdjacent(x, w2);
            b3 += Avx512BW.MultiplyAddAdjacent(x, w3);
            x = Vector512.Create(pairs[p + 2 * next]).AsInt16();
            c0 += Avx512BW.MultiplyAddAdjacent(x, w0);
            c1 += Avx512BW.MultiplyAddAdjacent(x, w1);
            c2 += Avx512BW.MultiplyAddAdjacent(x, w2);
            c3 += Avx512BW.MultiplyAddAdjacent(x, w3);
            x = Vector512.Create(pairs[p + 3 * next]).AsInt16();
            d0 += Avx512BW.MultiplyAddAdjacent(x, w0);
            d1 += Avx512BW.MultiplyAddAdjacent(x, w1);
            d2 += Avx512BW.MultiplyAddAdjacent(x, w2);
            d3 += Avx512BW.MultiplyAddAdjacent(x, w3);
        }
        Store(products, a0, a1, a2, a3);
        Store(products + columns, b0, b1, b2, b3);
        Store(products + 2 * columns, c0, c1, c2, c3);
        Store(products + 3 * columns, d0, d1, d2, d3);
    }

    private static void OneRowBy512(short* inputs, short* weights, int depth, int* products)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default;
        for (var p = 0; p < depth / 2; p++, weights += 2 * Block)
        {
            var x = Vector512.Create(((int*)inputs)[p]).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(x, Vector512.Load(weights));
            a1 += Avx512BW.MultiplyAddAdjacent(x, Vector512.Load(weights + 32));
            a2 += Avx512BW.MultiplyAddAdjacent(x, Vector512.Load(weights + 64));
            a3 += Avx512BW.MultiplyAddAdjacent(x, Vector512.Load(weights + 96));
        }
        Store(products, a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* products, Vector512<int> v0, Vector512<int> v1, Vector512<int> v2, Vector512<int> v3)
    {
        v0.Store(products);
        v1.Store(products + 16);
        v2.Store(products + 32);
        v3.Store(products + 48);
    }

    /// <summary>Four rows and 16 columns at a time; sixteen registers hold no more.</summary>
    [SkipLocalsInit]
    public static void MultiplyBy256(short* inputs, int rows, short* matrix, int depth, int columns, int* products)
    {
        for (var column = 0; column < columns; column += 16)
        {
            var weights = matrix + (long)(column & ~(Block - 1)) * depth + 2 * (column & (Block - 1));
            var row = 0;
            for (; row + 4 <= rows; row += 4) FourRowsBy256(inputs + row * depth, weights, depth, products + row * columns + column, columns);
            for (; row < rows; row++) OneRowBy256(inputs + row * depth, weights, depth, products + row * columns + column);
        }
    }

    private static void FourRowsBy256(short* inputs, short* weights, int depth, int* products, int columns)
    {
        var pairs = (int*)inputs;
        var next = depth / 2;
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var p = 0; p < next; p++, weights += 2 * Block)
        {
            var w0 = Vector256.Load(weights);
            var w1 = Vector256.Load(weights + 16);
            var x = Vector256.Create(pairs[p]).AsInt16();
            a0 += Avx2.MultiplyAddAdjacent(x, w0);
            a1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Vector256.Create(pairs[p + next]).AsInt16();
            b0 += Avx2.MultiplyAddAdjacent(x, w0);
            b1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Vector256.Create(pairs[p + 2 * next]).AsInt16();
            c0 += Avx2.MultiplyAddAdjacent(x, w0);
            c1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Vector256.Create(pairs[p + 3 * next]).AsInt16();
            d0 += Avx2.MultiplyAddAdjacent(x, w0);
            d1 += Avx2.MultiplyAddAdjacent(x, w1);
        }
        Store(products, a0, a1);
        Store(products + columns, b0, b1);
        Store(products + 2 * columns, c0, c1);
        Store(products + 3 * columns, d0, d1);
    }

    private static void OneRowBy256(short* inputs, short* weights, int depth, int* products)
    {
        Vector256<int> a0 = default, a1 = default;
        for (var p = 0; p < depth / 2; p++, weights += 2 * Block)
        {
            var x = Vector256.Create(((int*)inputs)[p]).AsInt16();
            a0 += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights));
            a1 += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + 16));
        }
        Store(products, a0, a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* products, Vector256<int> v0, Vector256<int> v1)
    {
        v0.Store(products);
        v1.Store(products + 8);
    }

    /// <summary>Two rows and eight columns at a time, on any machine with vectors of 128 bits.</summary>
    public static void MultiplyBy128(short* inputs, int rows, short* matrix, int depth, int columns, int* products)
    {
        for (var column = 0; column < columns; column += 8)
        {
            var weights = matrix + (long)(column & ~(Block - 1)) * depth + 2 * (column & (Block - 1));
            for (var row = 0; row < rows; row += 2)
            {
                // An odd last row is counted twice; the second time writes the same numbers.
                var first = (int*)(inputs + row * depth);
                var second = row + 1 < rows ? first + depth / 2 : first;
                Vector128<int> a0 = default, a1 = default, b0 = default, b1 = default;
                var w = weights;
                for (var p = 0; p < depth / 2; p++, w += 2 * Block)
                {
                    var w0 = Vector128.Load(w);
                    var w1 = Vector128.Load(w + 8);
                    a0 += MultiplyPairs(w0, first[p]);
                    a1 += MultiplyPairs(w1, first[p]);
                    b0 += MultiplyPairs(w0, second[p]);
                    b1 += MultiplyPairs(w1, second[p]);
                }
                var to = products + row * columns + column;
                a0.Store(to);
                a1.Store(to + 4);
                if (row + 1 == rows) continue;
                b0.Store(to + columns);
                b1.Store(to + columns + 4);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> MultiplyPairs(Vector128<short> weights, int pair)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(Vector128.Create(pair).AsInt16(), weights);
        var both = weights.AsInt32();
        return (both << 16 >> 16) * Vector128.Create((int)(short)pair) + (both >> 16) * Vector128.Create(pair >> 16);
    }
}
