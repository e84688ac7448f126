// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Opens the three files of an index segment: nothing is read into memory, nothing is parsed but the records of the fields.</summary>
internal sealed unsafe class BlockFieldsReader : FieldsProducer
{
    private readonly SortedDictionary<string, Terms> _fields = new(StringComparer.Ordinal);
    private readonly PagedFile _dictionary = null!;
    private readonly PagedFile _lists = null!;
    private readonly PagedFile _positions = null!;
    private readonly FieldsProducer? _stock;

    public BlockFieldsReader(SegmentReadState state, Func<FieldsProducer> openStock)
    {
        var success = false;
        try
        {
            _dictionary = Open(state, BlockPostingsFormat.DictionaryExtension, BlockPostingsFormat.DictionaryCodec);
            _lists = Open(state, BlockPostingsFormat.PostingsExtension, BlockPostingsFormat.PostingsCodec);
            _positions = Open(state, BlockPostingsFormat.PositionsExtension, BlockPostingsFormat.PositionsCodec);
            var end = _dictionary.Length - PagedOutput.Padding;
            if (end < 16) throw _dictionary.Damage("is too short");
            var tail = (long*)_dictionary.Touch(end - 16, 16);
            var (start, count) = (Unsafe.ReadUnaligned<long>(tail), Unsafe.ReadUnaligned<long>(tail + 1));
            if (count < 0 || start < 0 || count > (end - 16) / sizeof(FieldRecord) || start != end - 16 - count * sizeof(FieldRecord)) throw _dictionary.Damage("does not lead to its fields");
            var records = (FieldRecord*)_dictionary.Touch(start, count * sizeof(FieldRecord));
            for (var i = 0; i < count; i++)
            {
                var record = Unsafe.ReadUnaligned<FieldRecord>(records + i);
                var field = record.Number is >= 0 and <= int.MaxValue ? state.FieldInfos.FieldInfo((int)record.Number) : null;
                if (field is null) throw _dictionary.Damage("tells of a field that is not there");
                _fields[field.Name] = (record.Kinds & FieldRecord.Stock) != 0
                    ? (_stock ??= openStock()).GetTerms(field.Name) ?? throw _dictionary.Damage("tells of a field that is not there")
                    : new BlockTerms(field, record, state.SegmentInfo.DocCount, _dictionary, _lists, _positions);
            }
            success = true;
        }
        finally
        {
            if (!success) IOUtils.DisposeWhileHandlingException(_dictionary, _lists, _positions, _stock);
        }
    }

    public override int Count => _fields.Count;

    public override IEnumerator<string> GetEnumerator() => _fields.Keys.GetEnumerator();

    public override Terms? GetTerms(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Bytes on the heap: none that count. The files are mapped.</summary>
    public override long RamBytesUsed() => _stock?.RamBytesUsed() ?? 0;

    public override void CheckIntegrity()
    {
        _dictionary.CheckIntegrity();
        _lists.CheckIntegrity();
        _positions.CheckIntegrity();
        _stock?.CheckIntegrity();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) IOUtils.Dispose(_dictionary, _lists, _positions, _stock);
    }

    private static PagedFile Open(SegmentReadState state, string extension, string codec) =>
        new(state.Directory, BlockPostingsFormat.FileName(state.SegmentInfo, state.SegmentSuffix, extension), state.Context, codec, BlockPostingsFormat.Version);
}
