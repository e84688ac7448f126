// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Scores one term in one field of a collection by BM25, with exact lengths.</summary>
/// <remarks>Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; k1 1.2, b 0.75; idf as in Lucene, never negative.</remarks>
internal readonly struct Bm25
{
    public const double K1 = 1.2;
    public const double B = 0.75;

    private readonly double _lengthNorm;

    /// <summary>Prepares the constants of a term.</summary>
    /// <param name="documents">Documents in the collection.</param>
    /// <param name="documentFrequency">Documents that match the term.</param>
    /// <param name="totalLength">Length of the field in the whole collection, in the unit of <see cref="Score"/>.</param>
    /// <param name="boost">What scores are multiplied by.</param>
    public Bm25(int documents, int documentFrequency, long totalLength, double boost = 1)
    {
        (Documents, DocumentFrequency) = (documents, documentFrequency);
        AverageLength = documents == 0 ? 0 : totalLength / (double)documents;
        Idf = boost * Math.Log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
        _lengthNorm = AverageLength > 0 ? B / AverageLength : 0;
    }

    public int Documents { get; }

    public int DocumentFrequency { get; }

    public double AverageLength { get; }

    /// <summary>The weight of the term, multiplied by the boost of its field.</summary>
    public double Idf { get; }

    /// <summary>Scores a document.</summary>
    /// <param name="frequency">Occurrences aligned with words + 0.5 × other occurrences.</param>
    /// <param name="length">Length of the field in this document, in any unit.</param>
    public double Score(double frequency, long length) =>
        Idf * (K1 + 1) * frequency / (frequency + K1 * (1 - B + _lengthNorm * length));
}
