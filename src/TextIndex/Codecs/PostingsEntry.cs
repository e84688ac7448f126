// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs;

/// <summary>What the dictionary knows of a term: its counts, and where its postings and positions lie.</summary>
internal struct PostingsEntry
{
    /// <summary>Documents that hold the term, deleted ones included.</summary>
    public int DocumentFrequency;

    /// <summary>Occurrences; the number of documents where no frequencies are kept.</summary>
    public long TotalFrequency;

    /// <summary>Where the postings begin; meaningless for one document.</summary>
    public long Postings;

    /// <summary>Bytes of the postings.</summary>
    public long PostingsLength;

    /// <summary>Where the positions begin; for one document with one occurrence the position itself.</summary>
    public long Positions;

    /// <summary>Bytes of the positions.</summary>
    public long PositionsLength;

    /// <summary>Upper bound of frequency / (frequency + K) with the K of the index segment's own average length.</summary>
    public float Most;

    /// <summary>True where the documents stand as a bit set.</summary>
    public bool Dense;

    /// <summary>Number among the frequent terms, whose pairs of neighbours have lists of their own; -1 for others.</summary>
    public int Frequent;

    /// <summary>The document, where there is one.</summary>
    public int Document;

    /// <summary>Occurrences in it, where there is one document.</summary>
    public int Frequency;
}
