// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics;
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

// Documents with any of the words. They are counted apart from scoring, as a union of bit sets. Lists whose bounds together stay below the floor are only
// looked into for documents that the others bring (after Turtle and Flood's MAXSCORE, 1995); what the others bring is added up in one accumulator.
internal sealed unsafe partial class PostingsScorer
{
    private readonly PinnedArray<ulong> _union = new(8);
    private readonly PinnedArray<float> _sums = new(8);           // by document; all zero between two queries

    /// <summary>Gives the documents of any of the lists that were added.</summary>
    public void RunAny()
    {
        if (_cursors.Count == 1)
        {
            RunTerm();
            return;
        }
        var total = Total;
        if (_cursors.Count == 2)
        {
            // Documents with both come first: where they are enough, one list alone reaches none of them.
            RunAll();
            TermCursor one = _cursors[0], other = _cursors[1];
            Total = total + (HasCount(one) && HasCount(other) ? LiveCountOf(one) + LiveCountOf(other) - (Total - total) : CountUnion());
            if (Top.IsFull && Top.Floor > Math.Max(one.Most, other.Most)) return;
            Top.Forget();
        }
        else
        {
            Total = total + CountUnion();
            if (!Top.HasCeiling) RaiseFloor();
        }
        OfferAny();
    }

    /// <summary>Gives the documents of any of the lists that were added, where all that may be given have one and are counted already.</summary>
    /// <param name="total">How many they are.</param>
    /// <param name="offered">Whether other documents of the index segment were offered before, which must not be forgotten.</param>
    public void RunCounted(int total, bool offered)
    {
        Total += total;
        if (_cursors.Count > 1 && !Top.HasCeiling && !offered) RaiseFloor();
        OfferAny();
    }

    private void OfferAny()
    {
        SortByMost();

        var (lookedInto, rest) = (0, 0f);
        while (lookedInto < _cursors.Count && rest + _cursors[lookedInto].Most < Top.Floor) rest += _cursors[lookedInto++].Most;
        if (lookedInto == _cursors.Count) return;
        var postings = 0L;
        for (var t = lookedInto; t < _cursors.Count; t++) postings += _cursors[t].List.Count;
        if (postings < _documents / 16) AddUpFew(lookedInto, rest);
        else AddUpWindows(lookedInto, rest);
    }

    /// <summary>Gathers the documents of all words that begin with some bytes; deleted ones are left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="prefix">How the words begin, UTF-8.</param>
    /// <param name="documents">Receives a bit a document: as many words of 64 as there are, eight or more.</param>
    /// <returns>How many they are.</returns>
    public int RunPrefix(FieldView field, ReadOnlySpan<byte> prefix, out ReadOnlySpan<ulong> documents)
    {
        Open(0, field.DocumentCount, field.Live);
        var union = BeginUnion();
        var terms = new PrefixTerms(field.Terms, prefix);
        while (terms.MoveNext(out var entry))
        {
            if (entry.DocumentFrequency == 1)
            {
                union[entry.Document >> 6] |= 1ul << (entry.Document & 63);
                continue;
            }
            Release();
            Unite(Add(field, entry, 0), union);
        }
        documents = new ReadOnlySpan<ulong>(union, WordCount);
        GC.KeepAlive(field);
        return EndUnion();
    }

    /// <summary>Gives a document that is scored already.</summary>
    public void OfferScored(int document, double score)
    {
        Total++;
        Top.Offer(document, (float)score);
    }

    private bool HasCount(TermCursor cursor) => _mask is null || cursor.Live >= 0;

    private int CountUnion()
    {
        BeginUnion();
        foreach (var cursor in _cursors) Unite(cursor, _union.Pointer);
        return EndUnion();
    }

    private ulong* BeginUnion()
    {
        var words = (WordCount + 7) & ~7;
        _union.Require(words);
        new Span<ulong>(_union.Pointer, words).Clear();
        return _union.Pointer;
    }

    /// <summary>Adds the documents of a list to a bit set: room for a multiple of 512.</summary>
    public void Unite(FieldView field, in PostingsEntry entry, ulong* union)
    {
        _documents = field.DocumentCount;
        Release();
        Unite(Add(field, entry, 0), union);
    }

    private void Unite(TermCursor cursor, ulong* union)
    {
        if (cursor.IsDense)
        {
            var list = cursor.List.Words;
            for (var w = 0; w < WordCount; w += 8) (Vector512.Load(union + w) | Vector512.Load(list + w)).Store(union + w);
            return;
        }
        for (var b = 0; b < cursor.List.Blocks; b++)
        {
            Look(b);
            cursor.Load(b);
            int* documents = cursor.Documents;
            for (int i = 0, end = cursor.Count; i < end; i++) union[documents[i] >> 6] |= 1ul << (documents[i] & 63);
        }
    }

    private int EndUnion()
    {
        var (total, words) = (0, WordCount);
        if (_mask is not null)
            for (var w = 0; w < words; w++) _union.Pointer[w] &= _mask[w];
        for (var w = 0; w < words; w++) total += BitOperations.PopCount(_union.Pointer[w]);
        return total;
    }

