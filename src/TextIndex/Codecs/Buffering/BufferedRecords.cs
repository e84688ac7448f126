// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Buffering;

/// <summary>The records of all documents of a new index segment, read column by column. For one thread.</summary>
internal sealed class BufferedRecords(BufferedColumns columns, int documents)
{
    private readonly List<(byte[]? Bytes, int Start, BufferAddress Address)> _records = new(documents);

    /// <summary>Adds the record of the next document.</summary>
    /// <param name="address">Where it waits; null = it has none, because it was not added whole.</param>
    public void Add(BytesRef? address)
    {
        if (address is null)
        {
            _records.Add(default);
            return;
        }
        var read = BufferAddress.Read(address);
        var (bytes, start) = columns.Buffer.At(read);
        _records.Add((bytes, start, read));
    }

    /// <summary>The numbers of a column, document by document.</summary>
    public IEnumerable<long?> Numbers(int column)
    {
        foreach (var (bytes, start, address) in _records)
        {
            if (bytes is null)
            {
                yield return null;
                continue;
            }
            var (at, _) = DocumentRecord.Find(bytes.AsSpan(start, address.Length), column, columns.Columns.Count);
            yield return BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(start + at));
        }
    }

    /// <summary>The bytes of a column, document by document: each until the next one.</summary>
    public IEnumerable<BytesRef?> Values(int column)
    {
        var value = new BytesRef();
        foreach (var (bytes, start, address) in _records)
        {
            if (bytes is null)
            {
                yield return null;
                continue;
            }
            var (at, length) = DocumentRecord.Find(bytes.AsSpan(start, address.Length), column, columns.Columns.Count);
            (value.Bytes, value.Offset, value.Length) = (bytes, start + at, length);
            yield return value;
        }
    }

    /// <summary>Gives the records back.</summary>
    public void Release()
    {
        foreach (var (bytes, _, address) in _records)
            if (bytes is not null) columns.Buffer.Release(address);
        _records.Clear();
    }
}
