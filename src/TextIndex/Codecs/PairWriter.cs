// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using TextIndex.Codecs.Columns;

namespace TextIndex.Codecs;

// pairs := key:u32* start:u32* list…        key: first number << 16 | second; start: of the entry, one more at the end
/// <summary>Writes lists of the documents in which one frequent term follows another: what phrases of frequent words are answered from.</summary>
/// <remarks>
/// Two frequent words stand together in most documents and next to each other in few: without these lists each common document costs a look at its positions.
/// A field with two terms at one place has no such lists, and its phrases are answered from positions.
/// </remarks>
internal sealed unsafe class PairWriter(BlockFieldsWriter file, PostingsWriter lists, float[] norms) : IDisposable
{
    private const int WindowPlaces = 1 << 18, MostPlaces = 1 << 22, Together = 2048, Ahead = 16;

    private readonly ChainedBytes _chains = new();
    private readonly GrowingBytes _scratch = new();
    private readonly ulong[] _found = new ulong[2 * Together];     // document << 32 | pair
    private int _foundCount;
    private int[] _documents = [];
    private int[] _frequencies = [];

    /// <summary>Writes the pairs of a field and tells where; tells of none where the field has two terms at one place.</summary>
    public void Write(BlockFieldWriter.TermRecord[] terms, byte* lists, byte* positions, int[] lastPositions, ref FieldRecord record)
    {
        var walkedBytes = (long)terms.Length * Walker.BufferBytes;
        var pairBytes = (long)terms.Length * terms.Length * sizeof(Pair);
        var walked = _scratch.Add(walkedBytes + pairBytes);
        var pairs = (Pair*)(walked + walkedBytes);
        NativeMemory.Clear(pairs, (nuint)pairBytes);
        var walkers = new Walker[terms.Length];
        for (var t = 0; t < terms.Length; t++) walkers[t] = new Walker(terms[t].ReadList(lists), positions + terms[t].FrequentPositions, walked + (long)t * Walker.BufferBytes);
        if (Collect(walkers, lastPositions, pairs)) Write(pairs, terms.Length, ref record);
        else record.FrequentTerms = 0;
    }

    public void Dispose()
    {
        _chains.Dispose();
        _scratch.Dispose();
    }

    // Window after window of documents: each place gets the number of the term that stands there, and neighbours are read off.
    private bool Collect(Walker[] walkers, int[] lastPositions, Pair* pairs)
    {
        var places = new ushort[WindowPlaces + 2];
        var starts = new int[WindowPlaces / 2 + 2];
        for (var first = 0; first < lastPositions.Length;)
        {
            long used = 0;
            var end = first;
            for (; end < lastPositions.Length && (end == first || used + lastPositions[end] + 2L <= WindowPlaces); end++)
            {
                starts[end - first] = (int)used;
                used += lastPositions[end] + 2L;
                if (used > MostPlaces) return false;
            }
            if (places.Length < used) places = new ushort[used];
            Array.Clear(places, 0, (int)used);
            for (var t = 0; t < walkers.Length; t++)
                if (!walkers[t].Fill(first, end, starts, places, (ushort)(t + 1))) return false;
            for (var document = first; document < end; document++) Read(places.AsSpan(starts[document - first], lastPositions[document] + 1), document, walkers.Length, pairs);
            first = end;
        }
        Count(pairs);
        return true;
    }

    // Most places hold no frequent term: whether one and the one before do is added up, not asked.
    private void Read(ReadOnlySpan<ushort> places, int document, int terms, Pair* pairs)
    {
        var before = 0;
        while (places.Length > 0)
        {
            var count = _foundCount;
            foreach (int place in places[..Math.Min(Together, places.Length)])
            {
                _found[count] = (ulong)(uint)document << 32 | (uint)((before - 1) * terms + place - 1);
                count += Math.Min(before, 1) & Math.Min(place, 1);
                before = place;
            }
            _foundCount = count;
            if (count >= Together) Count(pairs);
            places = places[Math.Min(Together, places.Length)..];
        }
    }

    // A pair lies anywhere, and so does what it grows: both are asked for ahead.
    private void Count(Pair* pairs)
    {
        var found = _found.AsSpan(0, _foundCount);
        for (var i = 0; i < found.Length; i++)
        {
            if (i + 2 * Ahead < found.Length) Memory.Prefetch((byte*)(pairs + (uint)found[i + 2 * Ahead]), sizeof(Pair));
            if (i + Ahead < found.Length) Memory.Prefetch(pairs[(uint)found[i + Ahead]].Chain.At, 1);
            var document = (int)(found[i] >> 32);
            var pair = pairs + (uint)found[i];
            if (pair->Frequency > 0 && pair->Document == document)
            {
                pair->Frequency++;
                continue;
            }
            Keep(pair);
            (pair->Document, pair->Frequency) = (document, 1);
        }
        _foundCount = 0;
    }

