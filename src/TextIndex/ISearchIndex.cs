// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;

namespace TextIndex;

/// <summary>What a caller holds to index and search documents, wherever the index lives.</summary>
/// <remarks>Reading members are safe to call from many threads, while one thread at a time adds, deletes and commits.</remarks>
public interface ISearchIndex : ISearchable
{
    /// <summary>Adds a document, or replaces the one with the same key. Seen by searches after <see cref="Commit"/>.</summary>
    /// <exception cref="ArgumentException">The document has a value in a column that the index does not have, or of another kind.</exception>
    void Add(Document document);

    /// <summary>Deletes the document with this key, if there is one. Seen by searches after <see cref="Commit"/>.</summary>
    void Delete(string key);

    /// <summary>Deletes the documents that match a query, among them those that were added and not committed yet. Seen by searches after <see cref="Commit"/>.</summary>
    /// <param name="query">Which documents.</param>
    /// <param name="cancellationToken">Looked at once a document; a deletion that is cancelled has deleted nothing.</param>
    /// <returns>How many.</returns>
    int DeleteMatching(Query query, CancellationToken cancellationToken = default);

    /// <summary>Makes all changes durable and visible to this index's searches.</summary>
    /// <exception cref="IOException">The disk failed: searches see the commit before. <see cref="Rollback"/> before anything else is added.</exception>
    void Commit();

    /// <summary>Makes all changes durable and visible, on a thread of the pool: the caller's thread does not wait for the disk. Cannot be cancelled.</summary>
    Task CommitAsync();

    /// <summary>Forgets every change since the last commit.</summary>
    void Rollback();

    /// <summary>Moves to the newest commit, when another process has made one.</summary>
    /// <returns>True when there was a newer one.</returns>
    bool Refresh();

    /// <summary>Holds the commit that searches see now: what it answers stays the same until it is disposed, whatever is committed meanwhile.</summary>
    SearchSnapshot OpenSnapshot();

    /// <summary>Copies the last commit into a folder of its own, while adding, committing and searching go on. The copy is an index like any other.</summary>
    /// <param name="path">A folder that is empty or not there.</param>
    /// <param name="cancellationToken">Looked at once a megabyte; what was copied is then deleted.</param>
    /// <exception cref="IOException">The folder holds something, or the disk failed; what was copied is deleted.</exception>
    void Backup(string path, CancellationToken cancellationToken = default);

    /// <summary>Copies the last commit into a folder of its own, on a thread of the pool.</summary>
    /// <inheritdoc cref="Backup"/>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was copied is deleted.</exception>
    Task BackupAsync(string path, CancellationToken cancellationToken = default);
}
