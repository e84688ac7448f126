// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Columns;

/// <summary>Some bytes for every document, read where they lie. Safe to share between threads.</summary>
internal sealed unsafe class ByteColumn : BinaryDocValues
{
    private readonly ColumnFile _file;
    private readonly long _offsetsAt, _at, _length;
    private readonly int _width, _documents;
    private readonly ulong _mask;

    /// <exception cref="FormatException">The column is not inside the file.</exception>
    public ByteColumn(ColumnFile file, int documents, int width, long offsetsAt, long at, long length, long missingAt)
    {
        if (width is 0 or > 8) throw file.Damaged("a column of bytes has a wrong width");
        var groups = (documents >> ColumnsWriter.GroupBits) + 1L;
        file.MustHold(offsetsAt, 8 * groups + (documents + 1L) * width);
        file.MustHold(at, length);
        if (missingAt != -1) file.MustHold(missingAt, (documents + 7L) >> 3);
        (_file, _documents, _width, _offsetsAt, _at, _length, MissingAt) = (file, documents, width, offsetsAt, at, length, missingAt);
        _mask = width == 8 ? ulong.MaxValue : (1UL << 8 * width) - 1;
    }

    /// <summary>Where the bits of the documents without a value stand; -1 = every document has one.</summary>
    public long MissingAt { get; }

    /// <summary>Bytes that the column takes.</summary>
    public long SizeBytes => _length + 8 * ((_documents >> ColumnsWriter.GroupBits) + 1L) + (_documents + 1L) * _width;

    /// <summary>The bytes of a document, in place; they live as long as this column is referred to.</summary>
    /// <exception cref="FormatException">They are not there, or not what was written.</exception>
    public ReadOnlySpan<byte> BytesOf(int document)
    {
        if ((uint)document >= (uint)_documents) throw new ArgumentOutOfRangeException(nameof(document));
        var (start, end) = (Offset(document), Offset(document + 1));
        if (start < 0 || start > end || end > _length || end - start > Array.MaxLength) throw _file.Damaged("a value has a wrong length");
        return new ReadOnlySpan<byte>(_file.Read(_at + start, end - start), (int)(end - start));
    }

    /// <inheritdoc/>
    public override void Get(int docID, BytesRef result)
    {
        var bytes = BytesOf(docID);
        if (result.Bytes.Length < bytes.Length) result.Bytes = new byte[ArrayUtil.Oversize(bytes.Length, 1)];
        bytes.CopyTo(result.Bytes);
        (result.Offset, result.Length) = (0, bytes.Length);
        GC.KeepAlive(_file);
    }

    private long Offset(int document)
    {
        var group = document >> ColumnsWriter.GroupBits;
        var groupAt = _offsetsAt + group * (8L + ((long)_width << ColumnsWriter.GroupBits));
        var offset = LittleEndian.Int64(_file.Read(groupAt, 8));
        var at = groupAt + 8 + (document & ((1 << ColumnsWriter.GroupBits) - 1)) * (long)_width;
        return unchecked(offset + (long)(LittleEndian.UInt64(_file.Read(at, _width)) & _mask));
    }
}
