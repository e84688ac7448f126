// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace TextIndex.Codecs;

/// <summary>The documents of one term in one index segment, where they lie: <see cref="PostingsWriter"/> says how. Opened once, then read in blocks.</summary>
/// <remarks>
/// Every pointer is checked against the extent that the dictionary tells, and every document against the number of documents, before it is used: bytes that pass
/// their checksum may still be hostile. Holds no buffers; a copy is as good.
/// </remarks>
internal unsafe struct PostingsList
{
    private BlockTerms _terms;
    private uint* _last;
    private float* _most;
    private uint* _offsets;
    private uint* _positionOffsets;
    private byte* _blocks;
    private byte* _end;
    private uint* _ranks;
    private ulong* _words;
    private PostingsEntry _entry;

    /// <summary>Opens the list of a term.</summary>
    /// <exception cref="CorruptIndexException">What the dictionary tells does not fit the lists.</exception>
    public void Open(BlockTerms terms, in PostingsEntry entry)
    {
        (_terms, _entry) = (terms, entry);
        Count = entry.DocumentFrequency;
        Blocks = (Count + BlockPacking.Size - 1) / BlockPacking.Size;
        _last = _offsets = _positionOffsets = null;
        _most = null;
        _words = null;
        if (Count == 1) return;
        _blocks = terms.Lists.Touch(entry.Postings, entry.PostingsLength);
        _end = _blocks + entry.PostingsLength;
        if (entry.Dense) OpenBits();
        if (Blocks == 1 && !entry.Dense) return;
        if (_end - _blocks < 16L * Blocks) throw Damage();
        _last = (uint*)_blocks;
        _most = (float*)(_last + Blocks);
        _offsets = _last + 2L * Blocks;
        _positionOffsets = _last + 3L * Blocks;
        _blocks += 16L * Blocks;
    }

    /// <summary>Documents, deleted ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Blocks of 128 documents; the last may have fewer.</summary>
    public int Blocks { get; private set; }

    /// <summary>What the dictionary tells.</summary>
    public readonly ref readonly PostingsEntry Entry => ref Unsafe.AsRef(in _entry);

    /// <summary>The field.</summary>
    public readonly BlockTerms Terms => _terms;

    /// <summary>The documents as a bit set, a bit each; null where they stand in blocks.</summary>
    public readonly ulong* Words => _words;

    /// <summary>Documents in a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int CountOf(int block) => block < Count >> 7 ? BlockPacking.Size : Count & 127;

    /// <summary>True where a block's numbers come in sum order (<see cref="BlockPacking"/>), false where they come in running order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool InSumOrder(int block) => _words is null && block < Count >> 7 && Start(block)[0] != PostingsWriter.Wide;

    /// <summary>The last document of a block; the last of all where there is one block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int LastOf(int block) => _last is not null ? (int)_last[block] : _terms.DocumentCount - 1;

    /// <summary>The first document that a block may hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int FirstOf(int block) => block == 0 ? 0 : (int)_last[block - 1] + 1;

    /// <summary>Upper bound of frequency / (frequency + K) in a block, for the index segment's own average length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float MostOf(int block) => _most is not null ? _most[block] : _entry.Most;

