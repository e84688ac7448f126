// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Codecs;

/// <summary>Asks for memory that will be read soon, so that its lines come at once and not one after another. Never fails, wherever an address leads.</summary>
internal static unsafe class Prefetching
{
    private const int Line = 64;

    /// <summary>Asks for the lines of a region.</summary>
    /// <param name="from">Its first byte.</param>
    /// <param name="bytes">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ask(byte* from, long bytes)
    {
        if (!Sse.IsSupported) return;
        for (var at = 0L; at < bytes; at += Line) Sse.Prefetch0(from + at);
    }
}
