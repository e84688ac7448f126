// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs;

/// <summary>The part of BM25 that hangs on a document's length alone: K of frequency / (frequency + K), with k1 1.2 and b 0.75.</summary>
internal static class LengthNorms
{
    public const double K1 = 1.2, B = 0.75;

    /// <summary>K for each length.</summary>
    public static float[] Of(ReadOnlySpan<int> lengths, double average)
    {
        var norms = new float[lengths.Length];
        for (var i = 0; i < norms.Length; i++) norms[i] = Of(lengths[i], average);
        return norms;
    }

    /// <summary>K for one length.</summary>
    public static float Of(long length, double average) => (float)(K1 * (1 - B + (average > 0 ? B / average : 0) * length));

    /// <summary>Turns a bound that was computed with one average length into one for another.</summary>
    /// <remarks>K of a document changes by a factor between 1 and the ratio of the averages, and frequency / (frequency + K) falls as K grows.</remarks>
    public static float Rebase(float most, double average, double newAverage)
    {
        if (newAverage <= average || most <= 0) return most;
        var factor = average / newAverage;
        return (float)(1 / (1 + factor * (1 / (double)most - 1)));
    }
}
