// SPDX-License-Identifier: MIT
using TextIndex.Search;

namespace TextIndex;

/// <summary>The hits of one search, and how many there are in all.</summary>
/// <param name="Hits">The hits that were asked for, in the order that was asked for.</param>
/// <param name="Total">How many documents match.</param>
/// <param name="IndexedDocuments">How many documents were searched.</param>
public sealed record SearchResult(IReadOnlyList<Hit> Hits, int Total, int IndexedDocuments)
{
    /// <summary>Where the next page begins, for <see cref="SearchOptions.After"/>; null where no hit was given.</summary>
    public SearchCursor? Next { get; init; }
}
