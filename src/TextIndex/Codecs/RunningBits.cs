// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TextIndex.Codecs;

// packed := numbers of `bits` bits, one after another, least significant bit first; the last byte filled with zeros
/// <summary>Packs numbers one after another. The same bytes on every CPU.</summary>
internal static unsafe class RunningBits
{
    /// <summary>Bytes behind the packed ones that are written to as well.</summary>
    public const int Overwrite = 8;

    private const ulong Halves = 0x0000_0000_FFFF_FFFF, Quarters = 0x0000_FFFF_0000_FFFF, Eighths = 0x00FF_00FF_00FF_00FF;

    /// <summary>Packs numbers.</summary>
    /// <param name="numbers">None of more than <paramref name="bits"/> bits.</param>
    /// <param name="bits">0 to 32.</param>
    /// <param name="packed">Receives numbers × bits / 8 bytes, rounded up, and up to <see cref="Overwrite"/> more that mean nothing.</param>
    public static void Pack(ReadOnlySpan<int> numbers, int bits, byte* packed)
    {
        fixed (int* first = numbers)
        {
            var at = first;
            var end = first + numbers.Length;
            if (bits is > 0 and <= 8)
            {
                for (; end - at >= 8; at += 8, packed += bits) *(ulong*)packed = Close(NarrowEight(at), bits);
            }
            else if (bits is > 8 and <= 16)
            {
                // Eight numbers are `bits` bytes, four may end in the middle of one.
                var (half, rest) = (bits >> 1, 4 * (bits & 1));
                for (; end - at >= 8; at += 8, packed += bits)
                {
                    var narrow = Narrow(at);
                    var (low, high) = (CloseFour(narrow.GetElement(0), bits), CloseFour(narrow.GetElement(1), bits));
                    *(ulong*)packed = low;
                    *(ulong*)(packed + half) = rest == 0 ? high : high << rest | low >> (8 * half);
                }
            }
            PackEach(at, end, bits, packed);
        }
    }

    private static void PackEach(int* at, int* end, int bits, byte* packed)
    {
        var (word, filled) = (0ul, 0);
        for (; at < end; at++)
        {
            var number = (ulong)(uint)*at;
            word |= number << filled;
            filled += bits;
            if (filled < 64) continue;
            *(ulong*)packed = word;
            packed += 8;
            filled -= 64;
            word = filled == 0 ? 0 : number >> (bits - filled);
        }
        for (; filled > 0; filled -= 8, word >>= 8) *packed++ = (byte)word;
    }

    // Eight numbers of a byte each, moved together: pairs, pairs of pairs, halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Close(ulong numbers, int bits)
    {
        var pairs = numbers & Eighths | (numbers & ~Eighths) >> (8 - bits);
        var fours = pairs & Quarters | (pairs & ~Quarters) >> (16 - 2 * bits);
        return fours & Halves | fours >> 32 << (4 * bits);
    }

    // Four numbers of two bytes each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong CloseFour(ulong numbers, int bits)
    {
        var pairs = numbers & Quarters | (numbers & ~Quarters) >> (16 - bits);
        return pairs & Halves | pairs >> 32 << (2 * bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Narrow(int* at) => Vector128.Narrow(Vector128.Load((uint*)at), Vector128.Load((uint*)at + 4)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NarrowEight(int* at)
    {
        var narrow = Narrow(at).AsUInt16();
        return Vector128.Narrow(narrow, narrow).AsUInt64().GetElement(0);
    }
}
