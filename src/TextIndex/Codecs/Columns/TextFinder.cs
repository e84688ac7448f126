// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace TextIndex.Codecs.Columns;

/// <summary>Finds every occurrence of a string in a chunk of text: by the lists of its rarest pairs until scanning is cheaper, then by a scan of the blocks that are left.</summary>
/// <remarks>For one thread; used for one chunk after another.</remarks>
internal sealed unsafe class TextFinder(UnitPattern pattern)
{
    // Measured with the text in memory but not in the caches, in tenths of a nanosecond. They choose between ways that are right alike.
    private const long ScannedBlock = 2900;          // within a long run
    private const long SingleBlock = 7000;           // on its own
    private const long ListByte = 17, Set = 300;
    private const long ComparedPlace = 120;
    private const long Document = 1500, DocumentUnit = 1;

    // How many documents ahead the memory is asked for.
    private const int Ahead = 6;
    private const int AheadBytes = 1024;

    private readonly PlaceBuffer _places = new(), _candidates = new();
    private readonly PairIndex.Pair[] _pairs = new PairIndex.Pair[PairIndexWriter.Overlap + 1];
    private readonly int[] _order = new int[PairIndexWriter.Overlap + 1];
    private ulong[] _blocks = [], _more = [];
    private char[] _copy = [];
    private readonly int[] _one = new int[1];

    // What Plan has found for the chunk at hand: how many pairs and blocks are left, and the pair whose places are the cheapest way.
    private int _pairCount, _left, _placedPair, _placeBytes;
    private long _placesAt;

    /// <summary>Finds all occurrences in a chunk that cut no code point in half, ascending, overlapping ones too.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(TextChunk chunk)
    {
        Plan(chunk);
        return FindPlanned(chunk);
    }

    /// <summary>Looks up what is known of a chunk without its text.</summary>
    /// <returns>What <see cref="FindPlanned"/> will cost, in tenths of a nanosecond; 0 = there is no occurrence.</returns>
    public long Plan(TextChunk chunk)
    {
        (_pairCount, _left, _placedPair) = (0, 0, -1);
        if (chunk.Units < pattern.Units.Length) return 0;
        if (pattern.Units.Length == 1 || chunk.Pairs is not { } index)
        {
            pattern.Anchor(0);
            _left = chunk.Blocks;
            return _left * ScannedBlock;
        }
        if (!FindPairs(index)) return 0;
        var words = (chunk.Blocks + 63) >> 6;
        if (_blocks.Length < words) (_blocks, _more) = (new ulong[words], new ulong[words]);
        Intersect(index, words);
        var cost = Math.Min(_left * SingleBlock, chunk.Blocks * ScannedBlock);
        return _left == 0 ? 0 : ChoosePlaces(index, chunk.Blocks, cost);
    }

    /// <summary>Finds all occurrences in the chunk that was planned last.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> FindPlanned(TextChunk chunk)
    {
        _places.Clear();
        var end = chunk.Units - pattern.Units.Length + 1;
        if (_left == 0) return [];
        if (_placedPair >= 0) ComparePlaces(chunk, end);
        else if (_pairCount == 0 || _left * SingleBlock > chunk.Blocks * ScannedBlock) Scan(chunk, 0, end);
        else ScanBlocks(chunk, end);
        GC.KeepAlive(chunk);
        return _places.Places;
    }

    /// <summary>What reading these documents costs, in the measure of <see cref="Plan"/>.</summary>
    public static long CostOf(long documents, TextChunk chunk) => documents * (Document + DocumentUnit * chunk.Units / Math.Max(1, chunk.Documents));

    /// <summary>Finds all occurrences in some documents of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="documents">Counted in the chunk, ascending.</param>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(TextChunk chunk, ReadOnlySpan<int> documents)
    {
        _places.Clear();
        for (var i = 0; i < documents.Length; i++)
        {
            if (i + Ahead < documents.Length) Prefetch(chunk, chunk.BoundsOf(documents[i + Ahead]));
            var (start, end) = chunk.BoundsOf(documents[i]);
            if (end - start >= pattern.Units.Length) Scan(chunk, start, end - pattern.Units.Length + 1);
        }
        GC.KeepAlive(chunk);
        return _places.Places;
    }

    /// <summary>Finds all occurrences in a document of a chunk.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Find(TextChunk chunk, int document)
    {
        _one[0] = document;
        return Find(chunk, _one);
    }

