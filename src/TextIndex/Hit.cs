// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex;

/// <summary>A document that matches, with its place in the ranking and the places in its text.</summary>
public sealed class Hit
{
    internal Hit() { }

    /// <summary>The document's key.</summary>
    public required string Key { get; init; }

    /// <summary>The document's title; empty where it states none.</summary>
    public required string Title { get; init; }

    /// <summary>The document's own date, where it states one.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Where the document appeared; empty where it does not say.</summary>
    public required string Source { get; init; }

    /// <summary>BM25 score; larger is better.</summary>
    public required double Score { get; init; }

    /// <summary>The passage of the text that shows the match best.</summary>
    public required Snippet Snippet { get; init; }

    /// <summary>The places that match, ascending, as spans of the source text; at most <see cref="SearchOptions.MatchLimit"/>.</summary>
    public required IReadOnlyList<TextSpan> Matches { get; init; }

    /// <summary>True where the text has more places than <see cref="Matches"/> gives.</summary>
    public required bool Truncated { get; init; }

    /// <summary>The document's values in the caller's columns; a column in which it has none is not there.</summary>
    public IReadOnlyDictionary<string, ColumnValue> Columns { get; init; } = new Dictionary<string, ColumnValue>();

    /// <summary>The parts of the score, one a line; empty unless <see cref="SearchOptions.Explain"/>.</summary>
    public string Explanation { get; init; } = "";
}
