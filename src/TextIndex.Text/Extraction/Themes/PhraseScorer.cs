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
        var scored = new List<(Scored Entry, Scored Order)>(candidates.Count);
        foreach (var phrase in candidates)
        {
            var count = section is { } stretch ? phrase.CountIn(stretch) : phrase.Count;
            if (count == 0) continue;
            // What is said all over the document tells little of one section.
            var entry = new Scored(phrase, Score(phrase, count) * (section is null ? 1 : 0.3 + 0.7 * count / phrase.Count), count);
            scored.Add((entry, entry));
        }

        // Enough for every list that is shown, and the comparison of each with each stays small. So most candidates need no place in the order.
        const int Enough = 40;
        var queue = new PriorityQueue<Scored, Scored>(scored, BestFirst.Instance);
        var kept = new List<Scored>();
        while (kept.Count < Enough && queue.TryDequeue(out var next, out _))
        {
            // A phrase that always stands inside a longer one gives its place to it: 集体经济 to 村集体经济.
            var piece = kept.FindIndex(k => next.Count > 1 && next.Count == k.Count && !k.Phrase.IsName && !k.Phrase.IsQuality && Holds(next, k));
            if (piece >= 0) kept[piece] = kept[piece] with { Phrase = next.Phrase, Count = next.Count };
            else if (!kept.Exists(k => SaysTheSame(k, next))) kept.Add(next);
        }
        return kept.ConvertAll(k => (k.Phrase, k.Score));
    }

    private readonly record struct Scored(CandidatePhrase Phrase, double Score, int Count);

    private sealed class BestFirst : IComparer<Scored>
    {
        public static readonly BestFirst Instance = new();

        public int Compare(Scored a, Scored b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Phrase.First.Start != b.Phrase.First.Start ? a.Phrase.First.Start.CompareTo(b.Phrase.First.Start)
            : b.Phrase.Length.CompareTo(a.Phrase.Length);
    }

    private static bool Holds(Scored outer, Scored inner) => outer.Phrase.Folded.IndexOf(inner.Phrase.Folded) >= 0;

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
