// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.Codecs.Buffering;

// record := end:i32 × columns value × columns        end: where each value ends, from the record's start; a number is eight bytes, little-endian
/// <summary>The values of one new document in all columns of ours, as they wait in a <see cref="DocumentBuffer"/>. Only in memory.</summary>
internal static class DocumentRecord
{
    /// <summary>Bytes of a number.</summary>
    public const int Number = 8;

    /// <summary>Bytes before the first value.</summary>
    public static int HeadBytes(int columns) => 4 * columns;

    /// <summary>The value of a column.</summary>
    /// <returns>Where it lies in the record's bytes.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> record, int column, int columns)
    {
        var start = column == 0 ? HeadBytes(columns) : BinaryPrimitives.ReadInt32LittleEndian(record[(4 * (column - 1))..]);
        return (start, BinaryPrimitives.ReadInt32LittleEndian(record[(4 * column)..]) - start);
    }
}

/// <summary>Writes a <see cref="DocumentRecord"/> into its room, column by column.</summary>
internal ref struct DocumentRecordWriter(Span<byte> record, int columns)
{
    private readonly Span<byte> _record = record;
    private int _column, _at = DocumentRecord.HeadBytes(columns);

    /// <summary>Gives room for the value of the next column.</summary>
    public Span<byte> Next(int length)
    {
        var value = _record.Slice(_at, length);
        _at += length;
        BinaryPrimitives.WriteInt32LittleEndian(_record[(4 * _column++)..], _at);
        return value;
    }

    /// <summary>Writes the number of the next column.</summary>
    public void NextNumber(long number) => BinaryPrimitives.WriteInt64LittleEndian(Next(DocumentRecord.Number), number);
}
