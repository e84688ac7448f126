// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Codecs.Columns;

/// <summary>Reads the index of neighbouring code units of one chunk in place; the layout stands at the head of PairIndexWriter.cs.</summary>
internal sealed unsafe class PairIndex
{
    // So many second code units are compared one after another.
    private const int Few = 48;

    // So many bytes of a list are asked for at once; from there on the machine sees that they follow each other.
    private const int MostAsked = 4096;

    private readonly ColumnFile _file;
    private readonly long _firstsAt, _startsAt, _secondsAt, _lengthsAt, _groupsAt, _listsAt, _placedAt, _placeStartsAt, _placesAt;
    private readonly ulong[] _begins = new ulong[1 << 10];                   // a bit for every code unit that begins a pair
    private readonly ushort[] _before = new ushort[1 << 10];                 // how many of them stand before each 64
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
        RankFirsts();

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
        var at = OrdinalOf(first);
        if (at < 0) return new Pair(-1, 0, 0, false);
        var starts = data + (_startsAt - _firstsAt);
        var (start, end) = (LittleEndian.UInt32(starts + 4L * at), LittleEndian.UInt32(starts + 4L * at + 4));
        if (start > end || end > (uint)_pairs) throw _file.Damaged("a pair index has a wrong start");
        var ordinal = Search((ushort*)(data + (_secondsAt - _firstsAt)), (int)start, (int)end, second);
        return ordinal < 0 ? new Pair(-1, 0, 0, false) : Locate(data, ordinal);
    }

    /// <summary>Asks the memory for the list of a pair, to be read soon.</summary>
    public void Prefetch(Pair pair) => Memory.Prefetch(_file.Peek(pair.ListAt), pair.ListBytes);

    /// <summary>Asks the memory for the beginning of a list of places, to be read soon.</summary>
    public void PrefetchPlaces(long at, int bytes) => Memory.Prefetch(_file.Peek(at), Math.Min(bytes, MostAsked));

    /// <summary>About how often a code unit begins a pair: in how many different ones.</summary>
    public int FollowersOf(char first)
    {
        var data = _file.Read(_firstsAt, 0);
        var at = OrdinalOf(first);
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
            var only = LittleEndian.UInt16(list);
            if (only >= _blocks) throw _file.Damaged("a pair index names a block that is not there");
            blocks[only >> 6] |= 1UL << (only & 63);
            return;
        }
        var reader = new GapReader(list, pair.ListBytes);
        Span<int> numbers = stackalloc int[GapReader.Batch];
        while (reader.Read(numbers) is var count and > 0)
        {
            // They ascend: where the last one is there, all are.
            if (numbers[count - 1] >= _blocks) throw _file.Damaged("a pair index names a block that is not there");
            foreach (var block in numbers[..count]) blocks[block >> 6] |= 1UL << (block & 63);
        }
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

    // Looked up with every pair: two lines of memory instead of a search over all of them.
    private void RankFirsts()
    {
        var firsts = (ushort*)_file.Read(_firstsAt, 2L * _firsts);
        var last = -1;
        for (var i = 0; i < _firsts; i++)
        {
            if (firsts[i] <= last) throw _file.Damaged("a pair index is not in order");
            last = firsts[i];
            _begins[last >> 6] |= 1UL << (last & 63);
        }
        for (int word = 0, count = 0; word < _begins.Length; word++)
        {
            _before[word] = (ushort)count;
            count += BitOperations.PopCount(_begins[word]);
        }
    }

    private int OrdinalOf(char first)
    {
        var (word, bit) = (_begins[first >> 6], 1UL << (first & 63));
        return (word & bit) == 0 ? -1 : _before[first >> 6] + BitOperations.PopCount(word & (bit - 1));
    }

    // Halves what is left until a few vectors look through it.
    private static int Search(ushort* sorted, int low, int high, char wanted)
    {
        while (high - low > Few)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= wanted) low = middle; else high = middle;
        }
        var at = new ReadOnlySpan<ushort>(sorted + low, high - low).IndexOf(wanted);
        return at < 0 ? -1 : low + at;
    }
}
