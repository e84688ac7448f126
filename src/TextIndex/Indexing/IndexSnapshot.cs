// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

/// <summary>One commit of an index, open for reading: it never changes. Safe to share between threads until it is disposed.</summary>
internal sealed class IndexSnapshot : IDisposable
{
    private readonly DirectoryReader[] _readers;
    private volatile object? _kept;

    private IndexSnapshot(DirectoryReader reader, ColumnSet columns)
    {
        (Reader, Columns, _readers) = (reader, columns, [reader]);
        Segments = [.. reader.Leaves.Select((leaf, i) => new IndexSegment((AtomicReader)leaf.Reader, i))];
        DocumentCount = reader.NumDocs;
        TotalLengths = new long[TextField.All.Length];
        foreach (var segment in Segments)
            foreach (var field in TextField.All)
                TotalLengths[field.Ordinal] += segment.Sum(field.Length);
    }

    // Statistics are sums of whole numbers, so it does not matter to a score how the documents are spread over the parts.
    private IndexSnapshot(IReadOnlyList<(IndexSnapshot Snapshot, string KeyPrefix)> parts)
    {
        Reader = parts[0].Snapshot.Reader;
        _readers = [.. parts.Select(part => part.Snapshot.Reader)];
        Columns = parts[0].Snapshot.Columns;
        TotalLengths = new long[TextField.All.Length];
        var segments = new List<IndexSegment>();
        for (var part = 0; part < parts.Count; part++)
        {
            var (snapshot, keyPrefix) = parts[part];
            Columns = Columns.With(snapshot.Columns.All);
            DocumentCount += snapshot.DocumentCount;
            foreach (var field in TextField.All) TotalLengths[field.Ordinal] += snapshot.TotalLengths[field.Ordinal];
            foreach (var segment in snapshot.Segments) segments.Add(new IndexSegment(segment.Reader, segments.Count, part, keyPrefix));
        }
        Segments = segments;
    }

    /// <summary>Lucene.Net's own reader; of a join, the first one's.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>Lucene.Net's own reader of all documents.</summary>
    public IndexReader LuceneReader => _readers.Length == 1 ? Reader : new MultiReader(_readers, closeSubReaders: false);

    /// <summary>Columns of the caller's that documents may have values in.</summary>
    public ColumnSet Columns { get; }

    /// <summary>The immutable parts.</summary>
    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int DocumentCount { get; }

    /// <summary>Lengths of all documents that are not deleted, in half occurrences, by field.</summary>
    public long[] TotalLengths { get; }

    /// <summary>Opens the last commit.</summary>
    /// <param name="directory">Where the index is; stays the caller's.</param>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="fingerprint">What the index must have been written with; empty = any.</param>
    /// <exception cref="IndexVersionException">It was written with something else.</exception>
    public static IndexSnapshot Open(Lucene.Net.Store.Directory directory, string name, string fingerprint)
    {
        Codecs.TextIndexCodec.Register();
        return Of(DirectoryReader.Open(directory), name, fingerprint);
    }

    /// <summary>Opens the documents as a writer has them now.</summary>
    public static IndexSnapshot Uncommitted(IndexWriter writer, ColumnSet columns) => new(DirectoryReader.Open(writer, applyAllDeletes: true), columns);

    /// <summary>Makes one snapshot of several, which stay the caller's and must outlive it. It is not disposed.</summary>
    /// <param name="parts">The snapshots, each with what its keys are given with.</param>
    /// <exception cref="ArgumentException">Two of them have a column of one name with different kinds.</exception>
    public static IndexSnapshot Join(IReadOnlyList<(IndexSnapshot Snapshot, string KeyPrefix)> parts) => new(parts);

    /// <summary>Opens the newest commit if it is newer than this one.</summary>
    /// <returns>The newer snapshot, to be disposed as well; null where there is none.</returns>
    public IndexSnapshot? OpenIfNewer(string name, string fingerprint)
    {
        Codecs.TextIndexCodec.Register();
        return DirectoryReader.OpenIfChanged(Reader) is { } newer ? Of(newer, name, fingerprint) : null;
    }

    /// <summary>What is known of the files in this snapshot, by key.</summary>
    public IEnumerable<KeyValuePair<string, FileStamp>> FileStamps()
    {
        foreach (var segment in Segments)
        {
            var columns = segment.OpenColumns();
            var (size, time, read) = (segment.Numbers(IndexSchema.FileSize), segment.Numbers(IndexSchema.FileTime), segment.Numbers(IndexSchema.FileRead));
            for (var document = 0; document < segment.DocumentCount; document++)
                if (segment.IsLive(document))
                    yield return new(columns.Key(document), new FileStamp(size.Get(document), time.Get(document), read.Get(document)));
        }
    }

    /// <summary>What searches keep beside the snapshot: made once, and ends with it.</summary>
    public T Keep<T>(Func<IndexSnapshot, T> make) where T : class
    {
        if (_kept is T kept) return kept;
        lock (_readers) return (T)(_kept ??= make(this));
    }

    /// <summary>Commit user data.</summary>
    public IDictionary<string, string> UserData => Reader.IndexCommit.UserData;

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();

    private static IndexSnapshot Of(DirectoryReader reader, string name, string fingerprint)
    {
        try
        {
            var found = reader.IndexCommit.UserData.TryGetValue(IndexSchema.FingerprintEntry, out var value) ? value : "";
            if (fingerprint.Length > 0 && found != fingerprint) throw new IndexVersionException(name, found, fingerprint);
            return new IndexSnapshot(reader, ColumnSet.Read(reader.IndexCommit.UserData));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