    private void Keep(Pair* pair)
    {
        if (pair->Frequency == 0) return;
        _chains.Add(ref pair->Chain, (ulong)(uint)(pair->Document - pair->Before) << 1 | (pair->Frequency == 1 ? 1u : 0));
        if (pair->Frequency > 1) _chains.Add(ref pair->Chain, (uint)pair->Frequency);
        pair->Before = pair->Document;
        pair->Count++;
    }

    private void Write(Pair* pairs, int terms, ref FieldRecord record)
    {
        using var entries = new GrowingBytes();
        var (keys, starts) = (new List<uint>(), new List<uint>());
        var basePostings = file.Lists.Position;
        for (var i = 0; i < terms * terms; i++)
        {
            var pair = pairs + i;
            Keep(pair);
            if (pair->Count == 0) continue;
            keys.Add((uint)(i / terms) << 16 | (uint)(i % terms));
            starts.Add(checked((uint)entries.Length));
            EntryLayout.Write(entries, WriteList(*pair), FieldRecord.Frequencies, basePostings, 0);
        }
        starts.Add(checked((uint)entries.Length));
        entries.WriteVarint((ulong)basePostings);
        record.PairCount = keys.Count;
        record.PairKeys = file.Dictionary.Position;
        file.Dictionary.Write<uint>(keys.ToArray());
        record.PairStarts = file.Dictionary.Position;
        file.Dictionary.Write<uint>(starts.ToArray());
        record.Pairs = file.Dictionary.Position;
        file.Dictionary.Write(new ReadOnlySpan<byte>(entries.Pointer, checked((int)entries.Length)));
    }

    private PostingsEntry WriteList(in Pair pair)
    {
        if (_documents.Length < pair.Count) (_documents, _frequencies) = (new int[2 * pair.Count], new int[2 * pair.Count]);
        var entry = new PostingsEntry { DocumentFrequency = pair.Count, Frequent = -1 };
        var reader = _chains.Read(pair.Chain);
        var document = 0;
        for (var i = 0; i < pair.Count; i++)
        {
            var value = reader.Next();
            _documents[i] = document += (int)(value >> 1);
            _frequencies[i] = (value & 1) != 0 ? 1 : (int)reader.Next();
            entry.TotalFrequency += _frequencies[i];
        }
        (entry.Document, entry.Frequency) = (_documents[0], _frequencies[0]);
        if (pair.Count > 1) lists.Write(_documents.AsSpan(0, pair.Count), _frequencies.AsSpan(0, pair.Count), [], norms, ref entry);
        return entry;
    }

    private struct Pair
    {
        public int Document, Frequency, Before, Count;
        public ChainedBytes.Chain Chain;
    }

    /// <summary>Walks the documents of a term with their positions.</summary>
    private struct Walker(PostingsBlock.Reader list, byte* positions, byte* buffer)
    {
        /// <summary>Bytes that a walker keeps a block in.</summary>
        public const int BufferBytes = 2 * BlockPacking.Size * sizeof(int);

        private readonly int* _documents = (int*)buffer;
        private readonly int* _frequencies = (int*)buffer + BlockPacking.Size;
        private PostingsBlock.Reader _list = list;
        private byte* _block = positions;
        private long _bit;
        private int _count, _next;
        private bool _inSumOrder;

        public bool Fill(int first, int end, int[] starts, ushort[] places, ushort number)
        {
            while (_next < _count || ReadBlock())
            {
                var slot = _inSumOrder ? BlockPacking.Slot(_next) : _next;
                if (_documents[slot] >= end) return true;
                var at = starts[_documents[slot] - first];
                var bits = *_block;
                var mask = (1ul << bits) - 1;
                for (var left = _frequencies[slot]; left > 0; left--)
                {
                    at += PositionBlock.At(_block + 1, _bit, mask);
                    _bit += bits;
                    if (places[at] != 0) return false;
                    places[at] = number;
                }
                _next++;
            }
            return true;
        }

        private bool ReadBlock()
        {
            if (_count > 0) _block += 1 + (_bit + 7) / 8;
            (_bit, _next) = (0, 0);
            _count = _list.Read(_documents, _frequencies, out _inSumOrder);
            return _count > 0;
        }
    }
}
