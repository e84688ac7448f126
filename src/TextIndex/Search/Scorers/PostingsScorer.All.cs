// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

// Documents with all words. The rarest list leads; where even that is a bit set, words of 64 documents are cut with each other.
internal sealed unsafe partial class PostingsScorer
{
    private const int Marks = 1 << 12, LeastToMark = 12;

    private readonly PinnedArray<byte> _marks = new(Marks);
    private TermCursor? _markedCursor;                            // whose documents are marked; null = unknown
    private int _markedBlock;
    private readonly PinnedArray<int> _survivors = new(BlockPacking.Size);
    private readonly PinnedArray<int> _survivorFrequencies = new(BlockPacking.Size);       // by cursor, then by survivor

    /// <summary>Lists the documents that hold all words, ascending, without scoring them.</summary>
    /// <param name="field">The field.</param>
    /// <param name="words">The words, UTF-8.</param>
    /// <param name="documents">Receives those that are not deleted.</param>
    /// <param name="cancellationToken">Looked at every some dozen blocks.</param>
    public void Intersect(FieldView field, ReadOnlySpan<byte[]> words, List<int> documents, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        Open(0, field.DocumentCount, field.Live);
        foreach (var word in words)
        {
            if (!field.Terms.TryFind(word, out var entry)) return;
            Add(field, entry, 0);
        }
        SortByCount();
        for (var b = 0; b < _cursors[0].List.Blocks; b++)
        {
            Look(b);
            documents.AddRange(new ReadOnlySpan<int>(_survivors.Pointer, Survive(b)));
        }
        GC.KeepAlive(field);
    }

    private void RunAll()
    {
        SortByCount();
        _survivorFrequencies.Require(_cursors.Count * BlockPacking.Size);
        if (_cursors[0].IsDense) CutBits();
        else LeadBlocks();
    }

    private void SortByCount()
    {
        for (var i = 1; i < _cursors.Count; i++)
            for (var at = i; at > 0 && _cursors[at - 1].List.Count > _cursors[at].List.Count; at--) (_cursors[at - 1], _cursors[at]) = (_cursors[at], _cursors[at - 1]);
    }

    private struct BitList
    {
        public ulong* Words;
        public int* Frequencies;      // of the block that the last survivor is in
        public int Rank, Block;
    }

    // All lists are bit sets. Ranks are counted on from word to word, and a block of frequencies is unpacked when the first survivor needs it.
    private void CutBits()
    {
        var count = _cursors.Count;
        var lists = stackalloc BitList[count];
        for (var t = 0; t < count; t++)
        {
            lists[t].Words = _cursors[t].List.Words;
            lists[t].Frequencies = _cursors[t].Frequencies;
            (lists[t].Rank, lists[t].Block) = (0, -1);
        }
        var live = _mask;
        int* survivors = _survivors.Pointer, frequencies = _survivorFrequencies.Pointer;
        var (kept, total, words) = (0, 0, WordCount);
        for (var w = 0; w < words; w++)
        {
            var common = lists[0].Words[w] & lists[1].Words[w];
            for (var t = 2; t < count; t++) common &= lists[t].Words[w];
            if (live is not null) common &= live[w];
            total += BitOperations.PopCount(common);
            for (; common != 0; common &= common - 1)
            {
                var below = (common & (0 - common)) - 1;
                for (var t = 0; t < count; t++)
                {
                    var rank = lists[t].Rank + BitOperations.PopCount(lists[t].Words[w] & below);
                    if (lists[t].Block != rank >> 7) LoadFrequencies(_cursors[t], lists[t].Block = rank >> 7);
                    frequencies[t * BlockPacking.Size + kept] = lists[t].Frequencies[rank & 127];
                }
                survivors[kept++] = w << 6 | BitOperations.TrailingZeroCount(common);
                if (kept < BlockPacking.Size) continue;
                OfferSurvivors(kept);
                kept = 0;
            }
            for (var t = 0; t < count; t++) lists[t].Rank += BitOperations.PopCount(lists[t].Words[w]);
        }
        Total += total;
        OfferSurvivors(kept);
    }

    private static void LoadFrequencies(TermCursor cursor, int block)
    {
        if (block >= cursor.List.Blocks) throw cursor.List.Damage();
        cursor.LoadFrequencies(block);
    }

    private void LeadBlocks()
    {
        for (var b = 0; b < _cursors[0].List.Blocks; b++)
        {
            Look(b);
            var kept = Survive(b);
            Total += kept;
            if (kept == 0) continue;
            for (var t = 0; t < _cursors.Count; t++) ReadFrequencies(t, kept);
            OfferSurvivors(kept);
        }
    }

