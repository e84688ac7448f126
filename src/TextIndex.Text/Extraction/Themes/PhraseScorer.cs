// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>Puts candidate phrases in order.</summary>
internal static class PhraseScorer
{
    /// <summary>Ranks phrases, best first; a phrase that says no more than one before it is left out.</summary>
    /// <param name="candidates">The phrases.</param>
    /// <param name="section">Counts only the occurrences inside this span; null for the whole document.</param>
    public static List<(CandidatePhrase Phrase, double Score)> Rank(List<CandidatePhrase> candidates, TextSpan? section)
    {
        // Enough for every list that is shown, and the comparison of each with each stays small.
        const int Enough = 40, Looked = 6 * Enough;
        var all = new List<Scored>(candidates.Count);
        foreach (var phrase in candidates)
        {
            var count = section is { } stretch ? phrase.CountIn(stretch) : phrase.Count;
            // What is said all over the document tells little of one section.
            if (count > 0) all.Add(new Scored(phrase, Score(phrase, count) * (section is null ? 1 : 0.3 + 0.7 * count / phrase.Count), count));
        }
        // A few of the best fill the list; only where too many of them say the same, all are put in order.
        var best = Best(all, Looked);
        best.Sort(BestFirst.Instance.Compare);
        var kept = Choose(best, Enough);
        if (kept.Count < Enough && best.Count < all.Count)
        {
            all.Sort(BestFirst.Instance.Compare);
            kept = Choose(all, Enough);
        }
        return kept.ConvertAll(k => (k.Phrase, k.Score));
    }

    private static List<Scored> Best(List<Scored> all, int most)
    {
        if (all.Count <= most) return all;
        var queue = new PriorityQueue<Scored, Scored>(most, WorstFirst.Instance);
        foreach (var next in all)
        {
            if (queue.Count < most) queue.Enqueue(next, next);
            else if (next.Score >= queue.Peek().Score) queue.EnqueueDequeue(next, next);
        }
        var best = new List<Scored>(most);
        foreach (var (next, _) in queue.UnorderedItems) best.Add(next);
        return best;
    }

    private static List<Scored> Choose(List<Scored> ordered, int most)
    {
        var kept = new List<Scored>(most);
        foreach (var next in ordered)
        {
            if (kept.Count == most) break;
            // A phrase that always stands inside a longer one gives its place to it: 集体经济 to 村集体经济.
            var piece = next.Count > 1 ? FindPiece(kept, next) : -1;
            if (piece >= 0) kept[piece] = kept[piece] with { Phrase = next.Phrase, Count = next.Count };
            else if (!SaysWhatIsKept(kept, next)) kept.Add(next);
        }
        return kept;
    }

    private static int FindPiece(List<Scored> kept, Scored next)
    {
        for (var i = 0; i < kept.Count; i++)
            if (next.Count == kept[i].Count && !kept[i].Phrase.IsName && !kept[i].Phrase.IsQuality && Holds(next, kept[i])) return i;
        return -1;
    }

    private static bool SaysWhatIsKept(List<Scored> kept, Scored next)
    {
        foreach (var other in kept)
            if (SaysTheSame(other, next)) return true;
        return false;
    }

    private readonly record struct Scored(CandidatePhrase Phrase, double Score, int Count);

    private sealed class BestFirst : IComparer<Scored>
    {
        public static readonly BestFirst Instance = new();

        public int Compare(Scored a, Scored b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Phrase.First.Start != b.Phrase.First.Start ? a.Phrase.First.Start.CompareTo(b.Phrase.First.Start)
            : b.Phrase.Length.CompareTo(a.Phrase.Length);
    }

    private sealed class WorstFirst : IComparer<Scored>
    {
        public static readonly WorstFirst Instance = new();

        public int Compare(Scored a, Scored b) => BestFirst.Instance.Compare(b, a);
    }

    private static bool Holds(Scored outer, Scored inner) => outer.Phrase.Length >= inner.Phrase.Length && outer.Phrase.Folded.IndexOf(inner.Phrase.Folded) >= 0;

    // A piece of a phrase that stands hardly ever without it, or a phrase around one that stands more often alone.
    private static bool SaysTheSame(Scored kept, Scored next) =>
        Holds(kept, next) ? next.Count <= kept.Count + 1 || next.Phrase.Length <= 2 && next.Count < 3 * kept.Count
        : next.Count <= 1 && !next.Phrase.IsQuality && Holds(next, kept);

    private static double Score(CandidatePhrase phrase, int count)
    {
        var score = phrase.Weight * (0.6 + (count == 1 ? 1 : Math.Log2(1 + count)));
        score *= phrase.Length switch { <= 2 => 0.55, 3 => 0.8, <= 8 => 1.0, _ => 0.8 };
        // Words that met once by chance are no phrase; that the text sets them apart is a sign that they are.
        if (phrase.Words > 1 && count == 1) score *= phrase.Whole > 0 ? 0.75 : 0.35;
        else if (phrase.Words > 1 && phrase.Whole == 0) score *= 0.7;
        // A rare word that stands once tells little, unless the text points at it.
        if (count == 1 && phrase is { Heading: 0, InTitle: false, IsQuality: false }) score *= 0.7;
        if (phrase.Words > 1 && count > 1) score *= 1.15;
        if (phrase.Heading > 0) score *= 1.4;
        if (phrase.InTitle) score *= 1.3;
        if (phrase.IsQuality) score *= 2.2;
        if (phrase.IsName) score *= 1.6;
        if (phrase.Paragraph == 1) score *= 1.25;
        return score;
    }
}
