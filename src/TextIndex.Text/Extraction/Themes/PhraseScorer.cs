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
        var scored = new List<(CandidatePhrase Phrase, double Score, int Count)>(candidates.Count);
        foreach (var phrase in candidates)
        {
            var count = section is { } s ? phrase.Spans.Count(s.Contains) : phrase.Spans.Count;
            // What is said all over the document tells little of one section.
            if (count > 0) scored.Add((phrase, Score(phrase, count) * (section is null ? 1 : 0.3 + 0.7 * count / phrase.Spans.Count), count));
        }
        scored.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Phrase.Spans[0].Start != b.Phrase.Spans[0].Start ? a.Phrase.Spans[0].Start.CompareTo(b.Phrase.Spans[0].Start)
            : b.Phrase.Folded.Length.CompareTo(a.Phrase.Folded.Length));

        // Enough for every list that is shown, and the comparison of each with each stays small.
        const int Enough = 40;
        var kept = new List<(CandidatePhrase Phrase, double Score, int Count)>();
        foreach (var next in scored)
        {
            if (kept.Count == Enough) break;
            // A phrase that always stands inside a longer one gives its place to it: 集体经济 to 村集体经济.
            var piece = kept.FindIndex(k => next.Count > 1 && next.Count == k.Count && !k.Phrase.IsName && !k.Phrase.IsQuality && next.Phrase.Folded.Contains(k.Phrase.Folded, StringComparison.Ordinal));
            if (piece >= 0) kept[piece] = (next.Phrase, kept[piece].Score, next.Count);
            else if (!kept.Exists(k => SaysTheSame(k, next))) kept.Add(next);
        }
        return kept.ConvertAll(k => (k.Phrase, k.Score));
    }

    // A piece of a phrase that stands hardly ever without it, or a phrase around one that stands more often alone.
    private static bool SaysTheSame((CandidatePhrase Phrase, double Score, int Count) kept, (CandidatePhrase Phrase, double Score, int Count) next) =>
        kept.Phrase.Folded.Contains(next.Phrase.Folded, StringComparison.Ordinal) ? next.Count <= kept.Count + 1 || next.Phrase.Folded.Length <= 2 && next.Count < 3 * kept.Count
        : next.Phrase.Folded.Contains(kept.Phrase.Folded, StringComparison.Ordinal) && next.Count <= 1 && !next.Phrase.IsQuality;

    private static double Score(CandidatePhrase phrase, int count)
    {
        var score = phrase.Weight * (0.6 + Math.Log2(1 + count));
        score *= phrase.Folded.Length switch { <= 2 => 0.55, 3 => 0.8, <= 8 => 1.0, _ => 0.8 };
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
