// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Indexing;

namespace TextIndex.Search.Scorers;

/// <summary>One index segment of a snapshot as the scorers see it. Made once a snapshot; safe to share between threads.</summary>
internal sealed unsafe class SegmentView
{
    /// <summary>What postings count for one occurrence: they count halves.</summary>
    public const int Scale = 2;

    // Beyond this many they are all forgotten: a filter is a bit a document.
    private const int MostFilters = 16, MostCounts = 1 << 16;

    private readonly FieldView?[] _fields = new FieldView?[TextField.All.Length];
    private readonly ConcurrentDictionary<FilterKey, PinnedArray<ulong>> _filters = new();
    private readonly ConcurrentDictionary<long, int> _liveCounts = new();
    private readonly PinnedArray<ulong>? _live;
    private readonly NumericDocValues? _dates;
    private readonly ByteColumn? _keys;

    /// <summary>Looks at an index segment.</summary>
    /// <param name="segment">The index segment.</param>
    /// <param name="averages">Average lengths in the whole collection, by field.</param>
    public SegmentView(IndexSegment segment, ReadOnlySpan<double> averages)
    {
        Segment = segment;
        _live = FieldView.LiveOf(segment.LiveDocuments, segment.DocumentCount);
        foreach (var field in TextField.All)
        {
            if (segment.Reader.GetTerms(field.Name) is not { } terms) continue;
            if (terms is not BlockTerms ours)
            {
                IsOurs = false;
                return;
            }
            var average = averages[field.Ordinal];
            _fields[field.Ordinal] = new FieldView(ours, average, FieldView.NormsOf(ours, average, Scale), _live, Scale);
        }
        _keys = segment.Reader.GetBinaryDocValues(IndexSchema.Key) as ByteColumn;
        _dates = segment.Numbers(IndexSchema.Date) as NumberColumn;
        IsOurs = _keys is not null && _dates is not null;
    }

    /// <summary>Whether all that is needed is written by formats of ours.</summary>
    public bool IsOurs { get; }

    /// <summary>The index segment.</summary>
    public IndexSegment Segment { get; }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocumentCount => Segment.DocumentCount;

    /// <summary>Words of 64 bits that a set of documents takes.</summary>
    public int WordCount => (DocumentCount + 511) / 512 * 8;

    /// <summary>Bits of the documents that are not deleted; null = all.</summary>
    public ulong* Live => _live is null ? null : _live.Pointer;

    /// <summary>A field; null where no document of the index segment has a word in it.</summary>
    public FieldView? Field(TextField field) => _fields[field.Ordinal];

    /// <summary>The key of a document, UTF-8, without what the keys of the index are given with.</summary>
    public ReadOnlySpan<byte> KeyBytes(int document) => _keys!.BytesOf(document);

    /// <summary>The date of a document; 0 = undated.</summary>
    public long DateOf(int document) => _dates!.Get(document);

    /// <summary>Documents of a list that are not deleted.</summary>
    public int LiveCountOf(TextField field, in PostingsEntry entry)
    {
        if (_live is null) return entry.DocumentFrequency;
        if (entry.DocumentFrequency == 1) return Segment.IsLive(entry.Document) ? 1 : 0;
        var key = entry.Postings * TextField.All.Length + field.Ordinal;
        if (_liveCounts.TryGetValue(key, out var known)) return known;
        if (_liveCounts.Count >= MostCounts) _liveCounts.Clear();
        return _liveCounts[key] = Count(_fields[field.Ordinal]!, entry);
    }

    /// <summary>The documents that a filter keeps.</summary>
    public PinnedArray<ulong> Filter<T>(in FilterKey key, T argument, Func<IndexSegment, T, FixedBitSet> match)
    {
        if (_filters.TryGetValue(key, out var known)) return known;
        var matched = match(Segment, argument).GetBits();
        var bits = new PinnedArray<ulong>(WordCount);
        for (var w = 0; w < Math.Min(matched.Length, WordCount); w++) bits.Pointer[w] = (ulong)matched[w];
        if (_filters.Count >= MostFilters) _filters.Clear();
        return _filters.GetOrAdd(key, bits);
    }

    private int Count(FieldView field, in PostingsEntry entry)
    {
        PostingsList list = default;
        list.Open(field.Terms, entry);
        int* documents = stackalloc int[BlockPacking.Size], frequencies = stackalloc int[BlockPacking.Size];
        var count = 0;
        for (var b = 0; b < list.Blocks; b++)
        {
            list.ReadDocuments(b, documents, frequencies);
            for (var i = 0; i < list.CountOf(b); i++) count += (int)(_live!.Pointer[documents[i] >> 6] >> documents[i] & 1);
        }
        return count;
    }
}
