// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex;

/// <summary>What a caller holds to index and search documents, wherever the index lives.</summary>
/// <remarks>Reading members are safe to call from many threads; there is one writer.</remarks>
public interface ISearchIndex : IDisposable
{
    /// <summary>How many documents a search sees.</summary>
    int Count { get; }

    /// <summary>Adds a document, or replaces the one with the same key. Seen by searches after <see cref="Commit"/>.</summary>
    void Add(Document document);

    /// <summary>Deletes the document with this key, if there is one. Seen by searches after <see cref="Commit"/>.</summary>
    void Delete(string key);

    /// <summary>Makes all changes durable and visible to this index's searches.</summary>
    void Commit();

    /// <summary>Moves to the newest commit, when another process has made one.</summary>
    /// <returns>True when there was a newer one.</returns>
    bool Refresh();

    /// <summary>Finds the documents that match a query in the syntax of docs/query-syntax.md, best first.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    SearchResult Search(string query);

    /// <summary>Finds the documents that match a query, best first.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    SearchResult Search(string query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Finds the documents that match a query built in code, best first.</summary>
    SearchResult Search(Query query, SearchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Lists every occurrence of what a query looks for, in context (KWIC).</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    Concordance Concordance(string query, ConcordanceOptions options, CancellationToken cancellationToken = default);
}
