// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs;

// pairs := key:u32* start:u32* list…        key: first number << 16 | second; start: of the entry, one more at the end
/// <summary>Writes lists of the documents in which one frequent term follows another: what phrases of frequent words are answered from.</summary>
/// <remarks>
/// Two frequent words stand together in most documents and next to each other in few: without these lists each common document costs a look at its positions.
/// A field with two terms at one place has no such lists, and its phrases are answered from positions.
/// </remarks>
internal sealed unsafe class PairWriter(BlockFieldsWriter file, PostingsWriter lists, float[] norms)
{
    private const int WindowPlaces = 1 << 18, MostPlaces = 1 << 22;

    private readonly ChainedBytes _chains = new();
    private int[] _documents = [];
    private int[] _frequencies = [];

    /// <summary>Writes the pairs of a field and tells where; tells of none where the field has two terms at one place.</summary>
    public void Write(BlockFieldWriter.TermRecord[] terms, byte* scratch, byte* positions, int[] lastPositions, ref FieldRecord record)
    {
        var pairs = new Pair[terms.Length * terms.Length];
        if (!Collect(terms, scratch, positions, lastPositions, pairs))
        {
            record.FrequentTerms = 0;
            return;
        }
        Write(pairs, terms.Length, ref record);
    }

    // Window after window of documents: each place gets the number of the term that stands there, and neighbours are read off.
    private bool Collect(BlockFieldWriter.TermRecord[] terms, byte* scratch, byte* positions, int[] lastPositions, Pair[] pairs)
    {
        var walkers = new Walker[terms.Length];
        for (var t = 0; t < terms.Length; t++) walkers[t] = new Walker(scratch + terms[t].List, positions + terms[t].FrequentPositions, terms[t].DocumentFrequency);
        var places = new ushort[WindowPlaces + 2];
        var starts = new List<int>();
        for (var first = 0; first < lastPositions.Length;)
        {
            starts.Clear();
            long used = 0;
            var end = first;
            for (; end < lastPositions.Length && (end == first || used + lastPositions[end] + 2L <= WindowPlaces); end++)
            {
                starts.Add((int)used);
                used += lastPositions[end] + 2L;
                if (used > MostPlaces) return false;
            }
            starts.Add((int)used);
            if (places.Length < used) places = new ushort[used];
            Array.Clear(places, 0, (int)used);
            for (var t = 0; t < walkers.Length; t++)
                if (!walkers[t].Fill(first, end, starts, places, (ushort)(t + 1))) return false;
            for (var document = first; document < end; document++) Read(places.AsSpan(starts[document - first], lastPositions[document] + 1), document, pairs, terms.Length);
            first = end;
        }
        return true;
    }

    private void Read(ReadOnlySpan<ushort> places, int document, Pair[] pairs, int terms)
    {
        var before = 0;
        foreach (int place in places)
        {
            if (place != 0 && before != 0)
            {
                ref var pair = ref pairs[(before - 1) * terms + place - 1];
                if (pair.Frequency > 0 && pair.Document == document) pair.Frequency++;
                else
                {
                    Keep(ref pair);
                    (pair.Document, pair.Frequency) = (document, 1);
                }
            }
            before = place;
        }
    }

    private void Keep(ref Pair pair)
    {
        if (pair.Frequency == 0) return;
        _chains.Add(ref pair.Chain, (ulong)(uint)(pair.Document - pair.Before) << 1 | (pair.Frequency == 1 ? 1u : 0));
        if (pair.Frequency > 1) _chains.Add(ref pair.Chain, (uint)pair.Frequency);
        pair.Before = pair.Document;
        pair.Count++;
    }

    private void Write(Pair[] pairs, int terms, ref FieldRecord record)
    {
        using var entries = new GrowingBytes();
        var (keys, starts) = (new List<uint>(), new List<uint>());
        var basePostings = file.Lists.Position;
        for (var i = 0; i < pairs.Length; i++)
        {
            ref var pair = ref pairs[i];
            Keep(ref pair);
            if (pair.Count == 0) continue;
            keys.Add((uint)(i / terms) << 16 | (uint)(i % terms));
            starts.Add(checked((uint)entries.Length));
            EntryLayout.Write(entries, WriteList(ref pair), FieldRecord.Frequencies, basePostings, 0);
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

    private PostingsEntry WriteList(ref Pair pair)
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
    private struct Walker(byte* list, byte* positions, int left)
    {
        private byte* _list = list;
        private byte* _block = positions;
        private long _bit;
        private int _left = left, _document, _inBlock;
        private int _frequency;           // of the document that is next; 0 = not read yet

        public bool Fill(int first, int end, List<int> starts, ushort[] places, ushort number)
        {
            while (_left > 0)
            {
                if (_frequency == 0)
                {
                    var value = BlockFieldWriter.ReadVarint(ref _list);
                    _document += (int)(value >> 1);
                    _frequency = (value & 1) != 0 ? 1 : (int)BlockFieldWriter.ReadVarint(ref _list);
                }
                if (_document >= end) return true;
                var at = starts[_document - first];
                var bits = *_block;
                var mask = (1ul << bits) - 1;
                for (; _frequency > 0; _frequency--)
                {
                    at += PositionBlock.At(_block + 1, _bit, mask);
                    _bit += bits;
                    if (places[at] != 0) return false;
                    places[at] = number;
                }
                _left--;
                if (++_inBlock < BlockPacking.Size) continue;
                _block += 1 + (_bit + 7) / 8;
                (_bit, _inBlock) = (0, 0);
            }
            return true;
        }
    }
}
