// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search.Scorers;

/// <summary>Puts candidates in the order of <see cref="HitOrder.ByScore"/>, without making a key of those that are not given. For one thread.</summary>
internal sealed class CandidateOrder(SnapshotView snapshot) : IComparer<Candidate>
{
    /// <summary>Gives the best candidates, best first.</summary>
    /// <param name="candidates">The candidates, whole scores; they are moved about.</param>
    /// <param name="most">How many; int.MaxValue = all.</param>
    /// <param name="after">Only documents behind this one are wanted; null = all.</param>
    public List<RankedDocument> Best(Span<Candidate> candidates, int most, RankedDocument? after)
    {
        if (after is not null) candidates = Behind(candidates, after);
        if (candidates.Length > most) candidates = Select(candidates, most);
        candidates.Sort(this);
        var best = new List<RankedDocument>(candidates.Length);
        foreach (var candidate in candidates) best.Add(DocumentOf(candidate));
        return best;
    }

    /// <inheritdoc/>
    public int Compare(Candidate x, Candidate y)
    {
        var order = y.Whole.CompareTo(x.Whole);
        if (order != 0) return order;
        SegmentView left = snapshot.Segments[x.Segment], right = snapshot.Segments[y.Segment];
        order = snapshot.HasPrefixes
            ? string.CompareOrdinal(KeyOf(left, x.Document), KeyOf(right, y.Document))
            : CompareAsUnits(left.KeyBytes(x.Document), right.KeyBytes(y.Document));
        return order != 0 ? order : left.Segment.Part.CompareTo(right.Segment.Part);
    }

    /// <summary>Compares two strings of UTF-8 as their UTF-16 code units compare: alike but for code points behind U+FFFF, which come before U+E000.</summary>
    internal static int CompareAsUnits(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        var at = x.CommonPrefixLength(y);
        if (at == x.Length || at == y.Length) return x.Length.CompareTo(y.Length);
        byte left = x[at], right = y[at];
        if (left >= 0xF0 != right >= 0xF0 && Math.Min(left, right) >= 0xEE) return left >= 0xF0 ? -1 : 1;
        return left.CompareTo(right);
    }

    private Span<Candidate> Behind(Span<Candidate> candidates, RankedDocument after)
    {
        var kept = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Whole > after.Score) continue;
            if (candidate.Whole == after.Score && HitOrder.ByScore.Compare(DocumentOf(candidate), after) <= 0) continue;
            candidates[kept++] = candidate;
        }
        return candidates[..kept];
    }

    // A heap of the best so far, the worst of them first.
    private Span<Candidate> Select(Span<Candidate> candidates, int most)
    {
        var best = candidates[..most];
        for (var i = most / 2 - 1; i >= 0; i--) Sift(best, i);
        for (var i = most; i < candidates.Length; i++)
        {
            if (Compare(candidates[i], best[0]) >= 0) continue;
            best[0] = candidates[i];
            Sift(best, 0);
        }
        return best;
    }

    private void Sift(Span<Candidate> heap, int at)
    {
        var moved = heap[at];
        for (var child = 2 * at + 1; child < heap.Length; child = 2 * at + 1)
        {
            if (child + 1 < heap.Length && Compare(heap[child + 1], heap[child]) > 0) child++;
            if (Compare(heap[child], moved) <= 0) break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }

    private RankedDocument DocumentOf(in Candidate candidate)
    {
        var view = snapshot.Segments[candidate.Segment];
        return new RankedDocument(candidate.Segment, candidate.Document, candidate.Whole, view.DateOf(candidate.Document), KeyOf(view, candidate.Document), null, view.Segment.Part);
    }

    private static string KeyOf(SegmentView view, int document)
    {
        var key = System.Text.Encoding.UTF8.GetString(view.KeyBytes(document));
        return view.Segment.KeyPrefix.Length == 0 ? key : view.Segment.KeyPrefix + key;
    }
}
