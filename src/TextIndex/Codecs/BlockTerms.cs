// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>The terms of one field in one index segment, searched where they lie. Safe to share between threads.</summary>
internal sealed unsafe class BlockTerms : Terms
{
    // Bytes that are asked for ahead of reading: a block of terms, and what most lists have.
    private const int MostAsked = 512, MostAskedOfList = 2048;

    private readonly FieldInfo _field;
    private readonly FieldRecord _record;
    private readonly byte* _blocks;
    private readonly uint* _starts;
    private readonly ulong* _prefixes;
    private readonly byte* _lengths;
    private readonly uint* _pairKeys;
    private readonly uint* _pairStarts;

    public BlockTerms(FieldInfo field, in FieldRecord record, int documentCount, PagedFile dictionary, PagedFile lists, PagedFile positions)
    {
        (_field, _record, DocumentCount, Dictionary, Lists, Positions) = (field, record, documentCount, dictionary, lists, positions);
        if (record.BlockCount is < 0 or > int.MaxValue || record.Terms < 0 || record.Terms > record.BlockCount * DictionaryWriter.BlockTerms) throw dictionary.Damage("counts its terms wrong");
        if (record.HasFrequencies != (field.IndexOptions >= IndexOptions.DOCS_AND_FREQS) || record.HasPositions != (field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS))
            throw dictionary.Damage("keeps other things than the field says");
        _starts = (uint*)dictionary.Touch(record.BlockStarts, 4 * (record.BlockCount + 1));
        _prefixes = (ulong*)dictionary.Touch(record.BlockPrefixes, 8 * record.BlockCount);
        _blocks = dictionary.Touch(record.Blocks, _starts[record.BlockCount]);
        if (record.LengthBytes is not (0 or 1 or 2 or 4)) throw dictionary.Damage("tells of lengths that it cannot have");
        if (record.LengthBytes > 0) _lengths = lists.Touch(record.Lengths, record.LengthBytes * documentCount);
        AverageLength = BitConverter.Int64BitsToDouble(record.AverageLength);
        if (record.FrequentTerms is < 0 or > 65535 || record.PairCount < 0 || record.PairCount > record.FrequentTerms * record.FrequentTerms) throw dictionary.Damage("counts its pairs wrong");
        if (record.FrequentTerms == 0) return;
        _pairKeys = (uint*)dictionary.Touch(record.PairKeys, 4 * record.PairCount);
        _pairStarts = (uint*)dictionary.Touch(record.PairStarts, 4 * (record.PairCount + 1));
    }

    /// <summary>Documents of the index segment, deleted ones included.</summary>
    public int DocumentCount { get; }

    /// <summary>Average length that the bounds of the lists were computed with.</summary>
    public double AverageLength { get; }

    /// <summary>The files.</summary>
    public PagedFile Dictionary { get; }

    /// <inheritdoc cref="Dictionary"/>
    public PagedFile Lists { get; }

    /// <inheritdoc cref="Dictionary"/>
    public PagedFile Positions { get; }

    /// <summary>Blocks of the dictionary.</summary>
    public int BlockCount => (int)_record.BlockCount;

    /// <summary>Whether phrases of two frequent terms have lists of their own.</summary>
    public bool HasPairs => _record.FrequentTerms > 0;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => _record.Terms;

    public override long SumTotalTermFreq => _record.HasFrequencies ? _record.SumTotalFrequency : -1;

    public override long SumDocFreq => _record.SumDocumentFrequency;

    public override int DocCount => (int)_record.Documents;

    public override bool HasFreqs => _record.HasFrequencies;

    public override bool HasOffsets => false;

    public override bool HasPositions => _record.HasPositions;

    public override bool HasPayloads => _field.HasPayloads;

    public override TermsEnum GetEnumerator() => new BlockTermsEnum(this);

    /// <summary>Finds a term.</summary>
    /// <returns>False where no document holds it.</returns>
    /// <exception cref="CorruptIndexException">The dictionary does not fit itself.</exception>
    public bool TryFind(ReadOnlySpan<byte> term, out PostingsEntry entry)
    {
        entry = default;
        var block = FindBlock(term);
        if (block < 0) return false;
        var reader = OpenBlock(block, out var postings, out var positions);
        // Matched: how many bytes of the term the one before begins with, all smaller ones passed over. One that shares more is passed over unread,
        // one that shares less is larger than the term.
        var matched = 0;
        for (var left = TermsOf(block); left > 0; left--)
        {
            var shared = reader.Int32();
            var own = reader.Int32();
            var entryLength = *reader.Skip(1);
            var bytes = reader.Skip(own);
            if (shared < matched) return false;
            if (shared > matched)
            {
                reader.Skip(entryLength);
                continue;
            }
            var rest = new ReadOnlySpan<byte>(bytes, own);
            var common = rest.CommonPrefixLength(term[matched..]);
            matched += common;
            if (common == own && matched == term.Length)
            {
                entry = EntryLayout.Read(ref reader, _record.Kinds, postings, positions, DocumentCount);
                // Other words are looked up before this one's list is read.
                Prefetching.Ask(Lists.Pointer + entry.Postings, Math.Min(entry.PostingsLength, MostAskedOfList));
                GC.KeepAlive(Dictionary.Bytes);
                return true;
            }
            if (matched == term.Length || common < own && rest[common] > term[matched]) return false;
            reader.Skip(entryLength);
        }
        GC.KeepAlive(Dictionary.Bytes);
        return false;
    }

