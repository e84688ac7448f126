// SPDX-License-Identifier: MIT
using System.Numerics;
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>The working memory of one call. A thread keeps a small one for its next call; a large one is left to the collector.</summary>
internal sealed class SegmenterScratch
{
    private const int LargestKept = 1 << 18;

    [ThreadStatic] private static SegmenterScratch? t_kept;

    /// <summary>Weight of the best path from here to the block's end.</summary>
    public double[] Best { get; private set; } = new double[512];

    /// <summary>Where the best path's first word from here ends, within the block.</summary>
    public int[] Ends { get; private set; } = new int[512];

    /// <summary>Two rows for the hidden Markov model: choices, ends.</summary>
    public byte[] States { get; private set; } = new byte[1024];

    /// <summary>Words of one block, where they cannot be written to the result at once.</summary>
    public TextSpan[] Words { get; private set; } = [];

    public static SegmenterScratch Take()
    {
        var scratch = t_kept ?? new SegmenterScratch();
        t_kept = null;
        return scratch;
    }

    public void GiveBack()
    {
        if (Best.Length <= LargestKept && Words.Length <= LargestKept) t_kept = this;
    }

    public void MakeRoomForBlock(int length)
    {
        if (length < Ends.Length) return;
        var room = RoomFor(length + 1);
        (Best, Ends, States) = (new double[room], new int[room], new byte[2 * room]);
    }

    public void MakeRoomForWords(int count)
    {
        if (count > Words.Length) Words = new TextSpan[RoomFor(count)];
    }

    private static int RoomFor(int count) => count < LargestKept ? (int)BitOperations.RoundUpToPowerOf2((uint)count) : count;
}
