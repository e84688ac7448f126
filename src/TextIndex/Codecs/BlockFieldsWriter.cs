// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs.Inversion;

namespace TextIndex.Codecs;

// dictionary file := header field-parts* record:FieldRecord* records:i64 count:i64 (…)        the last two numbers end the content, before its padding
/// <summary>Writes the three files of an index segment: dictionary, lists, positions.</summary>
internal sealed class BlockFieldsWriter : FieldsConsumer
{
    private readonly Func<FieldsConsumer> _openStock;
    private readonly PackedFields? _packed;
    private readonly List<FieldRecord> _records = [];
    private FieldsConsumer? _stock;
    private bool _closed;

    public BlockFieldsWriter(SegmentWriteState state, bool withPairs, PackedFields? packed, Func<FieldsConsumer> openStock)
    {
        (State, WithPairs, _packed, _openStock) = (state, withPairs, packed, openStock);
        var success = false;
        try
        {
            Dictionary = Create(BlockPostingsFormat.DictionaryExtension, BlockPostingsFormat.DictionaryCodec);
            Lists = Create(BlockPostingsFormat.PostingsExtension, BlockPostingsFormat.PostingsCodec);
            Positions = Create(BlockPostingsFormat.PositionsExtension, BlockPostingsFormat.PositionsCodec);
            success = true;
        }
        finally
        {
            if (!success) IOUtils.DisposeWhileHandlingException(Dictionary, Lists);
        }
    }

    public SegmentWriteState State { get; }

    /// <summary>Whether phrases of frequent terms get lists of their own.</summary>
    public bool WithPairs { get; }

    public PagedOutput Dictionary { get; }

    public PagedOutput Lists { get; }

    public PagedOutput Positions { get; }

    public override TermsConsumer AddField(FieldInfo field)
    {
        if (field.HasPayloads || field.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS)
        {
            _records.Add(new FieldRecord { Number = field.Number, Kinds = FieldRecord.Stock });
            return (_stock ??= _openStock()).AddField(field);
        }
        if (State.Context.Context == IOContext.UsageContext.FLUSH && _packed is not null && _packed.Names.Contains(field.Name)) return new BatchInverter(this, field, _packed);
        return State.Context.Context == IOContext.UsageContext.MERGE && field.IndexOptions < IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? new ListMerger(this, field) : new BlockFieldWriter(this, field);
    }

    /// <summary>Takes over what a field's writer has written.</summary>
    public void Add(FieldRecord record) => _records.Add(record);

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _closed) return;
        _closed = true;
        var success = false;
        try
        {
            var start = Dictionary.Position;
            Dictionary.Write<FieldRecord>(CollectionsMarshal.AsSpan(_records));
            Dictionary.Write<long>([start, _records.Count]);
            Dictionary.Finish();
            Lists.Finish();
            Positions.Finish();
            success = true;
        }
        finally
        {
            if (success) IOUtils.Dispose(Dictionary, Lists, Positions, _stock);
            else IOUtils.DisposeWhileHandlingException(Dictionary, Lists, Positions, _stock);
        }
    }

    private PagedOutput Create(string extension, string codec) =>
        new(State.Directory.CreateOutput(BlockPostingsFormat.FileName(State.SegmentInfo, State.SegmentSuffix, extension), State.Context), codec, BlockPostingsFormat.Version);
}
