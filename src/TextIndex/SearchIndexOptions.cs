// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Segmentation;

namespace TextIndex;

/// <summary>How an index is opened. Immutable; safe to share between threads.</summary>
public sealed record SearchIndexOptions
{
    private const int MergingMemory = 128, LeastMemory = MergingMemory + 16;

    /// <summary>Opened for writing, embedded dictionary.</summary>
    public static SearchIndexOptions Default { get; } = new();

    /// <summary>Opens an existing index for searching only: no lock is taken.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The dictionary that cuts words; the index remembers its fingerprint. The embedded one unless told.</summary>
    public WordDictionary? Dictionary { get; init; }

    /// <summary>How words are cut; the index remembers it. The word graph unless told, or where <see cref="Dictionary"/> is neither the embedded one
    /// nor made from it, jieba's way: the graph brings its own words.</summary>
    public SegmentationModel? Model { get; init; }

    /// <summary>Columns of the caller's own that documents may have values in, besides those that the index knows already. None unless told.</summary>
    public IReadOnlyList<Column> Columns { get; init { ArgumentNullException.ThrowIfNull(value); field = [.. value]; } } = [];

    /// <summary>Memory that indexing takes in all, about, in megabytes, at least 144; 384 unless told. Whoever adds waits rather than that more is taken.</summary>
    /// <remarks>128 of it are for index segments that are merged, one at a time. The rest is for documents: a quarter for those that wait, up to three for those that
    /// are being written. What the process holds besides, such as its code and what is left behind on its managed heap, comes on top: measured, the default keeps a
    /// process under 512 MB (benchmarks/results/2026-11-30/memory.md).</remarks>
    public int MemoryMegabytes { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, LeastMemory); field = value; } } = 384;

    /// <summary>Documents that wait, in megabytes, before they are written.</summary>
    internal int BufferMegabytes => (MemoryMegabytes - MergingMemory) / 4;

    /// <summary>Keeps the tokens of title and body with their positions in fields of their own, <c>title.words</c> and <c>body.words</c>, for Lucene.Net's phrase
    /// and span queries; queries of this library need none. Decided when the index is begun. False unless told.</summary>
    public bool WordPositions { get; init; }

    /// <summary>Indexes up to this size have all their checksums verified when they are opened, in bytes. 16 MiB unless told; 0 = never.</summary>
    public long VerifyUpToBytes { get; init; } = 16L << 20;
}
