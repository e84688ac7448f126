// SPDX-License-Identifier: MIT

namespace TextIndex.Codecs.Columns;

/// <summary>Reads the index of neighbouring code units of one chunk in place; the layout stands at the head of PairIndexWriter.cs.</summary>
internal sealed unsafe class PairIndex
{
    private readonly ColumnFile _file;
    private readonly long _firstsAt, _startsAt, _secondsAt, _lengthsAt, _groupsAt, _listsAt, _placedAt, _placeStartsAt, _placesAt;
    private readonly int _firsts, _pairs, _listBytes, _placed, _placeBytes, _blocks, _setBytes;

    /// <summary>Opens an index.</summary>
    /// <param name="file">Where it stands.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="blocks">Blocks of the chunk.</param>
    public PairIndex(ColumnFile file, long offset, long length, int blocks)
    {
        _file = file;
        (_blocks, _setBytes) = (blocks, (blocks + 7) / 8);
        var head = file.Read(offset, PairIndexWriter.HeadBytes);
        _firsts = Count(head, 2);
        _pairs = Count(head + 4, 3);
        _listBytes = Count(head + 8, 1);
        _placed = Count(head + 12, 8);
        _placeBytes = Count(head + 16, 1);
        _firstsAt = offset + PairIndexWriter.HeadBytes;
        _startsAt = _firstsAt + 2L * _firsts;
        _secondsAt = _startsAt + 4L * (_firsts + 1);
        _lengthsAt = _secondsAt + 2L * _pairs;
        _groupsAt = _lengthsAt + _pairs;
        _listsAt = _groupsAt + 4L * ((_pairs + (1 << PairIndexWriter.GroupBits) - 1) >> PairIndexWriter.GroupBits);
        _placedAt = _listsAt + _listBytes;
        _placeStartsAt = _placedAt + 4L * _placed;
        _placesAt = _placeStartsAt + 4L * (_placed + 1);
        if (_placesAt + _placeBytes != offset + length) throw file.Damaged("a pair index is not as long as its parts");
        // The dictionary is small beside what it leads to: it is looked through once, its lists when they are asked for.
        file.Read(offset, _listsAt - offset);
        file.Read(_placedAt, _placesAt - _placedAt);

        int Count(byte* at, int bytesEach) =>
            LittleEndian.Int32(at) is var count && count >= 0 && count <= length / bytesEach ? count : throw file.Damaged("a pair index has a wrong count");
    }

    /// <summary>Bytes of the lists of blocks.</summary>
    public long ListBytes => _listBytes;

    /// <summary>Bytes of the lists of places.</summary>
    public long PlaceBytes => _placeBytes;

    /// <summary>Bytes that lead to the lists.</summary>
    public long DictionaryBytes => _listsAt - _firstsAt + _placesAt - _placedAt;

    /// <summary>One pair: where its list stands and what reading it costs.</summary>
    /// <param name="Ordinal">Place of the pair in the index; -1 = the pair is nowhere.</param>
    /// <param name="ListAt">Where its list stands.</param>
    /// <param name="ListBytes">Bytes of the list.</param>
    /// <param name="IsSet">True where the list is a bit set of all blocks.</param>
    internal readonly record struct Pair(int Ordinal, long ListAt, int ListBytes, bool IsSet);

    /// <summary>Finds a pair.</summary>
    public Pair Find(char first, char second)
    {
        var data = _file.Read(_firstsAt, 0);
        var firsts = (ushort*)data;
        var at = Search(firsts, 0, _firsts, first);
        if (at < 0) return new Pair(-1, 0, 0, false);
        var starts = data + (_startsAt - _firstsAt);
        var (start, end) = (LittleEndian.UInt32(starts + 4L * at), LittleEndian.UInt32(starts + 4L * at + 4));
        if (start > end || end > (uint)_pairs) throw _file.Damaged("a pair index has a wrong start");
        var ordinal = Search((ushort*)(data + (_secondsAt - _firstsAt)), (int)start, (int)end, second);
        return ordinal < 0 ? new Pair(-1, 0, 0, false) : Locate(data, ordinal);
    }

