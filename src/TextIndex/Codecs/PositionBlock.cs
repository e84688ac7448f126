// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Codecs;

// block := bits:u8 packed        numbers one after another, least significant bit first, the last byte filled with zeros
/// <summary>Packs the positions of up to 128 documents.</summary>
internal static unsafe class PositionBlock
{
    /// <summary>Widest numbers: one shifted by up to seven bits fits in eight bytes.</summary>
    public const int MostBits = 31;

    /// <summary>Adds a block.</summary>
    public static void Write(GrowingBytes bytes, ReadOnlySpan<int> numbers)
    {
        var bits = BlockPacking.BitsFor(numbers);
        var count = BytesFor(numbers.Length, bits);
        var block = bytes.Add(count);
        *block = (byte)bits;
        RunningBits.Pack(numbers, bits, block + 1);
    }

    /// <summary>Bytes of a block.</summary>
    public static long BytesFor(long numbers, int bits) => 1 + (numbers * bits + 7) / 8;

    /// <summary>A number of a block whose extent has been looked at; reads up to eight bytes from its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(byte* packed, long bit, ulong mask) => (int)(*(ulong*)(packed + (bit >> 3)) >> (int)(bit & 7) & mask);
}
