// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Inversion;
using TextIndex.Primitives;
using LuceneWriter = Lucene.Net.Index.IndexWriter;

namespace TextIndex.Indexing;

/// <summary>The one writer of an index: adds, replaces, deletes, commits. Adding and deleting are safe from many threads, everything else is for one thread and no other meanwhile.</summary>
internal sealed class IndexSession : IDisposable
{
    /// <summary>Longest key, in UTF-16 code units: a term of Lucene.Net holds 32,766 bytes.</summary>
    public const int LongestKey = 8192;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly string _name;
    private readonly FieldAnalyzer _analyzer;
    private readonly int _bufferMegabytes;
    private readonly ConcurrentBag<DocumentWriter> _documents = [];
    private readonly IReadOnlyList<Column> _declared;
    private readonly bool _wantsPositions;
    private SnapshotDeletionPolicy _commits = new(new KeepOnlyLastCommitDeletionPolicy());
    private readonly object _flushing = new();
    private readonly ReaderWriterLockSlim _buffering = new();      // many add; one gives the buffer back
    private LuceneWriter _writer;
    private DocumentBuffer _buffer;
    private BackgroundMerges _merges;
    private volatile bool _changed;
    private volatile Exception? _failure;

    private IndexSession(Lucene.Net.Store.Directory directory, string name, FieldAnalyzer analyzer, int bufferMegabytes, IReadOnlyList<Column> columns, bool wordPositions)
    {
        (_directory, _name, _analyzer, _bufferMegabytes, _declared, _wantsPositions) = (directory, name, analyzer, bufferMegabytes, columns, wordPositions);
        Begin();
    }

    /// <summary>What an index written through this analyzer names itself.</summary>
    public static string FingerprintOf(FieldAnalyzer analyzer) => $"{IndexSchema.Version} {analyzer.Fingerprint}";

    /// <summary>Small facts that are written with each commit.</summary>
    public IDictionary<string, string> UserData { get; private set; }

    /// <summary>The columns that documents may have values in.</summary>
    public ColumnSet Columns { get; private set; } = ColumnSet.None;

    /// <summary>Opens the writer and takes the lock.</summary>
    /// <param name="directory">Where the index is; stays the caller's.</param>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="analyzer">Folds and cuts.</param>
    /// <param name="bufferMegabytes">Memory that may fill before a part is written.</param>
    /// <param name="columns">Columns of the caller's, besides those that the index has.</param>
    /// <param name="wordPositions">Keeps the positions of tokens as well; an index that was begun with them keeps them in any case.</param>
    /// <exception cref="IndexLockedException">Another writer has the lock.</exception>
    /// <exception cref="ArgumentException">The index has one of the columns with another kind, or was begun without positions that are asked for.</exception>
    public static IndexSession Open(
        Lucene.Net.Store.Directory directory, string name, FieldAnalyzer analyzer, int bufferMegabytes, IReadOnlyList<Column> columns, bool wordPositions = false) =>
        new(directory, name, analyzer, bufferMegabytes, columns, wordPositions);

    /// <summary>Adds a document that comes from no file, or replaces the one with the same key.</summary>
    public void Add(Documents.Document document) => Add(document, default);

    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    public void Add(Documents.Document document, FileStamp stamp) => Add(document, Analyze(document), stamp);

    /// <summary>Folds and cuts a document: the costly part of adding, which may run on any thread.</summary>
    public (AnalyzedText Title, AnalyzedText Body) Analyze(Documents.Document document) =>
        (_analyzer.AnalyzeForIndex(document.Text.AsSpan(document.TitleSpan.Start, document.TitleSpan.Length)),
         _analyzer.AnalyzeForIndex(document.Text.AsSpan(document.BodySpan.Start, document.BodySpan.Length)));

    /// <summary>Adds a document whose analysis is done; the analysis is used up.</summary>
    /// <exception cref="ArgumentException">The key is longer than <see cref="LongestKey"/>.</exception>
    public void Add(Documents.Document document, (AnalyzedText Title, AnalyzedText Body) analyzed, FileStamp stamp)
    {
        if (document.Key.Length > LongestKey) throw new ArgumentException(Messages.KeyTooLong(document.Key, LongestKey), nameof(document));
        _buffering.EnterReadLock();
        try
        {
            if (!_documents.TryTake(out var writer)) writer = new DocumentWriter(_analyzer, UserData.ContainsKey(IndexSchema.PositionsEntry), _buffer);
            var fields = writer.Write(document, analyzed.Title, analyzed.Body, stamp, Columns);
            Change(() => _writer.UpdateDocument(new Term(IndexSchema.Key, document.Key), fields));
            // Not where adding failed: who knows what half of the fields look like.
            _documents.Add(writer);
        }
        finally
        {
            _buffering.ExitReadLock();
        }
        analyzed.Title.Release();
        analyzed.Body.Release();
        if (_buffer.IsFull) Flush();
    }

    // One thread begins; those that go on adding write a part of it before their next document. They wait here where a quarter more has come together.
    private void Flush()
    {
        var isMine = Monitor.TryEnter(_flushing);
        if (!isMine && !_buffer.IsOverfull) return;
        if (!isMine) Monitor.Enter(_flushing);
        try
        {
            if (_buffer.IsFull) Change(() => _writer.Flush(triggerMerge: true, applyAllDeletes: false));
        }
        finally
        {
            Monitor.Exit(_flushing);
        }
    }

    /// <summary>Deletes the document with this key, if there is one.</summary>
    public void Delete(string key)
    {
        Change(() => _writer.DeleteDocuments(new Term(IndexSchema.Key, key)));
    }

