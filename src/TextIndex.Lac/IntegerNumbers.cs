// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Lac;

/// <summary>Weights and inputs in 16-bit integers, products in 32-bit ones.</summary>
/// <remarks>
/// Integers because their sums are exact: whatever the order, the vector width and the machine, the products are the same to the last bit, and so are
/// the labels. One instruction multiplies two neighbouring pairs and adds them, so it is faster than floats as well. No sum leaves 32 bits: the
/// builder scales every column so that it cannot (see <see cref="LacWeights"/>).
/// </remarks>
internal readonly unsafe partial struct IntegerNumbers : INumbers<short>
{
    private const int Block = LacWeights.Outputs;
    private const float ToNearest = 12582912f;                    // 1.5 * 2^23: adding it leaves the nearest whole number in the low bits

    /// <summary>The name of the way that this machine takes.</summary>
    public static string Kernel => Avx512BW.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : Vector128.IsHardwareAccelerated ? "128 bits" : "scalar";

    public static void Multiply(short* inputs, int rows, short* matrix, int depth, int columns, int* products)
    {
        if (Avx512BW.IsSupported) MultiplyBy512(inputs, rows, matrix, depth, columns, products);
        else if (Avx2.IsSupported) MultiplyBy256(inputs, rows, matrix, depth, columns, products);
        else if (Vector128.IsHardwareAccelerated) MultiplyBy128(inputs, rows, matrix, depth, columns, products);
        else MultiplyOneByOne(inputs, rows, matrix, depth, columns, products);
    }

    /// <summary>The plain way, which the others are tested against.</summary>
    public static void MultiplyOneByOne(short* inputs, int rows, short* matrix, int depth, int columns, int* products)
    {
        for (var column = 0; column < columns; column++)
        {
            var weights = matrix + (long)(column - column % Block) * depth + 2 * (column % Block);
            for (var row = 0; row < rows; row++)
            {
                var sum = 0;
                for (var k = 0; k < depth; k += 2)
                    sum += inputs[row * depth + k] * weights[(long)k * Block] + inputs[row * depth + k + 1] * weights[(long)k * Block + 1];
                products[row * columns + column] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Read(int* products) => Vector.ConvertToSingle(Vector.Load(products));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector<float> first, Vector<float> second, short* inputs) => Vector.Store(Vector.Narrow(Round(first), Round(second)), inputs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Round(Vector<float> values) =>
        Vector.AsVectorInt32(values * new Vector<float>(LacWeights.One) + new Vector<float>(ToNearest)) - new Vector<int>(0x4B400000);
}