    /// <summary>The last block whose first term is not larger than a term; -1 where there is none.</summary>
    public int FindBlock(ReadOnlySpan<byte> term)
    {
        // Over the first eight bytes without branches; where several blocks begin alike, their first terms decide.
        var prefix = DictionaryWriter.PrefixOf(term);
        var low = BlocksBelow(prefix);
        if (low < BlockCount && _prefixes[low] == prefix)
        {
            var high = prefix == ulong.MaxValue ? BlockCount : BlocksBelow(prefix + 1);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (FirstTerm(middle).SequenceCompareTo(term) <= 0) low = middle + 1;
                else high = middle;
            }
        }
        GC.KeepAlive(Dictionary.Bytes);
        return low - 1;
    }

    private int BlocksBelow(ulong prefix)
    {
        var low = _prefixes;
        for (var left = BlockCount; left > 0;)
        {
            var half = (left + 1) >> 1;
            low = low[half - 1] < prefix ? low + half : low;
            left -= half;
        }
        return (int)(low - _prefixes);
    }

    /// <summary>Terms in a block.</summary>
    public int TermsOf(int block) => (int)Math.Min(DictionaryWriter.BlockTerms, _record.Terms - (long)block * DictionaryWriter.BlockTerms);

    /// <summary>Reads from the first term of a block on.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="postings">What its lists are counted from.</param>
    /// <param name="positions">What its positions are counted from.</param>
    public VarintReader OpenBlock(int block, out long postings, out long positions)
    {
        var (start, end) = (_starts[block], _starts[block + 1]);
        if (start > end || end > _starts[BlockCount]) throw Dictionary.Damage("holds blocks of terms that do not follow each other");
        Prefetching.Ask(_blocks + start, Math.Min(end - start, MostAsked));
        var reader = new VarintReader(_blocks + start, _blocks + end, Dictionary);
        postings = reader.Int64();
        positions = reader.Int64();
        return reader;
    }

    /// <summary>Reads the entry that a reader has come to.</summary>
    public PostingsEntry ReadEntry(ref VarintReader reader, long postings, long positions) => EntryLayout.Read(ref reader, _record.Kinds, postings, positions, DocumentCount);

    /// <summary>Finds the documents in which one frequent term is followed by another.</summary>
    /// <returns>False where there are none.</returns>
    public bool TryFindPair(int first, int second, out PostingsEntry entry)
    {
        entry = default;
        var key = (uint)first << 16 | (uint)second;
        var (low, high) = (0, (int)_record.PairCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_pairKeys[middle] < key) low = middle + 1;
            else high = middle;
        }
        if (low == _record.PairCount || _pairKeys[low] != key) return false;
        var (start, end, last) = (_pairStarts[low], _pairStarts[low + 1], _pairStarts[_record.PairCount]);
        if (start > end || end > last) throw Dictionary.Damage("holds pairs that do not follow each other");
        var pairs = Dictionary.Touch(_record.Pairs, last);
        var baseEnd = Math.Min(10, Dictionary.Length - PagedOutput.Padding - _record.Pairs - last);
        Dictionary.Touch(_record.Pairs + last, baseEnd);
        var basePostings = new VarintReader(pairs + last, pairs + last + baseEnd, Dictionary).Int64();
        var reader = new VarintReader(pairs + start, pairs + end, Dictionary);
        entry = EntryLayout.Read(ref reader, FieldRecord.Frequencies, basePostings, 0, DocumentCount);
        GC.KeepAlive(Dictionary.Bytes);
        return true;
    }

    /// <summary>The number of occurrences of all terms in a document: its exact length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LengthOf(int document) => _record.LengthBytes switch
    {
        1 => _lengths[document],
        2 => ((ushort*)_lengths)[document],
        4 => ((int*)_lengths)[document],
        _ => 1,
    };

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        var reader = OpenBlock(block, out _, out _);
        reader.Int32();
        var own = reader.Int32();
        reader.Skip(1);
        return new ReadOnlySpan<byte>(reader.Skip(own), own);
    }
}
