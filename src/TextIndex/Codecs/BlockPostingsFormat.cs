// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using TextIndex.Codecs.Inversion;

namespace TextIndex.Codecs;

/// <summary>Postings in blocks of 128 that are decoded by vectors, bounded by impacts and read where they lie; docs/index-format.md §10.</summary>
/// <remarks>Fields with offsets or payloads are handed on to Lucene.Net's own format, in the same index segment.</remarks>
[PostingsFormatName("TextIndexBlocks")]
internal sealed class BlockPostingsFormat : PostingsFormat
{
    /// <summary>Version of the three files.</summary>
    public const int Version = 1;

    public const string DictionaryExtension = "xtd", PostingsExtension = "xtl", PositionsExtension = "xtp", ScratchExtension = "xts", ScratchPositionsExtension = "xtq";
    public const string DictionaryCodec = "TextIndexTerms", PostingsCodec = "TextIndexLists", PositionsCodec = "TextIndexPositions";

    /// <summary>Where the fields of Lucene.Net's own format lie: this behind our suffix.</summary>
    public const string StockSuffix = "stock";

    private static readonly PostingsFormat Stock = new Lucene.Net.Codecs.Lucene41.Lucene41PostingsFormat();

    private readonly bool _withPairs;
    private readonly PackedFields? _packed;

    /// <summary>Makes the format; both kinds read each other's files.</summary>
    /// <param name="withPairs">Whether phrases of frequent terms get lists of their own.</param>
    /// <param name="packed">Fields whose words come packed when documents are new; null = none.</param>
    public BlockPostingsFormat(bool withPairs = true, PackedFields? packed = null) => (_withPairs, _packed) = (withPairs, packed);

    /// <inheritdoc/>
    public override FieldsConsumer FieldsConsumer(SegmentWriteState state) =>
        new BlockFieldsWriter(state, _withPairs, _packed, () => Stock.FieldsConsumer(new SegmentWriteState(state, state.SegmentSuffix + StockSuffix)));

    /// <inheritdoc/>
    public override FieldsProducer FieldsProducer(SegmentReadState state) =>
        new BlockFieldsReader(state, () => Stock.FieldsProducer(new SegmentReadState(state, state.SegmentSuffix + StockSuffix)));

    /// <summary>Name of a file of an index segment.</summary>
    public static string FileName(SegmentInfo info, string suffix, string extension) => IndexFileNames.SegmentFileName(info.Name, suffix, extension);
}
