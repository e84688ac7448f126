// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Columns;
using TextIndex.Codecs.Inversion;

namespace TextIndex.Codecs;

/// <summary>Which field is written how: the one place that names the formats of ours.</summary>
internal sealed class FormatTable
{
    private static readonly BlockPostingsFormat BlocksAndPairs = new();

    /// <summary>What a program gets that takes our codec for fields of its own: its columns may be of any kind, so they stay Lucene.Net's.</summary>
    public static readonly FormatTable Default = new([], new ColumnsFormat(), BlocksAndPairs);

    private readonly HashSet<string> _columns;
    private readonly BlockPostingsFormat _postings;
    private readonly ColumnsFormat _format;

    /// <summary>Makes a table.</summary>
    /// <param name="columns">The columns that are written by our format, and where their values wait.</param>
    /// <param name="leavesPlacesOut">Which pairs of neighbours need no list of places in a text column; may be null.</param>
    /// <param name="packed">Which fields' words come packed.</param>
    /// <param name="sizes">How text columns are parted; null = as every index is.</param>
    public FormatTable(BufferedColumns columns, PairFilter? leavesPlacesOut, PackedFields packed, ChunkSizes? sizes = null)
        // The index of ours answers phrases from its texts: lists of neighbours would only make it larger.
        : this(columns.Columns.Select(column => column.Name), new ColumnsFormat(leavesPlacesOut, sizes ?? ChunkSizes.Default, columns), new BlockPostingsFormat(withPairs: false, packed)) { }

    private FormatTable(IEnumerable<string> columns, ColumnsFormat format, BlockPostingsFormat postings) =>
        (_columns, _format, _postings) = (new HashSet<string>(columns, StringComparer.Ordinal), format, postings);

    /// <summary>Postings formats of ours, found by the name that stands in the index.</summary>
    public static readonly PostingsFormat[] Postings = [BlocksAndPairs];

    /// <summary>Column formats of ours, found by the name that stands in the index.</summary>
    public static readonly DocValuesFormat[] DocValues = [new ColumnsFormat()];

    /// <summary>How a field's postings are written; null = as Lucene.Net does.</summary>
    public PostingsFormat? PostingsFor(string field) => _postings;

    /// <summary>How a column is written; null = as Lucene.Net does.</summary>
    public DocValuesFormat? DocValuesFor(string field) => _columns.Contains(field) ? _format : null;
}
