// SPDX-License-Identifier: MIT
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Codecs.Columns;

/// <summary>What is asked of memory ahead of its use. Where the machine has no such instruction, nothing is.</summary>
internal static unsafe class Memory
{
    private const int Line = 64;

    /// <summary>Asks for the lines that hold some bytes. The address need not be a good one.</summary>
    public static void Prefetch(byte* at, long bytes)
    {
        if (!Sse.IsSupported) return;
        for (var offset = 0L; offset < bytes; offset += Line) Sse.Prefetch0(at + offset);
    }
}
