// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;

namespace TextIndex.Codecs;

/// <summary>Which field is written how: the one place that names the formats of ours.</summary>
internal sealed class FormatTable
{
    private static readonly BlockPostingsFormat Blocks = new();

    /// <summary>Postings formats of ours, found by the name that stands in the index.</summary>
    public static readonly PostingsFormat[] Postings = [Blocks];

    /// <summary>Column formats of ours, found by the name that stands in the index.</summary>
    public static readonly DocValuesFormat[] DocValues = [];

    /// <summary>How a field's postings are written; null = as Lucene.Net does.</summary>
    public PostingsFormat? PostingsFor(string field) => Blocks;

    /// <summary>How a column is written; null = as Lucene.Net does.</summary>
    public DocValuesFormat? DocValuesFor(string field) => null;
}