    // The documents of a block of the leading list that all lists hold, ascending.
    private int Survive(int block)
    {
        var survivors = _survivors.Pointer;
        var kept = CopyAllowed(_cursors[0], block);
        for (var t = 1; t < _cursors.Count && kept > 0; t++)
        {
            var cursor = _cursors[t];
            kept = cursor.IsDense ? KeepHeld(cursor.List.Words, survivors, kept) : KeepFound(cursor, survivors, kept);
        }
        return kept;
    }

    // The documents of a block that may be given, ascending.
    private int CopyAllowed(TermCursor lead, int block)
    {
        lead.Load(block);
        int* survivors = _survivors.Pointer, documents = lead.Documents;
        if (lead.List.InSumOrder(block))
            for (var i = 0; i < BlockPacking.Size; i++) survivors[i] = documents[BlockPacking.Slot(i)];
        else
            Unsafe.CopyBlockUnaligned(survivors, documents, (uint)(4 * lead.Count));
        return _mask is null ? lead.Count : KeepHeld(_mask, survivors, lead.Count);
    }

    private static int KeepHeld(ulong* words, int* survivors, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = survivors[i];
            survivors[kept] = document;
            kept += (int)(words[document >> 6] >> document & 1);
        }
        return kept;
    }

    // Block by block of the list. Where a block may hold many of them, its documents are marked by their lowest bits, and only those that meet a mark are
    // looked for; the marks stay until another block is marked.
    private int KeepFound(TermCursor cursor, int* survivors, int count)
    {
        var kept = 0;
        for (var i = 0; i < count;)
        {
            if (!cursor.Seek(survivors[i])) break;
            var last = cursor.List.LastOf(cursor.Block);
            var end = survivors[count - 1] <= last ? count : i + 1;
            while (end < count && survivors[end] <= last) end++;
            var met = end - i < LeastToMark ? end - i : KeepMarked(cursor, survivors + i, end - i);
            for (var at = i; at < i + met; at++)
            {
                survivors[kept] = survivors[at];
                if (cursor.Find(survivors[kept]) >= 0) kept++;
            }
            i = end;
        }
        return kept;
    }

    private int KeepMarked(TermCursor cursor, int* survivors, int count)
    {
        var marks = _marks.Pointer;
        if (_markedCursor != cursor || _markedBlock != cursor.Block)
        {
            new Span<byte>(marks, Marks).Clear();
            int* documents = cursor.Documents;
            for (int i = 0, all = cursor.Count; i < all; i++) marks[documents[i] & (Marks - 1)] = 1;
            (_markedCursor, _markedBlock) = (cursor, cursor.Block);
        }
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = survivors[i];
            survivors[kept] = document;
            kept += marks[document & (Marks - 1)];
        }
        return kept;
    }

    private void ReadFrequencies(int t, int kept)
    {
        var cursor = _cursors[t];
        int* survivors = _survivors.Pointer, frequencies = _survivorFrequencies.Pointer + t * BlockPacking.Size;
        for (var i = 0; i < kept; i++) frequencies[i] = cursor.FrequencyOf(survivors[i]);
    }

    private void OfferSurvivors(int kept)
    {
        if (kept == 0) return;
        var floor = Top.Floor;
        var survivors = _survivors.Pointer;
        for (var at = 0; at < kept; at += 8)
        {
            var count = Math.Min(8, kept - at);
            float* norms = null;
            Vector256<float> norm = default, sum = default;
            for (var t = 0; t < _cursors.Count; t++)
            {
                var cursor = _cursors[t];
                if (cursor.Norms != norms) norm = NormsOf(norms = cursor.Norms, survivors + at, count);
                var frequency = Vector256.ConvertToSingle(Vector256.Load(_survivorFrequencies.Pointer + t * BlockPacking.Size + at));
                sum += Vector256.Create(cursor.Weight) * frequency / (frequency + norm);
            }
            OfferReached(sum, floor, survivors + at, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void OfferReached(Vector256<float> scores, float floor, int* documents, int count)
    {
        var reached = Vector256.GreaterThanOrEqual(scores, Vector256.Create(floor)).ExtractMostSignificantBits() & ((1u << count) - 1);
        for (; reached != 0; reached &= reached - 1)
        {
            var i = BitOperations.TrailingZeroCount(reached);
            Top.Offer(documents[i], scores[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NormsOf(float* norms, int* documents, int count) => count == 8
        ? Vector256.Create(norms[documents[0]], norms[documents[1]], norms[documents[2]], norms[documents[3]],
            norms[documents[4]], norms[documents[5]], norms[documents[6]], norms[documents[7]])
        : Partly(norms, documents, count);

    private static Vector256<float> Partly(float* norms, int* documents, int count)
    {
        var some = stackalloc float[8];
        for (var i = 0; i < 8; i++) some[i] = i < count ? norms[documents[i]] : 1;
        return Vector256.Load(some);
    }
}