    /// <summary>About how often a code unit begins a pair: in how many different ones.</summary>
    public int FollowersOf(char first)
    {
        var data = _file.Read(_firstsAt, 0);
        var at = Search((ushort*)data, 0, _firsts, first);
        if (at < 0) return 0;
        var starts = data + (_startsAt - _firstsAt);
        return (int)(LittleEndian.UInt32(starts + 4L * at + 4) - LittleEndian.UInt32(starts + 4L * at));
    }

    /// <summary>Writes the blocks of a pair as bits.</summary>
    public void ReadBlocks(Pair pair, Span<ulong> blocks)
    {
        blocks.Clear();
        var list = _file.Read(pair.ListAt, pair.ListBytes);
        if (pair.IsSet)
        {
            new ReadOnlySpan<byte>(list, _setBytes).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(blocks));
            // Bits behind the last block would be blocks that are not there.
            if ((_blocks & 63) != 0) blocks[_blocks >> 6] &= (1UL << (_blocks & 63)) - 1;
            return;
        }
        if (pair.ListBytes == 2)
        {
            Set(blocks, LittleEndian.UInt16(list));
            return;
        }
        var reader = new GapReader(list, pair.ListBytes);
        while (reader.Next(out var block)) Set(blocks, block);
    }

    /// <summary>Finds the list of a pair's places.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="at">Where the list stands.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>False where the places of this pair are not listed.</returns>
    public bool FindPlaces(Pair pair, out long at, out int bytes)
    {
        (at, bytes) = (0, 0);
        var placed = _file.Read(_placedAt, 0);
        int low = 0, high = _placed;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LittleEndian.UInt32(placed + 4L * middle) < (uint)pair.Ordinal) low = middle + 1; else high = middle;
        }
        if (low == _placed || LittleEndian.UInt32(placed + 4L * low) != (uint)pair.Ordinal) return false;
        var starts = placed + (_placeStartsAt - _placedAt);
        var (start, end) = (LittleEndian.UInt32(starts + 4L * low), LittleEndian.UInt32(starts + 4L * low + 4));
        if (start > end || end > (uint)_placeBytes) throw _file.Damaged("a pair index has a wrong start");
        (at, bytes) = (_placesAt + start, (int)(end - start));
        return true;
    }

    /// <summary>Opens a list of places.</summary>
    public GapReader OpenPlaces(long at, int bytes) => new(_file.Read(at, bytes), bytes);

    private Pair Locate(byte* data, int ordinal)
    {
        var group = ordinal >> PairIndexWriter.GroupBits;
        var offset = (long)LittleEndian.UInt32(data + (_groupsAt - _firstsAt) + 4L * group);
        var lengths = data + (_lengthsAt - _firstsAt);
        for (var i = group << PairIndexWriter.GroupBits; i < ordinal; i++) offset += LengthOf(lengths[i]);
        var isSet = lengths[ordinal] == PairIndexWriter.BitSet;
        var length = LengthOf(lengths[ordinal]);
        if (offset + length > _listBytes) throw _file.Damaged("a pair index has a wrong list");
        return new Pair(ordinal, _listsAt + offset, length, isSet);
    }

    private int LengthOf(byte code) => code == PairIndexWriter.BitSet ? _setBytes : PairIndexWriter.LengthOf(code);

    private void Set(Span<ulong> blocks, int block)
    {
        if (block >= _blocks) throw _file.Damaged("a pair index names a block that is not there");
        blocks[block >> 6] |= 1UL << (block & 63);
    }

    private static int Search(ushort* sorted, int low, int high, char wanted)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var found = LittleEndian.UInt16((byte*)(sorted + middle));
            if (found == wanted) return middle;
            if (found < wanted) low = middle + 1; else high = middle;
        }
        return -1;
    }
}
