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

    /// <summary>What K of any document changes by at least where another average length holds: the factor lies between 1 and the ratio of the averages.</summary>
    public static double LeastFactor(double average, double newAverage) => newAverage > average ? average / newAverage : 1;

    /// <summary>Turns a bound of frequency / (frequency + K) into one for K times a factor; it falls as K grows.</summary>
    public static float Rebase(float most, double factor) => factor == 1 || most <= 0 ? most : (float)(1 / (1 + factor * (1 / (double)most - 1)));
}
