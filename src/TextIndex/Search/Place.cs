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
}