    /// <summary>Finds all occurrences in a chunk by reading all of it.</summary>
    /// <returns>Places in the chunk; they live until the next call.</returns>
    public ReadOnlySpan<int> Scan(TextChunk chunk)
    {
        _places.Clear();
        pattern.Anchor(0);
        Scan(chunk, 0, chunk.Units - pattern.Units.Length + 1);
        GC.KeepAlive(chunk);
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

    // The pairs of the string, rarest first; false where one of them is nowhere.
    private bool FindPairs(PairIndex index)
    {
        var units = pattern.Units;
        var count = Math.Min(units.Length - 1, _pairs.Length);
        for (var i = 0; i < count; i++)
        {
            var pair = index.Find(units[i], units[i + 1]);
            if (pair.Ordinal < 0) return false;
            index.Prefetch(pair);
            _pairs[i] = pair;
            // Insertion by bytes: short lists first, equal ones by their place.
            var at = i;
            for (; at > 0 && _pairs[_order[at - 1]].ListBytes > pair.ListBytes; at--) _order[at] = _order[at - 1];
            _order[at] = i;
        }
        pattern.Anchor(_order[0]);
        _pairCount = count;
        return true;
    }

    // The blocks that hold the rarest pairs, as long as one more list is cheaper than scanning half of what is left: it may halve it.
    private void Intersect(PairIndex index, int words)
    {
        var blocks = _blocks.AsSpan(0, words);
        var more = _more.AsSpan(0, words);
        index.ReadBlocks(_pairs[_order[0]], blocks);
        _left = Count(blocks);
        for (var i = 1; i < _pairCount && _left > 0; i++)
        {
            var pair = _pairs[_order[i]];
            if ((pair.IsSet ? Set : pair.ListBytes * ListByte) > _left * SingleBlock / 2) break;
            index.ReadBlocks(pair, more);
            for (var word = 0; word < words; word++) blocks[word] &= more[word];
            _left = Count(blocks);
        }
    }

    // Frequent pairs that are no words have their places listed: reading the shortest list and comparing the places in the blocks that are left may be cheaper.
    private long ChoosePlaces(PairIndex index, int blocks, long cost)
    {
        // A long string is compared at no place on its own: where a text repeats itself, that would be the square of its length.
        if (pattern.Units.Length > UnitPattern.Short) return cost;
        for (var i = 0; i < _pairCount; i++)
        {
            if (!_pairs[i].IsSet || !index.FindPlaces(_pairs[i], out var at, out var bytes)) continue;
            var placesCost = bytes * ListByte + (pattern.AnchorsAreAll ? 0 : (long)bytes * _left / blocks * ComparedPlace);
            if (placesCost >= cost) continue;
            cost = placesCost;
            (_placedPair, _placesAt, _placeBytes) = (i, at, bytes);
        }
        if (_placedPair >= 0) index.PrefetchPlaces(_placesAt, _placeBytes);
        return cost;
    }

    private void ComparePlaces(TextChunk chunk, int end)
    {
        var reader = chunk.Pairs!.OpenPlaces(_placesAt, _placeBytes);
        if (pattern.AnchorsAreAll && !pattern.MaySplit)
        {
            while (reader.Read(_places.Reserve(GapReader.Batch)) is var read and > 0) _places.Keep(read);
            if (_places.Count > 0 && _places.Places[^1] >= end) throw new FormatException("text column: a place is not in the text");
            return;
        }
        var text = chunk.Text(0, 0);
        _candidates.Clear();
        Span<int> places = stackalloc int[GapReader.Batch];
        var blocks = _blocks.AsSpan(0, (chunk.Blocks + 63) >> 6);
        while (reader.Read(places) is var count and > 0)
        {
            if (places[count - 1] >= chunk.Units) throw new FormatException("text column: a place is not in the text");
            // Nothing foretells which of them stand in a block that is left: each is written, and the next one over it where it does not.
            var kept = _candidates.Reserve(GapReader.Batch);
            var next = 0;
            foreach (var found in places[..count])
            {
                var place = found - _placedPair;
                var block = Math.Max(0, place) >> PairIndexWriter.BlockBits;
                kept[next] = place;
                next += (int)(blocks[block >> 6] >> block & 1) & ~(place >> 31);
            }
            _candidates.Keep(next);
        }
        var candidates = _candidates.Places;
        var unlimited = long.MaxValue;
        // The pair is there: what tells most candidates apart is a code unit beside it.
        var units = pattern.Units.AsSpan();
        var beside = _placedPair + 2 < units.Length ? _placedPair + 2 : Math.Max(0, _placedPair - 1);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i + 16 < candidates.Length && Sse.IsSupported) Sse.Prefetch0(text + candidates[i + 16] + beside);
            var place = candidates[i];
            if (place >= end) break;
            var at = place + beside;
            if (chunk.Text(at, at + 1)[at] != units[beside]) continue;
            chunk.Text(Math.Max(0, place - 1), Math.Min(chunk.Units, place + units.Length + 1));          // verifies the pages
            if (TextScan.IsAt(text, place, pattern, ref unlimited)) _places.Add(place);
        }
    }

    private void ScanBlocks(TextChunk chunk, int end)
    {
        var blocks = _blocks.AsSpan(0, (chunk.Blocks + 63) >> 6);
        for (var block = NextSet(blocks, 0); block >= 0;)
        {
            var last = block;
            while (last + 1 < chunk.Blocks && (blocks[last + 1 >> 6] >> (last + 1 & 63) & 1) != 0) last++;
            var next = NextSet(blocks, last + 1);
            if (next >= 0) Prefetch(chunk, (next << PairIndexWriter.BlockBits, end));
            Scan(chunk, block << PairIndexWriter.BlockBits, (int)Math.Min(end, (long)(last + 1) << PairIndexWriter.BlockBits));
            block = next;
        }
    }

    private void Scan(TextChunk chunk, int from, int to)
    {
        if (from < to) TextScan.Find(chunk.Text(Math.Max(0, from - 1), Math.Min(chunk.Units, to + pattern.Units.Length)), from, to, pattern, _places);
    }

    // Asks for the first lines of a stretch; the machine asks for the others by itself once it is being read.
    private static void Prefetch(TextChunk chunk, (int Start, int End) stretch) =>
        Memory.Prefetch((byte*)(chunk.Text(0, 0) + stretch.Start), Math.Min(AheadBytes, 2L * (stretch.End - stretch.Start)));

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
