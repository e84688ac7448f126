// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextIndex.Lac;

/// <summary>The working memory of one call, about 10 MB; a thread keeps it for its next call.</summary>
/// <remarks>
/// A batch lies packed, first characters of all its sentences first: the row of character t of sentence s is <c>Offsets[t] + s</c>. The sentences are
/// ordered by length, the longest first, so those that have a character t are the first <c>Active[t]</c> ones and nothing is padded.
/// </remarks>
internal sealed unsafe class LacScratch
{
    /// <summary>Characters of a sentence at most; a longer one is cut.</summary>
    public const int LongestSentence = 200;
    public const int SentencesInBatch = 32, RowsInBatch = 2048;

    /// <summary>Code units that are analysed together at most.</summary>
    public const int WindowUnits = 1 << 14;

    private const int Numbers = 4;                                // bytes of a number of any kind, at most

    [ThreadStatic] private static LacScratch? t_kept;

    private readonly byte[] _memory;
    private readonly nint _start;

    private LacScratch()
    {
        _memory = GC.AllocateArray<byte>(64 + Numbers * (RowsInBatch * (LacWeights.Columns + 5 * LacWeights.Width + 1) + SentencesInBatch * 6 * LacWeights.Width + LongestSentence * LacWeights.Outputs), pinned: true);
        _start = ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory)) + 63) & ~63;
        var next = (byte*)_start;
        Products = (int*)Take(RowsInBatch * LacWeights.Columns);
        Embedded = Take(RowsInBatch * LacWeights.Width);
        FirstLayer = Take(RowsInBatch * 2 * LacWeights.Width);
        SecondLayer = Take(RowsInBatch * 2 * LacWeights.Width);
        State = (float*)Take(SentencesInBatch * LacWeights.Width);
        StateInput = Take(SentencesInBatch * LacWeights.Width);
        Update = (float*)Take(SentencesInBatch * LacWeights.Width);
        ResetInput = Take(SentencesInBatch * LacWeights.Width);
        StateProducts = (int*)Take(SentencesInBatch * LacWeights.Gates);
        From = (int*)Take(LongestSentence * LacWeights.Outputs);
        RowScale = (float*)Take(RowsInBatch);

        byte* Take(int count)
        {
            var taken = next;
            next += Numbers * count;
            return taken;
        }
    }

    public int* Products { get; }

    public byte* Embedded { get; }

    public byte* FirstLayer { get; }

    public byte* SecondLayer { get; }

    public float* State { get; }

    public byte* StateInput { get; }

    public float* Update { get; }

    public byte* ResetInput { get; }

    public int* StateProducts { get; }

    /// <summary>A row of labels a character: the label before on the best path.</summary>
    public int* From { get; }

    public float* RowScale { get; }

    /// <summary>The rows of the embeddings, packed.</summary>
    public ushort[] Ids { get; } = new ushort[RowsInBatch];

    public int[] Offsets { get; } = new int[LongestSentence + 1];

    public int[] Active { get; } = new int[LongestSentence];

    /// <summary>How many characters the longest sentence of the batch has, and all of them together.</summary>
    public int Steps, Rows;

    /// <summary>A label a code unit of the window.</summary>
    public byte[] Labels { get; } = new byte[WindowUnits];

    public int SentenceCount;

    /// <summary>The sentences of the window, in its order and by length.</summary>
    public SentenceBounds[] Sentences { get; } = new SentenceBounds[WindowUnits];

    public int[] ByLength { get; } = new int[WindowUnits];

    public int[] LengthCounts { get; } = new int[LongestSentence + 2];

    public static LacScratch Take()
    {
        var scratch = t_kept ?? new LacScratch();
        t_kept = null;
        return scratch;
    }

    public void GiveBack() => t_kept = this;
}
