// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Storage;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex;

/// <summary>A full-text index of Chinese documents in a folder or in memory, kept by Lucene.Net.</summary>
/// <example><code>
/// using var index = SearchIndex.InMemory();
/// index.Add(DocumentReader.Read("a.txt", "坚持实事求是的思想路线。"));
/// index.Commit();
/// foreach (var hit in index.Search("实事求是").Hits) Console.WriteLine(hit.Snippet.Text);
/// </code></example>
/// <remarks>
/// Searching is safe from many threads, each search sees one commit. Adding, deleting and committing are for one thread at a time. The index holds the
/// full text of its documents. Of Lucene.Net's process-wide state only this changes: its factories also answer for our codec's name.
/// </remarks>
public sealed class SearchIndex : SearchableIndex, ISearchIndex
{
    private readonly Directory _directory;
    private readonly string _name;
    private readonly FieldAnalyzer _analyzer;
    private readonly IndexFiles[] _files;
    private readonly IndexSession? _session;
    private readonly object _gate = new(), _refreshing = new();
    private SharedSnapshot _snapshot;
    private int _indexingFolders;
    private bool _disposed;

    private SearchIndex(Directory directory, string name, SearchIndexOptions options, string? userDictionary)
    {
        (_directory, _name, _files) = (directory, name, [new IndexFiles(directory, name)]);
        _analyzer = new FieldAnalyzer(SegmenterFor(options, userDictionary, name));
        var fingerprint = IndexSession.FingerprintOf(_analyzer);
        if (options.ReadOnly)
        {
            _snapshot = new SharedSnapshot(IndexSnapshot.Open(directory, name, fingerprint));
            return;
        }
        // The fingerprint is looked at before the lock is taken, so that an index of another version is never written to.
        if (DirectoryReader.IndexExists(directory)) IndexSnapshot.Open(directory, name, fingerprint).Dispose();
        _session = IndexSession.Open(directory, name, _analyzer, options.BufferMegabytes, options.Columns, options.WordPositions);
        try
        {
            _session.Commit();
            _snapshot = new SharedSnapshot(IndexSnapshot.Open(directory, name, fingerprint));
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>Opens the index in a folder for writing, making it where there is none.</summary>
    public static SearchIndex Open(string path) => Open(path, SearchIndexOptions.Default);

    /// <summary>Opens the index in a folder.</summary>
    /// <param name="path">The index folder; made where there is none, unless it is opened for reading.</param>
    /// <param name="options">How it is opened.</param>
    /// <exception cref="IndexLockedException">Another writer has it open.</exception>
    /// <exception cref="IndexVersionException">It was written with another dictionary or format.</exception>
    /// <exception cref="IndexCorruptException">A file of it is damaged.</exception>
    /// <exception cref="DirectoryNotFoundException">It is opened for reading and there is no index.</exception>
    public static SearchIndex Open(string path, SearchIndexOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (options.ReadOnly && !IndexFolder.Exists(path)) throw new DirectoryNotFoundException(Messages.IndexMissing(path));
        var directory = IndexFolder.Open(path, create: !options.ReadOnly);
        try
        {
            return Open(directory, path, options);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Opens the index whose files are kept by a directory, which the index disposes when it has been opened.</summary>
    internal static SearchIndex Open(Directory directory, string path, SearchIndexOptions options) => IndexDamage.Guard(directory, path, () =>
    {
        IndexChecker.VerifyFiles(directory, path, options.VerifyUpToBytes);
        return new SearchIndex(directory, path, options, IndexFolder.ReadUserDictionary(path));
    });

    /// <summary>Makes an index that lives in memory and ends with this object.</summary>
    public static SearchIndex InMemory() => InMemory(SearchIndexOptions.Default);

    /// <summary>Makes an index that lives in memory and ends with this object.</summary>
    public static SearchIndex InMemory(SearchIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SearchIndex(new Lucene.Net.Store.RAMDirectory(), "(memory)", options with { ReadOnly = false }, null);
    }

    /// <summary>Tells whether there is an index in a folder.</summary>
    public static bool Exists(string path) => IndexFolder.Exists(path);

    /// <summary>Verifies an index byte by byte; takes no lock and changes nothing.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no index.</exception>
    public static CheckReport Check(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IndexFolder.Exists(path)) throw new DirectoryNotFoundException(Messages.IndexMissing(path));
        using var directory = IndexFolder.Open(path, create: false);
        return IndexChecker.Check(directory, path, cancellationToken);
    }

    /// <summary>
    /// Lucene.Net's own reader of the commit that searches see: for its queries, its tools. It lives as long as that commit is open here, which the next
    /// commit or refresh ends; <see cref="OpenSnapshot"/> gives one that is held.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The index is closed.</exception>
    public DirectoryReader LuceneReader
    {
        get { using var lease = Lease(); return lease.Snapshot.Reader; }
    }

    /// <inheritdoc/>
    public override int Count
    {
        get { using var lease = Lease(); return lease.Snapshot.DocumentCount; }
    }

    /// <inheritdoc/>
    public void Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Session.Add(document);
    }

    /// <inheritdoc/>
    public void Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Session.Delete(key);
    }

    /// <inheritdoc/>
    public int DeleteMatching(Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var session = Session;
        var keys = IndexDamage.Guard(_files, () =>
        {
            using var now = session.OpenUncommitted();
            return new Searcher(now, _analyzer, query, SearchOptions.Default, cancellationToken).Matching().Select(document => document.Key).ToList();
        });
        foreach (var key in keys) session.Delete(key);
        return keys.Count;
    }

    /// <inheritdoc/>
    public void Commit()
    {
        Session.Commit();
        Refresh();
    }

    /// <inheritdoc/>
    public Task CommitAsync()
    {
        _ = Session;
        return Task.Run(Commit);
    }

    /// <inheritdoc/>
    public void Rollback() => Session.Rollback();

    /// <summary>Merges the index into few parts and commits: searches get faster, deleted documents give their place back. Takes as long as writing the index.</summary>
    /// <param name="indexSegments">How many parts may be left; at least 1.</param>
    public void Merge(int indexSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(indexSegments, 1);
        Session.Merge(indexSegments);
        Commit();
    }

    /// <summary>Merges the index into few parts and commits, on a thread of the pool; searching goes on. Cannot be cancelled.</summary>
    /// <param name="indexSegments">How many parts may be left; at least 1.</param>
    public Task MergeAsync(int indexSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(indexSegments, 1);
        _ = Session;
        return Task.Run(() => Merge(indexSegments));
    }

    /// <inheritdoc/>
    public bool Refresh()
    {
        // Searches go on while the newer commit is opened: the gate is shut for the exchange alone.
        lock (_refreshing)
        {
            using var lease = Lease();
            if (IndexDamage.Guard(_directory, _name, () => lease.Snapshot.OpenIfNewer(_name, IndexSession.FingerprintOf(_analyzer))) is not { } newer) return false;
            SharedSnapshot old;
            lock (_gate)
            {
                if (_disposed)
                {
                    newer.Dispose();
                    throw new ObjectDisposedException(nameof(SearchIndex));
                }
                (old, _snapshot) = (_snapshot, new SharedSnapshot(newer));
            }
            old.Release();
            return true;
        }
    }

    /// <summary>Brings the index up to date with folders of files, touching only what is new, changed or gone, and commits.</summary>
    /// <param name="folders">The folders; with several, keys begin with the folder's name.</param>
    /// <param name="options">Which files are taken.</param>
    /// <param name="progress">Told about every file; may be null.</param>
    /// <param name="cancellationToken">Stops between two files; this and any failure leave the index as it was at its last commit, other changes that were not committed included.</param>
    public FolderReport IndexFolders(IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(options);
        return RefreshFrom(BeginFolders(), folders, options, progress, cancellationToken);
    }

    /// <summary>Brings the index up to date with folders of files as <see cref="IndexFolders"/> does, on threads of the pool; searching goes on and sees the last commit.</summary>
    /// <param name="folders">The folders; with several, keys begin with the folder's name.</param>
    /// <param name="options">Which files are taken.</param>
    /// <param name="progress">Told about every file, on a thread of the pool unless it goes elsewhere by itself, as <see cref="Progress{T}"/> does; may be null.</param>
    /// <param name="cancellationToken">Stops between two files; this and any failure leave the index as it was at its last commit, other changes that were not committed included.</param>
    /// <remarks>
    /// Reading and cutting is work and not waiting: it takes as many threads as there are cores. There is one writer: until the task has ended, every other
    /// member that writes throws an <see cref="InvalidOperationException"/>, and the index is not to be disposed.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled; the index is as it was.</exception>
    /// <exception cref="InvalidOperationException">The index was opened for reading, or its folders are being indexed already.</exception>
    public Task<FolderReport> IndexFoldersAsync(IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(options);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<FolderReport>(cancellationToken);
        string[] named = [.. folders];
        var session = BeginFolders();
        // Without the token: once it has begun it ends by itself, so that the writer is free again.
        return Task.Run(() => RefreshFrom(session, named, options, progress, cancellationToken), CancellationToken.None);
    }

    // From here on the writer is theirs: whoever writes meanwhile would have their changes committed or forgotten with the folders'.
    private IndexSession BeginFolders()
    {
        var session = Session;
        return Interlocked.Exchange(ref _indexingFolders, 1) == 0 ? session : throw new InvalidOperationException(Messages.IndexingFolders);
    }

    private FolderReport RefreshFrom(IndexSession session, IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var lease = Lease();
            var report = FolderIndexer.Refresh(session, lease.Snapshot, folders, options, progress, cancellationToken);
            FolderMemory.Write(session, options);
            session.Commit();
            Refresh();
            return report;
        }
        catch
        {
            // A half of the folders must not slip into a later commit.
            session.Rollback();
            throw;
        }
        finally
        {
            Volatile.Write(ref _indexingFolders, 0);
        }
    }

