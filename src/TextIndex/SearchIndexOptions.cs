// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Segmentation;

namespace TextIndex;

/// <summary>How an index is opened. Immutable; safe to share between threads.</summary>
public sealed record SearchIndexOptions
{
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

    /// <summary>Memory that indexing may fill before it writes a part to disk, in megabytes, at least 1. 64 unless told.</summary>
    public int BufferMegabytes { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1); field = value; } } = 64;

    /// <summary>Keeps the tokens of title and body with their positions in fields of their own, <c>title.words</c> and <c>body.words</c>, for Lucene.Net's phrase
    /// and span queries; queries of this library need none. Decided when the index is begun. False unless told.</summary>
    public bool WordPositions { get; init; }

    /// <summary>Indexes up to this size have all their checksums verified when they are opened, in bytes. 16 MiB unless told; 0 = never.</summary>
    public long VerifyUpToBytes { get; init; } = 16L << 20;
}
