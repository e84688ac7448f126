// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex;

/// <summary>One index, or several as one: each call asks the commit that searches see now, and holds it until it has answered.</summary>
/// <remarks>Safe to share between threads. <see cref="OpenSnapshot"/> holds one commit for several calls.</remarks>
public abstract class SearchableIndex : ISearchable
{
    private protected SearchableIndex() { }

    /// <inheritdoc/>
    public abstract int Count { get; }

    /// <summary>Holds what searches see now: what it answers stays the same until it is disposed.</summary>
    public abstract SearchSnapshot OpenSnapshot();

    /// <inheritdoc/>
    public SearchResult Search(string query) => Search(query, SearchOptions.Default);

    /// <inheritdoc/>
    public SearchResult Search(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.Search(query, options, cancellationToken);
    }

    /// <inheritdoc/>
    public SearchResult Search(Query query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.Search(query, options, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return await snapshot.SearchAsync(query, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(Query query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return await snapshot.SearchAsync(query, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public OccurrenceCount CountOccurrences(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.CountOccurrences(query, options, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OccurrenceCount> CountOccurrencesAsync(string query, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return await snapshot.CountOccurrencesAsync(query, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Concordance Concordance(string query, ConcordanceOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.Concordance(query, options, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Concordance> ConcordanceAsync(string query, ConcordanceOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return await snapshot.ConcordanceAsync(query, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Explanation Explain(string query, string key, SearchOptions options, CancellationToken cancellationToken = default)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.Explain(query, key, options, cancellationToken);
    }

    /// <inheritdoc/>
    public bool TryGet(string key, [NotNullWhen(true)] out Document? document)
    {
        using var snapshot = OpenSnapshot();
        return snapshot.TryGet(key, out document);
    }

    /// <summary>Closes what is searched. Searches that are under way go on to their end.</summary>
    public abstract void Dispose();
}
