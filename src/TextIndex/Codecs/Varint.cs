// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TextIndex.Codecs;

/// <summary>Reads numbers of variable length that this process has written itself; <see cref="VarintReader"/> reads those of a file.</summary>
internal static unsafe class Varint
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref byte* at)
    {
        var first = *at++;
        return first < 0x80 ? first : ReadLong(ref at, first & 0x7Fu);
    }

    /// <summary>Bytes that a number takes.</summary>
    public static int LengthOf(ulong value) => (70 - BitOperations.LeadingZeroCount(value | 1)) / 7;

    private static ulong ReadLong(ref byte* at, ulong value)
    {
        for (var shift = 7; ; shift += 7)
        {
            var next = *at++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
