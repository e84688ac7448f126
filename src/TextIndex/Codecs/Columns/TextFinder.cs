// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Codecs.Columns;

/// <summary>Finds every occurrence of a string in a chunk of text: by the lists of its rarest pairs until scanning is cheaper, then by a scan of the blocks that are left.</summary>
/// <remarks>For one thread; used for one chunk after another.</remarks>
internal sealed unsafe class TextFinder(UnitPattern pattern)
{
    // Measured on AVX-512 with the text in memory, in tenths of a nanosecond; the choice between two ways is not sensitive to them.
    private const long UnitCost = 1;
    private const long ListByteCost = 30;
    private const long SetCost = 300;
    private const long PlaceCost = 40;

    private readonly PlaceBuffer _places = new();
    private readonly PairIndex.Pair[] _pairs = new PairIndex.Pair[PairIndexWriter.Overlap + 1];
    private readonly int[] _order = new int[PairIndexWriter.Overlap + 1];
    private ulong[] _blocks = [], _more = [];
    private char[] _copy = [];

    /// <summary>Finds all occurrences in a chunk that cut no code point in half, ascending, overlapping ones too.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(TextChunk chunk)
    {
        _places.Clear();
        var end = chunk.Units - pattern.Units.Length + 1;
        if (end <= 0) return [];
        if (pattern.Units.Length == 1 || chunk.Pairs is not { } index) Scan(chunk, 0, end);
        else if (FindPairs(index) is var pairs and > 0) FindByPairs(chunk, index, pairs, end);
        return _places.Places;
    }

    /// <summary>Finds all occurrences in a document of a chunk.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(TextChunk chunk, int document)
    {
        _places.Clear();
        var (start, end) = chunk.BoundsOf(document);
        if (end - start >= pattern.Units.Length) Scan(chunk, start, end - pattern.Units.Length + 1);
        return _places.Places;
    }

    /// <summary>Finds all occurrences in a text of its own, which is copied.</summary>
    /// <returns>Places in the text; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> text)
    {
        _places.Clear();
        if (text.Length < pattern.Units.Length) return [];
        // A scan reads behind the end without believing what it reads, and asks what stands there: a barrier, as behind every document.
        var length = text.Length + 1 + TextScan.Slack / sizeof(char) + pattern.Units.Length;
        if (_copy.Length < length) _copy = new char[length];
        text.CopyTo(_copy);
        _copy[text.Length] = '\n';
        fixed (char* copy = _copy) TextScan.Find(copy, 0, text.Length - pattern.Units.Length + 1, pattern, _places);
        return _places.Places;
    }

    // The pairs of the string, rarest first; 0 where one of them is nowhere.
    private int FindPairs(PairIndex index)
    {
        var units = pattern.Units;
        var count = Math.Min(units.Length - 1, _pairs.Length);
        for (var i = 0; i < count; i++)
        {
            var pair = index.Find(units[i], units[i + 1]);
            if (pair.Ordinal < 0) return 0;
            _pairs[i] = pair;
            // Insertion by bytes: short lists first, equal ones by their place.
            var at = i;
            for (; at > 0 && _pairs[_order[at - 1]].ListBytes > pair.ListBytes; at--) _order[at] = _order[at - 1];
            _order[at] = i;
        }
        return count;
    }

    private void FindByPairs(TextChunk chunk, PairIndex index, int pairs, int end)
    {
        var words = (chunk.Blocks + 63) >> 6;
        if (_blocks.Length < words) (_blocks, _more) = (new ulong[words], new ulong[words]);
        var blocks = _blocks.AsSpan(0, words);
        var more = _more.AsSpan(0, words);
        var blockCost = UnitCost << PairIndexWriter.BlockBits;

        pattern.Anchor(_order[0]);
        index.ReadBlocks(_pairs[_order[0]], blocks);
        var left = Count(blocks);
        for (var i = 1; i < pairs && left > 0; i++)
        {
            var pair = _pairs[_order[i]];
            // Each further list may halve what is left: as long as half a scan costs more than the list.
            if ((pair.IsSet ? SetCost : pair.ListBytes * ListByteCost) > left * blockCost / 2) break;
            index.ReadBlocks(pair, more);
            for (var word = 0; word < words; word++) blocks[word] &= more[word];
            left = Count(blocks);
        }
        if (left == 0 || FindByPlaces(chunk, index, pairs, left * blockCost, end)) return;
        for (var block = NextSet(blocks, 0); block >= 0;)
        {
            var last = block;
            while (last + 1 < chunk.Blocks && (blocks[last + 1 >> 6] >> (last + 1 & 63) & 1) != 0) last++;
            Scan(chunk, block << PairIndexWriter.BlockBits, (int)Math.Min(end, (long)(last + 1) << PairIndexWriter.BlockBits));
            block = NextSet(blocks, last + 1);
        }
    }

    // Frequent pairs that are no words have their places listed: where one list is cheaper than scanning what is left, its places are looked at one by one.
    private bool FindByPlaces(TextChunk chunk, PairIndex index, int pairs, long scanCost, int end)
    {
        var (bestPair, bestBytes, bestAt) = (-1, int.MaxValue, 0L);
        for (var i = 0; i < pairs; i++)
            if (index.FindPlaces(_pairs[i], out var at, out var bytes) && bytes < bestBytes) (bestPair, bestBytes, bestAt) = (i, bytes, at);
        if (bestPair < 0 || bestBytes * PlaceCost > scanCost) return false;
        var reader = index.OpenPlaces(bestAt, bestBytes);
        var units = pattern.Units.AsSpan();
        var text = chunk.Text(0, 0);
        var isAll = units.Length == 2;
        while (reader.Next(out var place))
        {
            place -= bestPair;
            if (place >= end) break;
            if (place < 0) continue;
            if (!isAll)
            {
                chunk.Text(place, place + units.Length);          // verifies the page
                if (!units.SequenceEqual(new ReadOnlySpan<char>(text + place, units.Length))) continue;
            }
            if (!pattern.MaySplit || !pattern.Splits(chunk.Text(Math.Max(0, place - 1), place + units.Length + 1), place)) _places.Add(place);
        }
        return true;
    }

    private void Scan(TextChunk chunk, int from, int to)
    {
        if (from < to) TextScan.Find(chunk.Text(Math.Max(0, from - 1), Math.Min(chunk.Units, to + pattern.Units.Length)), from, to, pattern, _places);
    }

    private static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    private static int NextSet(ReadOnlySpan<ulong> bits, int from)
    {
        var word = from >> 6;
        if (word >= bits.Length) return -1;
        var rest = bits[word] >> (from & 63) << (from & 63);
        while (rest == 0)
        {
            if (++word == bits.Length) return -1;
            rest = bits[word];
        }
        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
