// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.PerField;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Codecs.Buffering;

namespace TextIndex.Codecs.Columns;

/// <summary>Writes the file that ColumnsFormat.cs describes.</summary>
internal sealed class ColumnsWriter : DocValuesConsumer
{
    /// <summary>Kinds of columns as the directory tells them.</summary>
    internal const byte Numbers = 0, Bytes = 1, Text = 2;

    /// <summary>Documents between two offsets that are written out.</summary>
    internal const int GroupBits = 6;

    private readonly IndexOutput _output;
    private readonly PageWriter _data;
    private readonly PairFilter? _leavesPlacesOut;
    private readonly ChunkSizes _sizes;
    private readonly BufferedColumns? _buffered;
    private readonly FieldInfos _infos;
    private readonly GrowingBytes _fields = new();
    private readonly int _documents;
    // Of one column after another: eight bytes a document are not to be left behind on the heap by each.
    private long[]? _numbers;
    private int _fieldCount;

    public ColumnsWriter(SegmentWriteState state, PairFilter? leavesPlacesOut, ChunkSizes sizes, BufferedColumns? buffered)
    {
        (_documents, _leavesPlacesOut, _sizes, _infos) = (state.SegmentInfo.DocCount, leavesPlacesOut, sizes, state.FieldInfos);
        // Merging reads and writes the values themselves.
        _buffered = state.Context.Context == IOContext.UsageContext.FLUSH ? buffered : null;
        var name = IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, ColumnsFormat.Extension);
        _output = state.Directory.CreateOutput(name, state.Context);
        try
        {
            CodecUtil.WriteHeader(_output, ColumnsFormat.HeaderName, ColumnsFormat.Version);
        }
        catch
        {
            _output.Dispose();
            throw;
        }
        _data = new PageWriter(_output);
    }

    /// <inheritdoc/>
    public override void AddNumericField(FieldInfo field, IEnumerable<long?> values)
    {
        var (numbers, missing, count) = (_numbers ??= new long[_documents + 1], new byte[(_documents + 7) >> 3], 0);
        long least = long.MaxValue, most = long.MinValue, sum = 0;
        var misses = false;
        foreach (var value in values)
        {
            if (value is null) { misses = true; missing[count >> 3] |= (byte)(1 << (count & 7)); }
            var number = value ?? 0;
            (least, most) = (Math.Min(least, number), Math.Max(most, number));
            sum = unchecked(sum + number);
            numbers[count++] = number;
        }
        if (count == 0) (least, most) = (0, 0);
        var width = BytesFor(unchecked((ulong)(most - least)));
        Begin(field, Numbers);
        Int64(least);
        Int64(sum);
        _fields.Add((byte)width);
        Int64(_data.Align());
        WriteWidth(numbers.AsSpan(0, count), least, width);
        WriteMissing(misses ? missing : null);
    }

    /// <inheritdoc/>
    public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values)
    {
        if (_buffered is not null && field.Name == _buffered.Carrier) AddBuffered(_buffered, field, values);
        else AddValues(field, values);
    }

    /// <inheritdoc/>
    public override void AddSortedField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrd) => throw new NotSupportedException(field.Name);

    /// <inheritdoc/>
    public override void AddSortedSetField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrdCount, IEnumerable<long?> ords) => throw new NotSupportedException(field.Name);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        try
        {
            _data.Close();
            _output.WriteBytes(new byte[ColumnFile.Slack], ColumnFile.Slack);
            using var directory = new GrowingBytes();
            var head = directory.AddZeros(16);
            BinaryPrimitives.WriteInt64LittleEndian(head, _data.Position);
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], _documents);
            BinaryPrimitives.WriteInt32LittleEndian(head[12..], _fieldCount);
            directory.Add(_fields.Written);
            directory.Add(LittleEndian.BytesOf(_data.Hashes));
            var (length, hash) = (directory.Length, ColumnFile.HashOf(directory.Written));
            var tail = directory.AddZeros(12);
            BinaryPrimitives.WriteInt32LittleEndian(tail, length);
            BinaryPrimitives.WriteUInt64LittleEndian(tail[4..], hash);
            _output.WriteBytes(directory.Written.ToArray(), directory.Length);
            CodecUtil.WriteFooter(_output);
        }
        finally
        {
            _fields.Dispose();
            _output.Dispose();
        }
    }

    // What Lucene.Net holds of all columns are addresses, in the first one.
    private void AddBuffered(BufferedColumns buffered, FieldInfo carrier, IEnumerable<BytesRef> addresses)
    {
        var records = new BufferedRecords(buffered, _documents);
        foreach (var address in addresses) records.Add(address);
        for (var column = 0; column < buffered.Columns.Count; column++)
        {
            var (name, isNumber) = buffered.Columns[column];
            var field = _infos.FieldInfo(name) ?? throw new InvalidOperationException($"{name}: a column that no document told of");
            if (field != carrier)
                foreach (var key in (ReadOnlySpan<string>)[PerFieldDocValuesFormat.PER_FIELD_FORMAT_KEY, PerFieldDocValuesFormat.PER_FIELD_SUFFIX_KEY]) field.PutAttribute(key, carrier.GetAttribute(key));
            if (isNumber) AddNumericField(field, records.Numbers(column));
            else AddValues(field, records.Values(column));
        }
        records.Release();
    }

    private void AddValues(FieldInfo field, IEnumerable<BytesRef?> values)
    {
        if (ColumnsFormat.IsText(field.Name)) AddText(field, values);
        else AddBytes(field, values);
    }

    private void AddText(FieldInfo field, IEnumerable<BytesRef?> values)
    {
        using var writer = new TextColumnWriter(_data, _leavesPlacesOut, _sizes);
        // A document that was added past our schema has no text: an empty one then.
        foreach (var value in values) writer.Add(value is null ? default : value.Bytes.AsSpan(value.Offset, value.Length));
        writer.Finish();
        Begin(field, Text);
        Int32(writer.Chunks.Count);
        foreach (var chunk in writer.Chunks)
        {
            Int32(chunk.FirstDocument);
            Int32(chunk.Documents);
            Int32(chunk.Units);
            foreach (var at in (ReadOnlySpan<long>)[chunk.TextAt, chunk.CutsAt, chunk.StartsAt, chunk.BlockDocumentsAt, chunk.PairsAt, chunk.PairsLength]) Int64(at);
        }
    }

    private void AddBytes(FieldInfo field, IEnumerable<BytesRef?> values)
    {
        var (ends, missing, count, misses) = (_numbers ??= new long[_documents + 1], new byte[(_documents + 7) >> 3], 0, false);
        ends[0] = 0;
        var at = _data.Align();
        foreach (var value in values)
        {
            if (value is null) { misses = true; missing[count >> 3] |= (byte)(1 << (count & 7)); }
            else _data.Write(value.Bytes.AsSpan(value.Offset, value.Length));
            ends[++count] = _data.Position - at;
        }
        var width = 1;
        for (var i = 0; i <= count; i++) width = Math.Max(width, BytesFor((ulong)(ends[i] - ends[i >> GroupBits << GroupBits])));
        Begin(field, Bytes);
        _fields.Add((byte)width);
        Int64(_data.Align());
        Span<byte> group = stackalloc byte[8];
        for (var first = 0; first <= count; first += 1 << GroupBits)
        {
            BinaryPrimitives.WriteInt64LittleEndian(group, ends[first]);
            _data.Write(group);
            WriteWidth(ends.AsSpan(first, Math.Min(1 << GroupBits, count + 1 - first)), ends[first], width);
        }
        Int64(at);
        Int64(ends[count]);
        WriteMissing(misses ? missing : null);
    }

    private void Begin(FieldInfo field, byte kind)
    {
        _fieldCount++;
        Int32(field.Number);
        _fields.Add(kind);
    }

    private void WriteMissing(byte[]? missing)
    {
        Int64(missing is null ? -1 : _data.Align());
        if (missing is not null) _data.Write(missing);
    }

    private void WriteWidth(ReadOnlySpan<long> numbers, long least, int width)
    {
        if (width == 0) return;
        Span<byte> bytes = stackalloc byte[8];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, unchecked(number - least));
            _data.Write(bytes[..width]);
        }
    }

    private static int BytesFor(ulong value) => (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 7) / 8;

    private void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(_fields.AddZeros(4), value);

    private void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(_fields.AddZeros(8), value);
}
