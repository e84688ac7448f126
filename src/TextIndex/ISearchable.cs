// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex;

/// <summary>What answers queries: an index, one commit of an index, or several indexes as one.</summary>
/// <remarks>
/// Safe to call from many threads. A query is read as docs/query-syntax.md says; where it cannot be read, a <see cref="QuerySyntaxException"/> tells the
/// place. A search looks at its token at least once every 1,024 documents that match, and while a text is read for a literal or a near query once a document.
/// </remarks>
public interface ISearchable : IDisposable
{
    /// <summary>How many documents a search sees.</summary>
    int Count { get; }

    /// <summary>Finds the documents that match a query, best first.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    SearchResult Search(string query);

    /// <summary>Finds the documents that match a query, best first.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    /// <exception cref="ArgumentException">The options name a column that the index does not have.</exception>
    SearchResult Search(string query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Finds the documents that match a query built in code, best first.</summary>
    /// <exception cref="ArgumentException">The query or the options name a column that the index does not have.</exception>
    SearchResult Search(Query query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Finds the documents that match a query, on a thread of the pool.</summary>
    /// <remarks>
    /// An index in mapped memory waits for nothing that could be awaited, so a search is work and not waiting: it takes a thread until it ends or sees that it
    /// is cancelled. What this spares is the caller's thread.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled; the search has ended.</exception>
    Task<SearchResult> SearchAsync(string query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Finds the documents that match a query built in code, on a thread of the pool, as the other one does.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the search has ended.</exception>
    Task<SearchResult> SearchAsync(Query query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Tells how often a query matches.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    OccurrenceCount CountOccurrences(string query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Tells how often a query matches, on a thread of the pool: all places of all documents are counted, which takes its time.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the counting has ended.</exception>
    Task<OccurrenceCount> CountOccurrencesAsync(string query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Lists every occurrence of what a query looks for, in context (KWIC).</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    Concordance Concordance(string query, ConcordanceOptions options, CancellationToken cancellationToken = default);

    /// <summary>Lists every occurrence of what a query looks for, on a thread of the pool, as <see cref="SearchAsync(string, SearchOptions, CancellationToken)"/> does.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the search has ended.</exception>
    Task<Concordance> ConcordanceAsync(string query, ConcordanceOptions options, CancellationToken cancellationToken = default);

    /// <summary>Tells why a document matches a query and what its score is made of, or why it does not match: clause by clause.</summary>
    /// <param name="query">The query.</param>
    /// <param name="key">The document's key.</param>
    /// <param name="options">As they are given to the search; limits and order mean nothing here.</param>
    /// <param name="cancellationToken">Looked at once a clause.</param>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    Explanation Explain(string query, string key, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Gives a document back: its untouched text, what is known about it and its values in columns. Paragraphs and diagnostics are not kept.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="document">The document.</param>
    /// <returns>False where there is none with this key.</returns>
    bool TryGet(string key, [NotNullWhen(true)] out Document? document);
}
