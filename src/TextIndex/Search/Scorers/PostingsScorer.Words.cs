// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics;
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

// Documents with all words, each of which may stand in either of two fields. A word's list in the first field stands as bits while the query runs, so that
// "in one or the other" costs one test more than "in the other"; few documents have a word there, and only theirs are looked up.
internal sealed unsafe partial class PostingsScorer
{
    private readonly List<Word> _pairs = [];
    private readonly List<PinnedArray<ulong>> _bits = [];               // all zero between two queries
    private readonly PinnedArray<int> _sideFrequencies = new(BlockPacking.Size);

    // The lists of one word: a long one, and another whose documents stand as bits too.
    private struct Word
    {
        public TermCursor? Main, Side;
        public ulong* Bits;          // of the other list; null where there is none

        public readonly int Count => (Main is null ? 0 : Main.List.Count) + (Side is null ? 0 : Side.List.Count);

        public readonly bool IsAtSide(int document) => Bits is not null && (Bits[document >> 6] >> document & 1) != 0;
    }

    /// <summary>Adds a word that <see cref="RunAllWords"/> asks for; its lists were added before. One of them may be null.</summary>
    public void AddWord(TermCursor? main, TermCursor? side) => _pairs.Add(new Word { Main = main, Side = side });

    /// <summary>Gives the documents that hold all words that were added, each in one list of it or in both.</summary>
    public void RunAllWords()
    {
        if (_pairs.TrueForAll(static word => word.Side is null) && _pairs.Count > 1)
        {
            RunAll();
            return;
        }
        _pairs.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        _survivorFrequencies.Require(_pairs.Count * BlockPacking.Size);
        _sideFrequencies.Require(_pairs.Count * BlockPacking.Size);
        for (var i = 0; i < _pairs.Count; i++) SetBits(i);
        if (_pairs.TrueForAll(static word => word.Main is { IsDense: true })) CutWords();
        else LeadWords();
        foreach (var word in _pairs) ClearBits(word);
    }

    private void SetBits(int place)
    {
        var word = _pairs[place];
        if (word.Side is not { } side) return;
        while (_bits.Count <= place) _bits.Add(new PinnedArray<ulong>(8));
        _bits[place].Require((WordCount + 7) & ~7);
        word.Bits = _bits[place].Pointer;
        _pairs[place] = word;
        Unite(side, word.Bits);
    }

    private void ClearBits(in Word word)
    {
        if (word.Side is not { } side) return;
        if (side.IsDense || side.List.Blocks > 64)
        {
            new Span<ulong>(word.Bits, WordCount).Clear();
            return;
        }
        for (var b = 0; b < side.List.Blocks; b++)
        {
            side.Load(b);
            for (var i = 0; i < side.Count; i++) word.Bits[side.Documents[i] >> 6] = 0;
        }
    }

