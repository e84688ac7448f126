// SPDX-License-Identifier: MIT
// After Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Codecs;

// packed := row[8]      row := 16 numbers of `bits` bits, one after another, least significant bit first: 2 * bits bytes
// In running order number i of a block stands in row i / 16, lane i % 16. In sum order it stands in row i % 8, lane i / 8: rows are then added to each other
// and one sum over 16 lanes is left, where a plain order needs one for each row.
/// <summary>Unpacks blocks of 128 numbers, which <see cref="RunningBits"/> packs row after row. Results are the same on every CPU; only the way there differs.</summary>
internal static unsafe class BlockPacking
{
    /// <summary>Numbers in a block.</summary>
    public const int Size = 128;

    /// <summary>Widest numbers: 128 of them add up to less than 2^31, so that a sum of hostile numbers cannot wrap around.</summary>
    public const int MostBits = 24;

    /// <summary>Bytes behind a packed block that a vector may load and that must be there to be read.</summary>
    public const int Overread = 64;

    private const int Rows = 8, Lanes = 16;

    // For each width: which bytes make a lane of a row (for one vector of 64 bytes, and for two halves of 8 lanes), and how far it is shifted.
    private static readonly byte* Bytes512 = Allocate((MostBits + 1) * 64);
    private static readonly byte* Bytes256 = Allocate((MostBits + 1) * 64);
    private static readonly uint* Shifts = (uint*)Allocate((MostBits + 1) * 64);