    // Each list's own best documents tell how much is needed at least. They are forgotten again: all of their words have to be added up.
    private void RaiseFloor()
    {
        // A list whose bound is not above those of the two smallest together could at best leave out the smallest.
        float smallest = float.MaxValue, second = float.MaxValue;
        foreach (var cursor in _cursors)
        {
            if (cursor.Most < smallest) (smallest, second) = (cursor.Most, smallest);
            else if (cursor.Most < second) second = cursor.Most;
        }
        foreach (var cursor in _cursors)
        {
            if (cursor.List.Count < Top.Limit || cursor.Most <= Math.Max(smallest + second, Top.Floor)) continue;
            RunBlocks(cursor);
            Top.Forget();
        }
    }

    private void SortByMost()
    {
        for (var i = 1; i < _cursors.Count; i++)
            for (var at = i; at > 0 && _cursors[at - 1].Most > _cursors[at].Most; at--) (_cursors[at - 1], _cursors[at]) = (_cursors[at], _cursors[at - 1]);
    }

    // Few postings: one accumulator for all documents, read and cleared where the lists lead.
    private void AddUpFew(int lookedInto, float rest)
    {
        _sums.Require(_documents);
        var sums = _sums.Pointer;
        for (var t = lookedInto; t < _cursors.Count; t++)
        {
            var cursor = _cursors[t];
            for (var b = 0; b < cursor.List.Blocks; b++)
            {
                cursor.Load(b);
                cursor.LoadFrequencies();
                float* scores = _scores.Pointer;
                ScoreBlock(cursor, scores);
                int* documents = cursor.Documents;
                for (int i = 0, end = cursor.Count; i < end; i++) sums[documents[i]] += scores[i];
            }
        }
        for (var t = lookedInto; t < _cursors.Count; t++)
        {
            var cursor = _cursors[t];
            for (var b = 0; b < cursor.List.Blocks; b++)
            {
                cursor.Load(b);
                int* documents = cursor.Documents;
                for (int i = 0, end = cursor.Count; i < end; i++)
                {
                    var document = documents[i];
                    var sum = sums[document];
                    if (sum == 0) continue;
                    sums[document] = 0;
                    if (sum + rest >= Top.Floor) OfferWith(document, sum, lookedInto, rest);
                }
            }
        }
    }

    private const int WindowDocuments = 1 << 14;

    // Many postings: windows of documents whose accumulators stay near the processor.
    private void AddUpWindows(int lookedInto, float rest)
    {
        _sums.Require(WindowDocuments);
        for (var t = lookedInto; t < _cursors.Count; t++) _cursors[t].Next = 0;
        for (var start = 0; start < _documents; start += WindowDocuments)
        {
            var bound = 0f;
            for (var t = lookedInto; t < _cursors.Count; t++)
                if (_cursors[t].Next < _cursors[t].List.Blocks) bound += _cursors[t].Most;
            if (bound + rest < Top.Floor) return;
            _cancellationToken.ThrowIfCancellationRequested();
            for (var t = lookedInto; t < _cursors.Count; t++) AddUpWindow(_cursors[t], start);
            OfferWindow(start, lookedInto, rest);
        }
    }

    private void AddUpWindow(TermCursor cursor, int start)
    {
        var end = start + WindowDocuments;
        float* sums = _sums.Pointer - start, scores = _scores.Pointer;
        for (; cursor.Next < cursor.List.Blocks && cursor.List.FirstOf(cursor.Next) < end; cursor.Next++)
        {
            cursor.Load(cursor.Next);
            cursor.LoadFrequencies();
            ScoreBlock(cursor, scores);
            int* documents = cursor.Documents;
            var count = cursor.Count;
            if (cursor.List.FirstOf(cursor.Next) >= start && cursor.List.LastOf(cursor.Next) < end)
            {
                for (var i = 0; i < count; i++) sums[documents[i]] += scores[i];
                continue;
            }
            for (var i = 0; i < count; i++)
                if (documents[i] >= start && documents[i] < end) sums[documents[i]] += scores[i];
            if (cursor.List.LastOf(cursor.Next) >= end) break;        // goes on in the next window
        }
    }

    private void OfferWindow(int start, int lookedInto, float rest)
    {
        var sums = _sums.Pointer;
        var count = Math.Min(WindowDocuments, _documents - start);
        for (var at = 0; at < count; at += 16)
        {
            var least = Vector512.Create(Math.Max(Top.Floor - rest, float.Epsilon));
            var reached = Vector512.GreaterThanOrEqual(Vector512.Load(sums + at), least).ExtractMostSignificantBits();
            for (; reached != 0; reached &= reached - 1)
            {
                var i = at + BitOperations.TrailingZeroCount(reached);
                OfferWith(start + i, sums[i], lookedInto, rest);
            }
            Vector512<float>.Zero.Store(sums + at);
        }
    }

    private void OfferWith(int document, float score, int lookedInto, float rest)
    {
        for (var t = lookedInto - 1; t >= 0; t--)
        {
            if (score + rest < Top.Floor) return;
            rest -= _cursors[t].Most;
            var frequency = _cursors[t].FrequencyOf(document);
            if (frequency > 0) score += _cursors[t].Weight * frequency / (frequency + _cursors[t].Norms[document]);
        }
        OfferLive(document, score);
    }
}
