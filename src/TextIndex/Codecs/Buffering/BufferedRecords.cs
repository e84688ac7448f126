// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Buffering;

/// <summary>The records of all documents of a new index segment, read column by column. For one thread.</summary>
internal sealed unsafe class BufferedRecords(BufferedColumns columns, int documents)
{
    private readonly List<BufferAddress> _records = new(documents);

    /// <summary>Adds the record of the next document.</summary>
    /// <param name="address">Where it waits; null = it has none, because it was not added whole.</param>
    public void Add(BytesRef? address) => _records.Add(address is null ? default : BufferAddress.Read(address));

    /// <summary>The numbers of a column, document by document.</summary>
    public IEnumerable<long?> Numbers(int column)
    {
        foreach (var record in _records) yield return record.Length == 0 ? null : BinaryPrimitives.ReadInt64LittleEndian(ValueOf(record, column));
    }

    /// <summary>The bytes of a column, document by document: each until the next one.</summary>
    public IEnumerable<BytesRef?> Values(int column)
    {
        var value = new BytesRef();
        foreach (var record in _records)
        {
            if (record.Length > 0) Copy(ValueOf(record, column), value);
            yield return record.Length == 0 ? null : value;
        }
    }

    /// <summary>Gives the records back.</summary>
    public void Release()
    {
        foreach (var record in _records)
            if (record.Length > 0) columns.Buffer.Release(record);
        _records.Clear();
    }

    private ReadOnlySpan<byte> ValueOf(BufferAddress address, int column)
    {
        var record = new ReadOnlySpan<byte>(columns.Buffer.At(address), address.Length);
        var (start, length) = DocumentRecord.Find(record, column, columns.Columns.Count);
        return record.Slice(start, length);
    }

    private static void Copy(ReadOnlySpan<byte> bytes, BytesRef into)
    {
        if (into.Bytes.Length < bytes.Length) into.Bytes = new byte[Math.Max(bytes.Length, 2 * into.Bytes.Length)];
        bytes.CopyTo(into.Bytes);
        into.Length = bytes.Length;
    }
}
