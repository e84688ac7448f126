// SPDX-License-Identifier: MIT
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

/// <summary>One field of one index segment as the scorers see it: its terms, what each document's length makes of the score, and what is deleted.</summary>
/// <param name="terms">Postings of ours.</param>
/// <param name="average">Average length of the field in the whole collection.</param>
/// <param name="norms">K of frequency / (frequency + K) by document, for that average and scale.</param>
/// <param name="live">A bit a document that is not deleted; null = none is.</param>
/// <param name="scale">What the frequency of one occurrence is: 1, or 2 where halves are counted.</param>
internal sealed unsafe class FieldView(BlockTerms terms, double average, PinnedArray<float> norms, PinnedArray<ulong>? live, int scale = 1)
{
    // What K is multiplied by at least: the scale, and what another average makes of it.
    private readonly double _factor = scale * LengthNorms.LeastFactor(terms.AverageLength, average);

    public BlockTerms Terms => terms;

    /// <summary>The smallest K: of the shortest document.</summary>
    public float LeastNorm { get; } = LeastOf(norms, terms.DocumentCount);

    public int DocumentCount => terms.DocumentCount;

    /// <summary>Turns a bound that was computed with the average of the index segment and a scale of 1 into one for this view.</summary>
    public float BoundOf(float most) => LengthNorms.Rebase(most, _factor);

    /// <summary>K by document.</summary>
    public float* Norms => norms.Pointer;

    /// <summary>Bits of the documents that are not deleted; null = all.</summary>
    public ulong* Live => live is null ? null : live.Pointer;

    /// <summary>Tells whether a document is not deleted.</summary>
    public bool IsLive(int document) => live is null || (live.Pointer[document >> 6] >> document & 1) != 0;

    /// <summary>K by document, from the exact lengths that stand beside the postings.</summary>
    public static PinnedArray<float> NormsOf(BlockTerms terms, double average, int scale = 1)
    {
        var norms = new PinnedArray<float>(terms.DocumentCount);
        for (var document = 0; document < terms.DocumentCount; document++) norms.Pointer[document] = scale * LengthNorms.Of(terms.LengthOf(document), average);
        return norms;
    }

    private static float LeastOf(PinnedArray<float> norms, int count)
    {
        var least = float.MaxValue;
        for (var i = 0; i < count; i++) least = Math.Min(least, norms.Pointer[i]);
        return least;
    }

    /// <summary>Bits of the documents that are not deleted; null where all are there.</summary>
    public static PinnedArray<ulong>? LiveOf(Lucene.Net.Util.IBits? live, int documentCount)
    {
        if (live is null) return null;
        var bits = new PinnedArray<ulong>((documentCount + 511) / 512 * 8);
        for (var document = 0; document < documentCount; document++)
            if (live.Get(document)) bits.Pointer[document >> 6] |= 1ul << (document & 63);
        return bits;
    }
}
