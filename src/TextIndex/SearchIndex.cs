// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex;

/// <summary>A full-text index of Chinese documents in a folder or in memory.</summary>
public sealed class SearchIndex : ISearchIndex
{
    private SearchIndex() { }

    /// <summary>Opens the index in a folder for writing, making it where there is none.</summary>
    public static SearchIndex Open(string path) => Open(path, SearchIndexOptions.Default);

    /// <summary>Opens the index in a folder.</summary>
    /// <exception cref="Primitives.IndexLockedException">Another writer has it open.</exception>
    /// <exception cref="Primitives.IndexVersionException">It was written with another dictionary or format.</exception>
    /// <exception cref="Primitives.IndexCorruptException">A file of it is damaged.</exception>
    /// <exception cref="DirectoryNotFoundException">It is opened for reading and there is no index.</exception>
    public static SearchIndex Open(string path, SearchIndexOptions options) => throw new NotImplementedException();

    /// <summary>Makes an index that lives in memory and ends with this object.</summary>
    public static SearchIndex InMemory() => InMemory(SearchIndexOptions.Default);

    /// <summary>Makes an index that lives in memory and ends with this object.</summary>
    public static SearchIndex InMemory(SearchIndexOptions options) => throw new NotImplementedException();

    /// <summary>Tells whether there is an index in a folder.</summary>
    public static bool Exists(string path) => throw new NotImplementedException();

    /// <summary>Verifies an index byte by byte; takes no lock and changes nothing.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no index.</exception>
    public static CheckReport Check(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Brings the index up to date with folders of files, touching only what is new, changed or gone, and commits.</summary>
    /// <param name="folders">The folders; with several, keys begin with the folder's name.</param>
    /// <param name="options">Which files are taken.</param>
    /// <param name="progress">Told about every file; may be null.</param>
    /// <param name="cancellationToken">Stops between two files and leaves the index as it was at its last commit.</param>
    public FolderReport IndexFolders(IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Tells how often a query matches.</summary>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    public OccurrenceCount CountOccurrences(string query, SearchOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Tells what is in the index.</summary>
    public IndexStatistics Statistics() => throw new NotImplementedException();

    /// <inheritdoc/>
    public int Count => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Add(Document document) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Delete(string key) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Commit() => throw new NotImplementedException();

    /// <inheritdoc/>
    public bool Refresh() => throw new NotImplementedException();

    /// <inheritdoc/>
    public SearchResult Search(string query) => Search(query, SearchOptions.Default);

    /// <inheritdoc/>
    public SearchResult Search(string query, SearchOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public SearchResult Search(Query query, SearchOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Concordance Concordance(string query, ConcordanceOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() { }
}
