// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>A place that matches, in the folded text of one field: counting places needs no source text, showing them does.</summary>
internal readonly record struct Place(TextField Field, TextSpan Folded) : IComparable<Place>
{
    /// <summary>Orders by field, then by span.</summary>
    public int CompareTo(Place other) =>
        Field.Ordinal != other.Field.Ordinal ? Field.Ordinal.CompareTo(other.Field.Ordinal) : Folded.CompareTo(other.Folded);

    /// <summary>Puts places in order, each once.</summary>
    /// <returns>How many there are.</returns>
    public static int KeepDistinct(List<Place> places)
    {
        places.Sort();
        var kept = 0;
        for (var i = 0; i < places.Count; i++)
            if (kept == 0 || places[kept - 1] != places[i]) places[kept++] = places[i];
        places.RemoveRange(kept, places.Count - kept);
        return kept;
    }
}