    /// <summary>Finds the first block from one on that may hold a document.</summary>
    public readonly int FindBlock(int document, int from)
    {
        if (_last is null) return 0;
        var (low, step) = (from, 1);
        while (low + step < Blocks && (int)_last[low + step - 1] < document)
        {
            low += step;
            step <<= 1;
        }
        var high = Math.Min(low + step, Blocks) - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if ((int)_last[middle] < document) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Reads the documents of a block.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="documents">Receives up to 128 documents.</param>
    /// <param name="frequencies">Receives their frequencies where those come along.</param>
    /// <returns>Whether they do.</returns>
    /// <exception cref="CorruptIndexException">They do not ascend to the one that the skips tell.</exception>
    public readonly bool ReadDocuments(int block, int* documents, int* frequencies)
    {
        if (Count == 1)
        {
            (documents[0], frequencies[0]) = (_entry.Document, _entry.Frequency);
            return true;
        }
        var (first, last) = (FirstOf(block), LastOf(block));
        if ((uint)last >= (uint)_terms.DocumentCount || first < 0 || first > last) throw Damage();
        if (_words is not null)
        {
            ReadBits(block, first, last, documents);
            return false;
        }
        var at = Start(block);
        var before = Math.Max(0, first - 1);
        var count = CountOf(block);
        if (IsPacked(at, count))
        {
            RequirePacked(at, count);
            if (count == BlockPacking.Size) BlockPacking.UnpackSums(at + 2, at[0], 0, before, documents);
            else BlockPacking.UnpackRunningSums(at + 2, at[0], before, count, documents);
            if (Blocks > 1 ? documents[count - 1] != last : (uint)documents[count - 1] > (uint)last) throw Damage();
            return false;
        }
        ReadNumbers(block, at, before, last, documents, frequencies);
        return true;
    }

    /// <summary>Reads the frequencies of a block, in the order of its documents.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="frequencies">Receives up to 128 frequencies, 1 or more each.</param>
    [SkipLocalsInit]
    public readonly void ReadFrequencies(int block, int* frequencies)
    {
        if (Count == 1)
        {
            frequencies[0] = _entry.Frequency;
            return;
        }
        var at = Start(block);
        if (_words is not null)
        {
            if (at[0] > BlockPacking.MostBits || _end - at < 1 + 16 * at[0]) throw Damage();
            BlockPacking.Unpack(at + 1, at[0], 1, BlockPacking.Size, frequencies);
        }
        else if (CountOf(block) is var count && IsPacked(at, count))
        {
            RequirePacked(at, count);
            BlockPacking.Unpack(at + 2 + BlockPacking.BytesFor(count, at[0]), at[1], 1, count, frequencies);
        }
        else
        {
            var documents = stackalloc int[BlockPacking.Size];
            ReadNumbers(block, at, Math.Max(0, FirstOf(block) - 1), LastOf(block), documents, frequencies);
        }
    }

    /// <summary>Reads the frequencies of a block added up, each with those before it, in the order of its documents.</summary>
    /// <returns>False where the block is not packed so that this is quick.</returns>
    public readonly bool ReadSums(int block, int* sums)
    {
        if (!InSumOrder(block)) return false;
        var at = Start(block);
        RequirePacked(at, BlockPacking.Size);
        BlockPacking.UnpackSums(at + 2 + 16 * at[0], at[1], 1, 0, sums);
        return true;
    }

    /// <summary>Tells whether a document is in a bit set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Holds(int document) => (_words[document >> 6] >> document & 1) != 0;

    /// <summary>How many documents of a bit set come before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int RankOf(int document)
    {
        var group = document >> 9;
        var rank = (int)_ranks[group];
        var word = document >> 6;
        for (var w = group << 3; w < word; w++) rank += BitOperations.PopCount(_words[w]);
        return rank + BitOperations.PopCount(_words[word] & ((1ul << (document & 63)) - 1));
    }

    /// <summary>The documents of a bit set at some ranks of a block, all ascending.</summary>
    /// <param name="block">The block.</param>
    /// <param name="ranks">A bit for each rank, counted from the block's first; two words of 64.</param>
    /// <param name="documents">Receives the documents.</param>
    public readonly int Select(int block, ulong* ranks, int* documents)
    {
        int first = FirstOf(block), last = LastOf(block);
        if ((uint)last >= (uint)_terms.DocumentCount || first < 0 || first > last) throw Damage();
        var word = first >> 6;
        var bits = _words[word] & ~0ul << first;
        var (passed, count) = (0, 0);
        for (var half = 0; half < 2; half++)
        {
            for (var left = ranks[half]; left != 0; left &= left - 1)
            {
                var rank = half << 6 | BitOperations.TrailingZeroCount(left);
                int here;
                while (passed + (here = BitOperations.PopCount(bits)) <= rank)
                {
                    passed += here;
                    if (++word > last >> 6) throw Damage();
                    bits = _words[word];
                }
                for (; passed < rank; passed++) bits &= bits - 1;
                documents[count++] = word << 6 | BitOperations.TrailingZeroCount(bits);
            }
        }
        return count;
    }

    /// <summary>The frequency of a document of a bit set, by its rank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int FrequencyAt(int rank)
    {
        if ((uint)rank >= (uint)Count) throw Damage();
        var at = Start(rank >> 7);
        if (at[0] > BlockPacking.MostBits || _end - at < 1 + 16 * at[0]) throw Damage();
        return BlockPacking.At(at + 1, at[0], rank & 127) + 1;
    }

    /// <summary>Where the positions of a block begin.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="occurrences">Occurrences in the whole block.</param>
    /// <param name="bits">Bits of a position.</param>
    /// <exception cref="CorruptIndexException">They are not there.</exception>
    public readonly byte* OpenPositions(int block, long occurrences, out int bits)
    {
        var offset = _positionOffsets is null ? 0 : _positionOffsets[block];
        if (offset >= _entry.PositionsLength) throw _terms.Positions.Damage("ends before its positions");
        var at = _terms.Positions.Touch(_entry.Positions + offset, 1);
        bits = at[0];
        var length = PositionBlock.BytesFor(occurrences, bits);
        if (bits > PositionBlock.MostBits || length > _entry.PositionsLength - offset) throw _terms.Positions.Damage("holds positions that do not fit");
        _terms.Positions.Touch(_entry.Positions + offset, length);
        return at + 1;
    }

    /// <summary>What is thrown where the bytes do not fit each other.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly CorruptIndexException Damage() => _terms.Lists.Damage("holds a list that does not fit its counts");

    private void OpenBits()
    {
        var groups = (_terms.DocumentCount + 511L) / 512;
        if (_end - _blocks < 68 * groups) throw Damage();
        _ranks = (uint*)_blocks;
        _words = (ulong*)(_ranks + groups);
        _blocks += 68 * groups;
        for (var document = _terms.DocumentCount; document < 512 * groups; document++)
            if (Holds(document)) throw Damage();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte* Start(int block)
    {
        var at = _blocks + (_offsets is null ? 0 : _offsets[block]);
        return at < _end ? at : throw Damage();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPacked(byte* at, int count) => count >= PostingsWriter.LeastPacked && at[0] != PostingsWriter.Wide;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void RequirePacked(byte* at, int count)
    {
        if (_end - at < 2 || at[0] > BlockPacking.MostBits || at[1] > BlockPacking.MostBits
            || _end - at < 2 + BlockPacking.BytesFor(count, at[0]) + BlockPacking.BytesFor(count, at[1])) throw Damage();
    }

    private readonly void ReadBits(int block, int first, int last, int* documents)
    {
        var (count, end) = (CountOf(block), last >> 6);
        var words = _words;
        var i = 0;
        for (var word = first >> 6; word <= end; word++)
        {
            var bits = words[word];
            if (word == first >> 6) bits &= ~0ul << first;
            if (word == end) bits &= ~0ul >> (63 - (last & 63));
            if (i + BitOperations.PopCount(bits) > count) throw Damage();
            for (; bits != 0; bits &= bits - 1) documents[i++] = word << 6 | BitOperations.TrailingZeroCount(bits);
        }
        if (i != count || documents[count - 1] != last) throw Damage();
    }

    // Blocks that are not packed: numbers of variable length. Most deltas of a short block with frequency 1 are one or two bytes.
    private readonly void ReadNumbers(int block, byte* at, int before, int last, int* documents, int* frequencies)
    {
        var count = CountOf(block);
        var end = _end;
        if (count >= PostingsWriter.LeastPacked) at++;
        long document = before;
        for (var i = 0; i < count; i++)
        {
            long value;
            if (end - at < 2) value = ReadNumber(ref at, end);
            else if ((value = *at++) >= 0x80)
            {
                long next = *at++;
                value = value & 0x7F | next << 7;
                if (next >= 0x80)
                {
                    at -= 2;
                    value = ReadNumber(ref at, end);
                }
            }
            document += value >> 1;
            if (document > last) throw Damage();
            documents[i] = (int)document;
            var frequency = (value & 1) != 0 ? 1 : ReadNumber(ref at, end);
            if (frequency is < 1 or > int.MaxValue) throw Damage();
            frequencies[i] = (int)frequency;
        }
        if (Blocks > 1 && document != last) throw Damage();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly long ReadNumber(ref byte* at, byte* end)
    {
        if (at >= end) throw Damage();
        long value = *at++;
        if (value < 0x80) return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            if (at >= end || shift > 35) throw Damage();
            long next = *at++;
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
