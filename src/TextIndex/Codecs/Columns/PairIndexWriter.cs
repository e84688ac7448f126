// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.Codecs.Columns;

/// <summary>Tells which pairs of neighbours need no list of places, because something else lists them.</summary>
internal delegate bool PairFilter(char first, char second);

// index   := firsts:i32 pairs:i32 lists:i32 placed:i32 placeBytes:i32
//            first:u16 × firsts          ascending: every code unit that begins a pair
//            start:u32 × (firsts + 1)    the first pair of each
//            second:u16 × pairs          ascending within a first
//            length:u8 × pairs           bytes of the pair's list: n < 240 as it is, 240 + k = 260 + 20k; 255 = a bit set of all blocks
//            group:u32 × ⌈pairs / 16⌉    where the list of every 16th pair begins
//            list × pairs                the blocks that hold the pair: u16 where there is one block (length 2), a list of GapWriter.cs, or a bit set
//            pair:u32 × placed           ascending: the frequent pairs whose places are listed
//            start:u32 × (placed + 1)    where the list of each begins
//            list × placed               places, a list of GapWriter.cs
// Little-endian, nothing aligned. A block is 4,096 code units. A pair that begins within the first 32 of a block stands in the list of the block before as well:
// so the first 33 pairs of a string stand in the list of the block that it begins in.
/// <summary>Makes the index of neighbouring code units of one chunk of text.</summary>
internal sealed unsafe class PairIndexWriter(PairFilter? leavesPlacesOut, int smallestPlaced) : IDisposable
{
    /// <summary>Code units of a block, as a power of two.</summary>
    public const int BlockBits = 12;

    /// <summary>How far the pairs of a string may reach into the next block.</summary>
    public const int Overlap = 32;

    /// <summary>Bytes of the counts at the head.</summary>
    public const int HeadBytes = 20;

    /// <summary>Stands for a bit set where the length of a list is told.</summary>
    public const byte BitSet = 255;

    // From here on lengths are told in steps.
    private const int Stepped = 240, Step = 20;

    /// <summary>Pairs between two offsets that are written out.</summary>
    public const int GroupBits = 4;

    /// <summary>A pair that occurs once in this many code units or oftener has its places listed.</summary>
    private const int RareEach = 10_000;

    // One that is left out, because something else lists it, has them listed all the same where it is so frequent that everything else reads all of the text.
    private const int LeftOutEach = 2_500;

    // So many places are held at once: the text is gone through once for each such slice of them.
    private const int SlicePlaces = 1 << 22;

    // The places of one first code unit are sorted with their second ones beside them, up to so many; beyond, the second ones are looked up in the text.
    private const int MostPaired = 1 << 20;

    private readonly GapWriter _gaps = new();
    private readonly NativeList<ushort> _firsts = new(), _seconds = new();
    private readonly NativeList<uint> _starts = new(), _groups = new(), _placed = new(), _placeStarts = new();
    private readonly NativeList<byte> _lengths = new();
    private readonly GrowingBytes _lists = new(), _places = new();
    private int[] _blocks = new int[1024];

    /// <summary>Writes the index of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its code units.</param>
    /// <param name="output">Receives the bytes.</param>
    public void Write(char* text, int length, IByteSink output)
    {
        Clear();
        using var pairs = new PairSorter(text, length, SlicePlaces, MostPaired);
        var blocks = BlocksOf(length);
        var threshold = length < smallestPlaced ? int.MaxValue : length / RareEach;
        var last = -1;
        while (pairs.MoveNext())
        {
            if (pairs.First != last)
            {
                last = pairs.First;
                _firsts.Add((ushort)last);
                _starts.Add((uint)_seconds.Count);
            }
            AddPair(pairs.First, pairs.Second, pairs.Places, blocks, threshold, length / LeftOutEach);
        }
        _starts.Add((uint)_seconds.Count);
        _placeStarts.Add((uint)_places.Length);
        WriteParts(output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in (ReadOnlySpan<IDisposable>)[_firsts, _seconds, _starts, _groups, _placed, _placeStarts, _lengths, _lists, _places]) part.Dispose();
    }