    // All long lists are bit sets.
    private void CutWords()
    {
        var survivors = _survivors.Pointer;
        var (kept, total, words) = (0, 0, WordCount);
        for (var w = 0; w < words; w++)
        {
            var common = _mask is null ? ~0ul : _mask[w];
            foreach (ref readonly var word in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pairs))
                common &= word.Bits is null ? word.Main!.List.Words[w] : word.Main!.List.Words[w] | word.Bits[w];
            total += BitOperations.PopCount(common);
            for (; common != 0; common &= common - 1)
            {
                survivors[kept++] = w << 6 | BitOperations.TrailingZeroCount(common);
                if (kept < BlockPacking.Size) continue;
                OfferWords(kept);
                kept = 0;
            }
            if ((w & 255) == 255) _cancellationToken.ThrowIfCancellationRequested();
        }
        Total += total;
        OfferWords(kept);
    }

    // The rarest word leads: first the documents that have it at the side alone, then all others.
    private void LeadWords()
    {
        var lead = _pairs[0];
        for (var b = 0; lead.Side is not null && b < lead.Side.List.Blocks; b++)
        {
            Look(b);
            var kept = CopyAllowed(lead.Side, b);
            if (lead.Main is not null) kept = DropFound(lead.Main, _survivors.Pointer, kept);
            KeepWords(kept);
        }
        for (var b = 0; lead.Main is not null && b < lead.Main.List.Blocks; b++)
        {
            Look(b);
            KeepWords(CopyAllowed(lead.Main, b));
        }
    }

    private void KeepWords(int kept)
    {
        for (var i = 1; i < _pairs.Count && kept > 0; i++) kept = Keep(_pairs[i], _survivors.Pointer, kept);
        Total += kept;
        OfferWords(kept);
    }

    private int Keep(in Word word, int* survivors, int count)
    {
        if (word.Main is not { } main) return KeepHeld(word.Bits, survivors, count);
        var kept = 0;
        if (main.IsDense)
        {
            if (word.Bits is null) return KeepHeld(main.List.Words, survivors, count);
            var words = main.List.Words;
            for (var i = 0; i < count; i++)
            {
                var document = survivors[i];
                survivors[kept] = document;
                kept += (int)((words[document >> 6] | word.Bits[document >> 6]) >> document & 1);
            }
            return kept;
        }
        if (word.Bits is null) return KeepFound(main, survivors, count);
        for (var i = 0; i < count; i++)
        {
            var document = survivors[i];
            survivors[kept] = document;
            if (word.IsAtSide(document) || main.Seek(document) && main.Find(document) >= 0) kept++;
        }
        return kept;
    }

    private static int DropFound(TermCursor main, int* survivors, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = survivors[i];
            survivors[kept] = document;
            if (!(main.IsDense ? main.List.Holds(document) : main.Seek(document) && main.Find(document) >= 0)) kept++;
        }
        return kept;
    }

    private void OfferWords(int kept)
    {
        if (kept == 0) return;
        var survivors = _survivors.Pointer;
        var sides = 0ul;            // the words that one of the documents has at the side
        for (var t = 0; t < _pairs.Count; t++)
        {
            var word = _pairs[t];
            int* main = _survivorFrequencies.Pointer + t * BlockPacking.Size, side = _sideFrequencies.Pointer + t * BlockPacking.Size;
            var any = 0;
            for (var i = 0; i < kept; i++)
            {
                main[i] = word.Main is null ? 0 : word.Main.FrequencyOf(survivors[i]);
                any |= side[i] = word.IsAtSide(survivors[i]) ? word.Side!.FrequencyOf(survivors[i]) : 0;
            }
            if (any != 0) sides |= 1ul << t;
        }
        var floor = Top.Floor;
        for (var at = 0; at < kept; at += 8)
        {
            var count = Math.Min(8, kept - at);
            float* norms = null, sideNorms = null;
            Vector256<float> norm = default, sideNorm = default, sum = default;
            for (var t = 0; t < _pairs.Count; t++)
            {
                var word = _pairs[t];
                if (word.Main is { } main)
                {
                    if (main.Norms != norms) norm = NormsOf(norms = main.Norms, survivors + at, count);
                    sum += ScoresOf(main.Weight, _survivorFrequencies.Pointer + t * BlockPacking.Size + at, norm);
                }
                if ((sides >> t & 1) == 0) continue;
                if (word.Side!.Norms != sideNorms) sideNorm = NormsOf(sideNorms = word.Side.Norms, survivors + at, count);
                sum += ScoresOf(word.Side.Weight, _sideFrequencies.Pointer + t * BlockPacking.Size + at, sideNorm);
            }
            OfferReached(sum, floor, survivors + at, count);
        }
    }

    private static Vector256<float> ScoresOf(float weight, int* frequencies, Vector256<float> norms)
    {
        var frequency = Vector256.ConvertToSingle(Vector256.Load(frequencies));
        return Vector256.Create(weight) * frequency / (frequency + norms);
    }
}