    /// <summary>Tells whether folders hold files that are new, changed or gone since they were indexed; takes no lock.</summary>
    /// <param name="folders">The folders, as they were given to <see cref="IndexFolders"/>.</param>
    /// <param name="options">Which files are taken.</param>
    /// <param name="cancellationToken">Looked at once a folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    internal bool IsStale(IReadOnlyList<string> folders, FolderOptions options, CancellationToken cancellationToken)
    {
        using var lease = Lease();
        return FolderIndexer.IsStale(lease.Snapshot, folders, options, cancellationToken);
    }

    /// <summary>Tells what is in the index.</summary>
    public IndexStatistics Statistics()
    {
        using var lease = Lease();
        return IndexDamage.Guard(_files, () => IndexStatisticsReader.Read(lease.Snapshot));
    }

    /// <inheritdoc/>
    public override SearchSnapshot OpenSnapshot()
    {
        var lease = Lease();
        return new SearchSnapshot(lease.Snapshot, _analyzer, _files, lease.Dispose);
    }

    /// <inheritdoc/>
    public void Backup(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var userDictionary = IndexFolder.ReadUserDictionary(_name);
        if (_session is null)
        {
            BackupWithoutLock(path, userDictionary, cancellationToken);
            return;
        }
        var commit = _session.HoldCommit();
        try
        {
            IndexBackup.Copy(_directory, commit.FileNames, path, userDictionary, cancellationToken);
        }
        finally
        {
            _session.ReleaseCommit(commit);
        }
    }