    /// <summary>How many blocks a text has.</summary>
    public static int BlocksOf(int length) => (length + (1 << BlockBits) - 1) >> BlockBits;

    /// <summary>The bytes of a list, but for a bit set.</summary>
    public static int LengthOf(byte code) => code < Stepped ? code : Stepped + (code - Stepped + 1) * Step;

    // The shortest length that can be told and holds so many bytes; 255 or more where there is none.
    private static int CodeFor(int bytes) => bytes < Stepped ? bytes : Stepped + Math.Max(0, (bytes - Stepped + Step - 1) / Step - 1);

    private void Clear()
    {
        _firsts.Clear();
        _seconds.Clear();
        _starts.Clear();
        _groups.Clear();
        _placed.Clear();
        _placeStarts.Clear();
        _lengths.Clear();
        _lists.Clear();
        _places.Clear();
    }

    private void AddPair(char first, char second, ReadOnlySpan<int> places, int blocks, int threshold, int often)
    {
        if ((_seconds.Count & ((1 << GroupBits) - 1)) == 0) _groups.Add((uint)_lists.Length);
        if (places.Length >= threshold && (places.Length >= often || leavesPlacesOut?.Invoke(first, second) is not true))
        {
            _placed.Add((uint)_seconds.Count);
            _placeStarts.Add((uint)_places.Length);
            _gaps.Write(places);
            _places.Add(_gaps.Written);
        }
        _seconds.Add(second);
        _lengths.Add(AddBlocks(places, blocks));
    }

    private byte AddBlocks(ReadOnlySpan<int> places, int blocks)
    {
        var count = BlocksOf(places, blocks);
        if (count == 1 && blocks <= 1 << 16)
        {
            Span<byte> one = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16LittleEndian(one, (ushort)_blocks[0]);
            _lists.Add(one);
            return 2;
        }
        var setBytes = (blocks + 7) / 8;
        // A list of so many blocks cannot be the shorter one.
        if (count < 4 * (long)setBytes)
        {
            _gaps.Write(_blocks.AsSpan(0, count));
            var list = _gaps.Written;
            var code = CodeFor(Math.Max(3, list.Length));
            if (code < BitSet && LengthOf((byte)code) <= setBytes + 2)
            {
                _lists.Add(list);
                _lists.AddZeros(LengthOf((byte)code) - list.Length);
                return (byte)code;
            }
        }
        var set = _lists.AddZeros(setBytes);
        foreach (var block in _blocks.AsSpan(0, count)) set[block >> 3] |= (byte)(1 << (block & 7));
        return BitSet;
    }

    private int BlocksOf(ReadOnlySpan<int> places, int blocks)
    {
        var most = (int)Math.Min(blocks, 2L * places.Length);
        if (_blocks.Length < most) _blocks = new int[Math.Max(most, 2 * _blocks.Length)];
        var (count, last) = (0, -1);
        foreach (var place in places)
        {
            var block = place >> BlockBits;
            if (last < block - 1 && (place & ((1 << BlockBits) - 1)) < Overlap) _blocks[count++] = last = block - 1;
            if (last < block) _blocks[count++] = last = block;
        }
        return count;
    }

    private void WriteParts(IByteSink output)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, _firsts.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _seconds.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], _lists.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], _placed.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], _places.Length);
        output.Write(head);
        output.Write(LittleEndian.BytesOf<ushort>(_firsts.Items));
        output.Write(LittleEndian.BytesOf<uint>(_starts.Items));
        output.Write(LittleEndian.BytesOf<ushort>(_seconds.Items));
        output.Write(_lengths.Items);
        output.Write(LittleEndian.BytesOf<uint>(_groups.Items));
        output.Write(_lists.Written);
        output.Write(LittleEndian.BytesOf<uint>(_placed.Items));
        output.Write(LittleEndian.BytesOf<uint>(_placeStarts.Items));
        output.Write(_places.Written);
    }
}
