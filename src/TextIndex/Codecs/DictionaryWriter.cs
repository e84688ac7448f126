// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.Codecs;

// terms  := base:varint positionsBase:varint term{1,16}
// term   := shared:varint own:varint entryLength:u8 own bytes entry          shared: bytes that it begins with like the one before; 0 for the first
/// <summary>Writes the terms of a field in blocks of 16, front-coded, with an index that is searched in place.</summary>
internal sealed unsafe class DictionaryWriter(PagedOutput output, long kinds) : IDisposable
{
    public const int BlockTerms = 16;

    private readonly GrowingBytes _block = new();
    private readonly GrowingBytes _entry = new();
    private readonly List<uint> _starts = [];
    private readonly List<ulong> _prefixes = [];
    private readonly long _start = output.Position;
    private byte[] _before = [];
    private int _beforeLength;
    private int _count;
    private long _basePostings;
    private long _basePositions;

    /// <summary>Adds a term, in the order of bytes.</summary>
    public void Add(ReadOnlySpan<byte> term, in PostingsEntry entry, long postings, long positions)
    {
        if (_count % BlockTerms == 0)
        {
            EndBlock();
            _starts.Add(checked((uint)(output.Position - _start)));
            _prefixes.Add(PrefixOf(term));
            (_basePostings, _basePositions) = (postings, positions);
            _block.WriteVarint((ulong)postings);
            _block.WriteVarint((ulong)positions);
            _beforeLength = 0;
        }
        var shared = term.CommonPrefixLength(_before.AsSpan(0, _beforeLength));
        _entry.Clear();
        EntryLayout.Write(_entry, entry, kinds, _basePostings, _basePositions);
        _block.WriteVarint((uint)shared);
        _block.WriteVarint((uint)(term.Length - shared));
        _block.Write([(byte)_entry.Length]);
        _block.Write(term[shared..]);
        _block.Write(new ReadOnlySpan<byte>(_entry.Pointer, (int)_entry.Length));
        if (_before.Length < term.Length) _before = new byte[2 * term.Length];
        term.CopyTo(_before);
        _beforeLength = term.Length;
        _count++;
    }

    /// <summary>Ends the dictionary and tells where its parts lie.</summary>
    public void Finish(ref FieldRecord record)
    {
        EndBlock();
        (record.Terms, record.Blocks, record.BlockCount) = (_count, _start, _starts.Count);
        record.BlockStarts = output.Position;
        _starts.Add(checked((uint)(record.BlockStarts - _start)));
        output.Write<uint>(_starts.ToArray());
        record.BlockPrefixes = output.Position;
        output.Write<ulong>(_prefixes.ToArray());
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    public static ulong PrefixOf(ReadOnlySpan<byte> term)
    {
        if (term.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(term);
        var prefix = 0ul;
        for (var i = 0; i < term.Length; i++) prefix |= (ulong)term[i] << (56 - 8 * i);
        return prefix;
    }

    public void Dispose()
    {
        _block.Dispose();
        _entry.Dispose();
    }

    private void EndBlock()
    {
        output.Write(new ReadOnlySpan<byte>(_block.Pointer, (int)_block.Length));
        _block.Clear();
    }
}
