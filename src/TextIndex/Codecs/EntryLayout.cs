// SPDX-License-Identifier: MIT
using Lucene.Net.Index;

namespace TextIndex.Codecs;

// entry := documents:varint document:varint [frequency:varint] [place]                              one document
//        | documents:varint [occurrences - documents:varint] list:varint length * 2 + dense:varint [place] most:u16 frequent + 1:varint
// place := position:varint                                                                          one document with one occurrence
//        | positions:varint length:varint
// list, positions: counted from the first of the block of terms. most: upper bound * 65535. [ ]: where the field keeps frequencies, positions.
/// <summary>Writes and reads what the dictionary knows of a term.</summary>
internal static unsafe class EntryLayout
{
    public static void Write(GrowingBytes bytes, in PostingsEntry entry, long kinds, long basePostings, long basePositions)
    {
        var (frequencies, positions) = ((kinds & FieldRecord.Frequencies) != 0, (kinds & FieldRecord.Positions) != 0);
        bytes.WriteVarint((uint)entry.DocumentFrequency);
        if (entry.DocumentFrequency == 1)
        {
            bytes.WriteVarint((uint)entry.Document);
            if (frequencies) bytes.WriteVarint((uint)entry.Frequency);
            if (positions) WritePlace(bytes, entry, basePositions);
            return;
        }
        if (frequencies) bytes.WriteVarint((ulong)(entry.TotalFrequency - entry.DocumentFrequency));
        bytes.WriteVarint((ulong)(entry.Postings - basePostings));
        bytes.WriteVarint((ulong)entry.PostingsLength << 1 | (entry.Dense ? 1ul : 0));
        if (positions) WritePlace(bytes, entry, basePositions);
        var most = Math.Min(65535, (int)Math.Ceiling(entry.Most * 65535) + 1);
        bytes.Write([(byte)most, (byte)(most >> 8)]);
        bytes.WriteVarint((uint)(entry.Frequent + 1));
    }

    /// <summary>Reads an entry. What it leads to is looked at when it is opened.</summary>
    /// <exception cref="CorruptIndexException">It does not fit the field.</exception>
    public static PostingsEntry Read(ref VarintReader reader, long kinds, long basePostings, long basePositions, int documentCount)
    {
        var (frequencies, positions) = ((kinds & FieldRecord.Frequencies) != 0, (kinds & FieldRecord.Positions) != 0);
        var entry = new PostingsEntry { DocumentFrequency = reader.Int32(), Frequent = -1, Most = 1 };
        if (entry.DocumentFrequency < 1 || entry.DocumentFrequency > documentCount) throw reader.Damage("tells of more documents than there are");
        if (entry.DocumentFrequency == 1)
        {
            entry.Document = reader.Int32();
            entry.Frequency = frequencies ? reader.Int32() : 1;
            if (entry.Document >= documentCount || entry.Frequency < 1) throw reader.Damage("leads to a document that is not there");
            entry.TotalFrequency = entry.Frequency;
            if (positions) ReadPlace(ref reader, ref entry, basePositions);
            return entry;
        }
        entry.TotalFrequency = entry.DocumentFrequency + (frequencies ? reader.Int64() : 0);
        entry.Postings = basePostings + reader.Int64();
        var length = reader.Int64();
        (entry.PostingsLength, entry.Dense) = (length >> 1, (length & 1) != 0);
        if (positions) ReadPlace(ref reader, ref entry, basePositions);
        entry.Most = reader.UInt16() / 65535f;
        entry.Frequent = reader.Int32() - 1;
        return entry;
    }

    private static void WritePlace(GrowingBytes bytes, in PostingsEntry entry, long basePositions)
    {
        if (entry.TotalFrequency == 1)
        {
            bytes.WriteVarint((ulong)entry.Positions);
            return;
        }
        bytes.WriteVarint((ulong)(entry.Positions - basePositions));
        bytes.WriteVarint((ulong)entry.PositionsLength);
    }

    private static void ReadPlace(ref VarintReader reader, ref PostingsEntry entry, long basePositions)
    {
        if (entry.TotalFrequency == 1)
        {
            entry.Positions = reader.Int32();
            return;
        }
        entry.Positions = basePositions + reader.Int64();
        entry.PositionsLength = reader.Int64();
    }
}

/// <summary>Reads numbers of variable length between two addresses, and never behind the second.</summary>
internal unsafe ref struct VarintReader(byte* at, byte* end, PagedFile file)
{
    private byte* _at = at;

    public readonly byte* Position => _at;

    public long Int64()
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            if (_at >= end || shift > 56) throw Damage("holds a number without an end");
            var next = *_at++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return (long)value;
        }
    }

    public int Int32() => Int64() is var value && value <= int.MaxValue ? (int)value : throw Damage("holds a number that is too large");

    public int UInt16()
    {
        if (end - _at < 2) throw Damage("is cut");
        _at += 2;
        return _at[-2] | _at[-1] << 8;
    }

    public byte* Skip(int count)
    {
        if (count < 0 || end - _at < count) throw Damage("is cut");
        _at += count;
        return _at - count;
    }

    public readonly CorruptIndexException Damage(string what) => file.Damage(what);
}
