// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Storage;

namespace TextIndex.Codecs.Columns;

/// <summary>Reads the file that ColumnsFormat.cs describes: the directory at once, columns where they lie.</summary>
internal sealed unsafe class ColumnsReader : DocValuesProducer
{
    // The lengths and the hash of the directory, and Lucene's footer.
    private const int TailBytes = 12;

    private readonly IndexInput _input;
    private readonly Dictionary<int, object> _columns = [];
    private readonly ColumnFile _file;
    private readonly int _documents;

    public ColumnsReader(SegmentReadState state)
    {
        LittleEndian.Require();
        var name = IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, ColumnsFormat.Extension);
        _documents = state.SegmentInfo.DocCount;
        _input = state.Directory.OpenInput(name, state.Context);
        try
        {
            CodecUtil.CheckHeader(_input, ColumnsFormat.HeaderName, ColumnsFormat.Version, ColumnsFormat.Version);
            var start = _input.Position;
            CodecUtil.RetrieveChecksum(_input);
            _file = Open(MappedSlice.Of(_input), start, name);
        }
        catch
        {
            _input.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override NumericDocValues GetNumeric(FieldInfo field) => Column<NumberColumn>(field);

    /// <inheritdoc/>
    public override BinaryDocValues GetBinary(FieldInfo field) => Column<BinaryDocValues>(field);

    /// <inheritdoc/>
    public override SortedDocValues GetSorted(FieldInfo field) => throw new NotSupportedException(field.Name);

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSet(FieldInfo field) => throw new NotSupportedException(field.Name);

    /// <inheritdoc/>
    public override IBits GetDocsWithField(FieldInfo field)
    {
        var missing = _columns.TryGetValue(field.Number, out var column) ? column switch
        {
            NumberColumn numbers => numbers.MissingAt,
            ByteColumn bytes => bytes.MissingAt,
            _ => -1L,
        } : throw _file.Damaged($"column {field.Name} is missing");
        return missing < 0 ? new Bits.MatchAllBits(_documents) : new PresentBits(_file, missing, _documents);
    }

    /// <inheritdoc/>
    public override long RamBytesUsed() => 0;

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
        CodecUtil.ChecksumEntireFile(_input);
        _file.VerifyAll();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _input.Dispose();
    }

    private T Column<T>(FieldInfo field) where T : class =>
        _columns.TryGetValue(field.Number, out var column) && column is T found ? found : throw _file.Damaged($"column {field.Name} is missing");

    private ColumnFile Open(MappedSlice slice, long start, string name)
    {
        var tailAt = slice.Length - CodecUtil.FooterLength() - TailBytes;
        if (tailAt < start) throw new FormatException($"{name}: too short");
        var tail = slice.Region(tailAt, TailBytes);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (length < 16 || length > tailAt - start) throw new FormatException($"{name}: a wrong directory");
        var directory = slice.Region(tailAt - length, length);
        if (ColumnFile.HashOf(directory) != BinaryPrimitives.ReadUInt64LittleEndian(tail[4..])) throw new FormatException($"{name}: the directory is not what was written");
        var reader = new FieldReader(directory, name);
        var dataLength = reader.Int64();
        if (dataLength < 0 || dataLength != tailAt - length - ColumnFile.Slack - start) throw new FormatException($"{name}: the data has another length");
        if (reader.Int32() != _documents) throw new FormatException($"{name}: another number of documents");
        var fields = reader.Int32();
        var pages = ColumnFile.PagesOf(dataLength);
        var fieldBytes = length - 16 - 8 * pages;
        if (fieldBytes < 0 || fields < 0) throw new FormatException($"{name}: a wrong directory");
        var hashes = MemoryMarshal.Cast<byte, ulong>(directory[(int)(16 + fieldBytes)..]).ToArray();
        var file = new ColumnFile(slice, start, dataLength, hashes, name);
        var body = new FieldReader(directory.Slice(16, (int)fieldBytes), name);
        for (; fields > 0; fields--) _columns[body.Int32()] = ReadColumn(file, ref body);
        return file;
    }

    private object ReadColumn(ColumnFile file, ref FieldReader reader)
    {
        switch (reader.Byte())
        {
            case ColumnsWriter.Numbers: return new NumberColumn(file, _documents, reader.Int64(), reader.Int64(), reader.Byte(), reader.Int64(), reader.Int64());
            case ColumnsWriter.Bytes: return new ByteColumn(file, _documents, reader.Byte(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64());
            case ColumnsWriter.Text: break;
            default: throw file.Damaged("a column of another kind");
        }
        var chunks = new List<TextChunk>();
        for (var left = reader.Int32(); left > 0; left--)
            chunks.Add(new TextChunk(file, new TextChunkPlace(reader.Int32(), reader.Int32(), reader.Int32(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64())));
        return new TextColumn(file, chunks, _documents);
    }

    private ref struct FieldReader(ReadOnlySpan<byte> bytes, string name)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public byte Byte() => Take(1)[0];

        public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

        private ReadOnlySpan<byte> Take(int count)
        {
            if (_left.Length < count) throw new FormatException($"{name}: the directory is cut off");
            var taken = _left[..count];
            _left = _left[count..];
            return taken;
        }
    }

    private sealed class PresentBits(ColumnFile file, long at, int documents) : IBits
    {
        public int Length => documents;

        public bool Get(int index) => (*file.Read(at + (index >> 3), 1) >> (index & 7) & 1) == 0;
    }
}