    /// <summary>Opens the documents as they stand now, those that are not committed among them. The caller disposes it; for this session's thread.</summary>
    public IndexSnapshot OpenUncommitted()
    {
        IndexSnapshot? snapshot = null;
        Change(() => snapshot = IndexSnapshot.Uncommitted(_writer, Columns));
        return snapshot!;
    }

    /// <summary>Keeps the files of the last commit until they are released: a copy of them can be made while others are committed. Safe from any thread.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been committed yet.</exception>
    public IndexCommit HoldCommit() => _commits.Snapshot();

    /// <summary>Lets go of what <see cref="HoldCommit"/> gave.</summary>
    public void ReleaseCommit(IndexCommit commit) => _commits.Release(commit);

    /// <summary>Merges the index into at most this many index segments.</summary>
    public void Merge(int most) => Change(() => _writer.ForceMerge(most));

    /// <summary>Sets a small fact that is written with the next commit.</summary>
    public void Remember(string entry, string value)
    {
        if (UserData.TryGetValue(entry, out var known) && known == value) return;
        UserData[entry] = value;
        _changed = true;
    }

    /// <summary>Makes everything durable; does nothing where nothing changed.</summary>
    public void Commit()
    {
        ThrowIfFailed();
        if (!_changed && !_writer.HasUncommittedChanges()) return;
        Change(WriteCommit);
        _changed = false;
    }

    private void WriteCommit()
    {
        _writer.SetCommitData(UserData);
        _writer.Commit();
    }

    /// <summary>Forgets what was not committed; the session goes on from the last commit.</summary>
    /// <exception cref="IndexLockedException">Another writer took the lock in the moment that it was free.</exception>
    public void Rollback()
    {
        if (!_writer.IsClosed) _writer.Rollback();
        Begin();
        _failure = null;
    }

    // When writing fails, Lucene.Net drops the documents of the part at hand, goes on, and commits the rest when it is asked again: what was added before
    // would be missing from a commit that says it succeeded. Here a failure stands until it is rolled back.
    private void Change(Action change)
    {
        ThrowIfFailed();
        try
        {
            change();
            _changed = true;
        }
        catch (Exception cause)
        {
            _failure = cause;
            throw;
        }
    }

    // A merge that failed has lost nothing, but what comes after it would.
    private void ThrowIfFailed()
    {
        _failure ??= _merges.Failure;
        if (_failure is not null) throw new IOException(Messages.RollBackFirst(_name, _failure.Message), _failure);
    }

    /// <summary>Closes the writer and forgets what was not committed; waits for merges that are under way where all was committed, and keeps them.</summary>
    public void Dispose()
    {
        if (_writer.IsClosed) return;
        try
        {
            if (!_changed && _failure is null) KeepMerges();
        }
        finally
        {
            _writer.Rollback();
            ReleaseBuffer();
        }
    }

    // Where an index is closed while another thread adds, the memory that it writes to goes when it has ended.
    private void ReleaseBuffer()
    {
        _buffering.EnterWriteLock();
        _documents.Clear();
        _buffer.Dispose();
        _buffering.ExitWriteLock();
    }

    // What the last commit made worth merging is merged behind it: a program that adds little and ends would merge the same again and again.
    private void KeepMerges()
    {
        try
        {
            _writer.WaitForMerges();
            if (_merges.Failure is null && _writer.HasUncommittedChanges()) WriteCommit();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The last commit stands, and nothing but a merge is missing.
        }
    }

    [MemberNotNull(nameof(_writer), nameof(_buffer), nameof(_merges), nameof(UserData))]
    private void Begin()
    {
        _merges = new BackgroundMerges();
        if (_buffer is not null) ReleaseBuffer();
        _buffer = new DocumentBuffer((long)_bufferMegabytes << 20);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            RAMBufferSizeMB = _bufferMegabytes,
            MergeScheduler = _merges,
            OpenMode = OpenMode.CREATE_OR_APPEND,
            // Not the process's default, which a host may have set to a codec that nobody else can read.
            Codec = Codecs.TextIndexCodec.For(new Codecs.FormatTable(
                new BufferedColumns(_buffer, IndexSchema.Columns), (first, second) => _analyzer.IsIndexedWord([first, second]),
                new PackedFields(IndexSchema.Packed, DictionaryNumbers.Of(_analyzer.Segmenter.Dictionary), _buffer))),
            WriteLockTimeout = 0,
            IndexDeletionPolicy = _commits,
        };
        try
        {
            _writer = new LuceneWriter(_directory, config);
            (_directory as Storage.IndexDirectory)?.DeleteUnfinished();
        }
        catch (LockObtainFailedException cause)
        {
            throw new IndexLockedException(_name, cause);
        }
        _commits = (SnapshotDeletionPolicy)_writer.Config.IndexDeletionPolicy;        // the writer works with a copy, which knows what is held
        UserData = new Dictionary<string, string>(_writer.CommitData ?? new Dictionary<string, string>());
        var known = ColumnSet.Read(UserData);
        try
        {
            Columns = known.With(_declared);
            if (!UserData.ContainsKey(IndexSchema.FingerprintEntry) && _wantsPositions) UserData[IndexSchema.PositionsEntry] = "tokens";
            if (_wantsPositions && !UserData.ContainsKey(IndexSchema.PositionsEntry)) throw new ArgumentException(Messages.BegunWithoutPositions(_name));
        }
        catch
        {
            _writer.Rollback();
            throw;
        }
        _changed = !UserData.ContainsKey(IndexSchema.FingerprintEntry) || Columns.All.Count > known.All.Count;
        if (Columns.All.Count > 0) UserData[ColumnSet.Entry] = Columns.ToEntry();
        UserData[IndexSchema.FingerprintEntry] = FingerprintOf(_analyzer);
    }
}