    static BlockPacking()
    {
        for (var bits = 0; bits <= MostBits; bits++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                Shifts[bits * Lanes + lane] = (uint)(lane * bits & 7);
                var quarter = lane / 4 * 4 * bits >> 3;
                for (var k = 0; k < 4; k++)
                {
                    Bytes512[bits * 64 + 4 * lane + k] = (byte)((lane * bits >> 3) + k);
                    Bytes256[bits * 64 + 4 * lane + k] = (byte)((lane * bits >> 3) - quarter + k);
                }
            }
        }
    }

    /// <summary>Place of number <paramref name="i"/> in sum order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int i) => (i & 7) * Lanes + (i >> 3);

    /// <summary>Which number stands at a place in sum order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Ordinal(int slot) => (slot & 15) * Rows + (slot >> 4);

    /// <summary>Bits that the widest of some numbers needs.</summary>
    public static int BitsFor(ReadOnlySpan<int> numbers)
    {
        var (all, i) = (0u, 0);
        if (numbers.Length >= Vector256<int>.Count)
        {
            var lanes = Vector256<int>.Zero;
            for (; i <= numbers.Length - Vector256<int>.Count; i += Vector256<int>.Count) lanes |= Vector256.Create(numbers.Slice(i, Vector256<int>.Count));
            for (var lane = 0; lane < Vector256<int>.Count; lane++) all |= (uint)lanes[lane];
        }
        for (; i < numbers.Length; i++) all |= (uint)numbers[i];
        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes that some packed numbers take.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BytesFor(int count, int bits) => (count * bits + 7) >> 3;

    /// <summary>Unpacks a block, each number increased by <paramref name="add"/>, in the order in which it is laid out.</summary>
    /// <param name="packed"><see cref="BytesFor"/> bytes, and <see cref="Overread"/> readable ones behind.</param>
    /// <param name="bits">0 to <see cref="MostBits"/>; the caller has looked.</param>
    /// <param name="add">Added to each.</param>
    /// <param name="count">How many numbers it holds. What stands behind them, up to the next multiple of 16, is overwritten with anything.</param>
    /// <param name="numbers">Receives the numbers.</param>
    public static void Unpack(byte* packed, int bits, int add, int count, int* numbers)
    {
        var rows = (count + Lanes - 1) / Lanes;
        if (Avx512Vbmi.IsSupported)
        {
            var select = Vector512.Load(Bytes512 + bits * 64);
            var shift = Vector512.Load(Shifts + bits * Lanes);
            var mask = Vector512.Create((1 << bits) - 1);
            var plus = Vector512.Create(add);
            for (var row = 0; row < rows; row++) (Row512(packed + row * 2 * bits, select, shift, mask) + plus).Store(numbers + row * Lanes);
        }
        else if (Avx2.IsSupported)
        {
            var mask = Vector256.Create((1 << bits) - 1);
            var plus = Vector256.Create(add);
            for (var half = 0; half < 2; half++)
            {
                var select = Vector256.Load(Bytes256 + bits * 64 + half * 32);
                var shift = Vector256.Load(Shifts + bits * Lanes + half * 8);
                for (var row = 0; row < rows; row++) (Row256(packed + row * 2 * bits, bits, half, select, shift, mask) + plus).Store(numbers + row * Lanes + half * 8);
            }
        }
        else
        {
            UnpackScalar(packed, bits, add, count, numbers);
        }
    }

    /// <summary>Unpacks some numbers in running order into running sums: <paramref name="before"/> + all numbers up to each.</summary>
    /// <param name="packed"><see cref="BytesFor"/> bytes, and <see cref="Overread"/> readable ones behind.</param>
    /// <param name="bits">0 to <see cref="MostBits"/>; the caller has looked.</param>
    /// <param name="before">What the first sum begins with.</param>
    /// <param name="count">How many, up to 128. What stands behind them, up to the next multiple of 16, is overwritten with anything.</param>
    /// <param name="sums">Receives the sums.</param>
    public static void UnpackRunningSums(byte* packed, int bits, int before, int count, int* sums)
    {
        if (Avx512Vbmi.IsSupported)
        {
            var select = Vector512.Load(Bytes512 + bits * 64);
            var shift = Vector512.Load(Shifts + bits * Lanes);
            var mask = Vector512.Create((1 << bits) - 1);
            var (last, so) = (Vector512.Create(Lanes - 1), Vector512.Create(before));
            for (var at = 0; at < count; at += Lanes)
            {
                var row = SumLanes(Row512(packed + (at * bits >> 3), select, shift, mask)) + so;
                row.Store(sums + at);
                so = Avx512F.PermuteVar16x32(row, last);
            }
            return;
        }
        Unpack(packed, bits, 0, count, sums);
        SumRunning(before, count, sums);
    }

    /// <summary>Unpacks a block in sum order into running sums: <paramref name="before"/> + all numbers up to each, each number increased by <paramref name="add"/>.</summary>
    public static void UnpackSums(byte* packed, int bits, int add, int before, int* sums)
    {
        if (Avx512Vbmi.IsSupported)
        {
            var select = Vector512.Load(Bytes512 + bits * 64);
            var shift = Vector512.Load(Shifts + bits * Lanes);
            var mask = Vector512.Create((1 << bits) - 1);
            var plus = Vector512.Create(add);
            var stride = 2 * bits;
            var r0 = Row512(packed, select, shift, mask) + plus;
            var r1 = r0 + Row512(packed + stride, select, shift, mask) + plus;
            var r2 = r1 + Row512(packed + 2 * stride, select, shift, mask) + plus;
            var r3 = r2 + Row512(packed + 3 * stride, select, shift, mask) + plus;
            var r4 = r3 + Row512(packed + 4 * stride, select, shift, mask) + plus;
            var r5 = r4 + Row512(packed + 5 * stride, select, shift, mask) + plus;
            var r6 = r5 + Row512(packed + 6 * stride, select, shift, mask) + plus;
            var r7 = r6 + Row512(packed + 7 * stride, select, shift, mask) + plus;
            var lanesBefore = SumLanes(r7) - r7 + Vector512.Create(before);
            (r0 + lanesBefore).Store(sums);
            (r1 + lanesBefore).Store(sums + 16);
            (r2 + lanesBefore).Store(sums + 32);
            (r3 + lanesBefore).Store(sums + 48);
            (r4 + lanesBefore).Store(sums + 64);
            (r5 + lanesBefore).Store(sums + 80);
            (r6 + lanesBefore).Store(sums + 96);
            (r7 + lanesBefore).Store(sums + 112);
            return;
        }
        Unpack(packed, bits, add, Size, sums);
        SumRows(before, sums);
    }

    /// <summary>Takes one number out of a packed block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(byte* packed, int bits, int place)
    {
        var bit = place * bits;
        return (int)(*(uint*)(packed + (bit >> 3)) >> (bit & 7)) & ((1 << bits) - 1);
    }

    /// <summary>The plain twin of <see cref="Unpack"/>.</summary>
    internal static void UnpackScalar(byte* packed, int bits, int add, int count, int* numbers)
    {
        for (var i = 0; i < count; i++) numbers[i] = At(packed, bits, i) + add;
    }

    /// <summary>The plain twin of <see cref="UnpackSums"/>, on numbers that are unpacked.</summary>
    internal static void SumRows(int before, int* sums)
    {
        for (var i = 0; i < Size; i++)
        {
            before += sums[Slot(i)];
            sums[Slot(i)] = before;
        }
    }

    /// <summary>The plain twin of <see cref="UnpackRunningSums"/>, on numbers that are unpacked.</summary>
    internal static void SumRunning(int before, int count, int* sums)
    {
        for (var i = 0; i < count; i++) sums[i] = before += sums[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> SumLanes(Vector512<int> lanes)
    {
        lanes += Avx512F.AlignRight32(lanes, Vector512<int>.Zero, 15);
        lanes += Avx512F.AlignRight32(lanes, Vector512<int>.Zero, 14);
        lanes += Avx512F.AlignRight32(lanes, Vector512<int>.Zero, 12);
        return lanes + Avx512F.AlignRight32(lanes, Vector512<int>.Zero, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Row512(byte* row, Vector512<byte> select, Vector512<uint> shift, Vector512<int> mask) =>
        Avx512F.ShiftRightLogicalVariable(Avx512Vbmi.PermuteVar64x8(Vector512.Load(row), select).AsUInt32(), shift).AsInt32() & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Row256(byte* row, int bits, int half, Vector256<byte> select, Vector256<uint> shift, Vector256<int> mask)
    {
        var bytes = Vector256.Create(Vector128.Load(row + (half * 8 * bits >> 3)), Vector128.Load(row + ((half * 8 + 4) * bits >> 3)));
        return Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(bytes, select).AsUInt32(), shift).AsInt32() & mask;
    }

    // For the life of the process, at an address that a vector can be loaded from.
    private static byte* Allocate(int bytes) => (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
}
