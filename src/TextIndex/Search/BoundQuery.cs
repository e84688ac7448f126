// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>A query bound to one snapshot: its statistics are known, its documents can be walked. For one thread.</summary>
internal abstract class BoundQuery
{
    /// <summary>Walks the documents of an index segment that match.</summary>
    public abstract DocumentCursor Open(IndexSegment segment);

    /// <summary>What matches, listed with how often; null where the query is made of others.</summary>
    public virtual FieldMatches? Matches => null;

    /// <summary>Adds the places of a matching document to <paramref name="places"/>, in any order and more than once where parts of the query share them.</summary>
    public abstract void FindPlaces(DocumentView document, List<Place> places);

    /// <summary>Counts the places of a matching document, each once.</summary>
    public virtual int CountPlaces(DocumentView document)
    {
        var places = new List<Place>();
        FindPlaces(document, places);
        return Place.KeepDistinct(places);
    }

    /// <summary>Adds the parts of a document's score, a line each.</summary>
    public abstract void Explain(DocumentView document, List<string> lines);
}