    /// <inheritdoc/>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Task.Run(() => Backup(path, cancellationToken), cancellationToken);
    }

    /// <summary>Closes the index; what was not committed is forgotten. Searches that are under way go on to their end.</summary>
    public override void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        _session?.Dispose();
        _snapshot.Release(_directory.Dispose);
    }

    /// <summary>What words are cut and folded by: indexes that are searched as one must agree on it.</summary>
    internal FieldAnalyzer Analyzer => _analyzer;

    /// <summary>The files of the index.</summary>
    internal IndexFiles Files => _files[0];

    private IndexSession Session
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (Volatile.Read(ref _indexingFolders) != 0) throw new InvalidOperationException(Messages.IndexingFolders);
            return _session ?? throw new InvalidOperationException(Messages.IndexReadOnly);
        }
    }

    private static WordSegmenter SegmenterFor(SearchIndexOptions options, string? userDictionary, string name)
    {
        var dictionary = options.Dictionary
            ?? (userDictionary is null ? WordDictionary.Default : WordDictionary.Default.WithWords(new StringReader(userDictionary), name + "/user.dict"));
        var model = options.Model ?? (dictionary.IsOverDefault ? SegmentationModel.WordGraph : SegmentationModel.Jieba);
        if (dictionary != WordDictionary.Default) return new WordSegmenter(dictionary, new WordSegmenterOptions { Model = model });
        return model == SegmentationModel.WordGraph ? WordSegmenter.WordGraph : WordSegmenter.Default;
    }

    // Opened for reading, nothing keeps another process from committing and taking the files away: then its newest commit is copied instead.
    private void BackupWithoutLock(string path, string? userDictionary, CancellationToken cancellationToken)
    {
        const int MostTries = 100;
        for (var attempt = 1; ; attempt++)
        {
            using var lease = Lease();
            try
            {
                IndexBackup.Copy(_directory, lease.Snapshot.Reader.IndexCommit.FileNames, path, userDictionary, cancellationToken);
                return;
            }
            catch (FileNotFoundException) when (attempt < MostTries && Refresh())
            {
                // The next try.
            }
        }
    }

    /// <summary>Holds the commit that searches see.</summary>
    internal SharedSnapshot.Holder Lease()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _snapshot.Hold();
        }
    }
}
