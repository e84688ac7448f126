// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Discovery;

/// <summary>Decides which frequent sequences are words, and in what order.</summary>
internal sealed class PhraseRanking(WordStream stream, PhraseCounter counter, WordSegmenter segmenter)
{
    // Beyond these, more says nothing: 12 bits are 4,096 times chance, 6 bits of neighbours are as free as a common noun is.
    private const double MostCohesion = 12, MostFreedom = 6;

    // What a word is worth that the segmenter found in one piece.
    private const double CohesionOfOnePiece = 10;

    // A word of twice the documents is worth this many bits more.
    private const double BitsPerDoubling = 0.7;

    // What a grammar word inside (发挥了作用) and a verb with a long object (激发市场活力) cost: both may be set phrases, more often they are clauses.
    private const double BitsPerGrammarWord = 1, BitsOfClause = 1;
    private const int LongestIdiom = 4;

    /// <summary>The best first; equal scores by text.</summary>
    public List<(Phrase Phrase, double Score)> Rank(List<Phrase> phrases, int limit)
    {
        var counted = FindCounted(phrases);
        var ranked = new List<(Phrase Phrase, double Score)>();
        foreach (var phrase in phrases)
            if (IsWord(phrase, counted)) ranked.Add((phrase, Score(phrase)));
        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Phrase.Text, b.Phrase.Text));
        // Two cuts of one text (北京|大学生, 北京大学|生) are one word; the better one stays.
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<(Phrase Phrase, double Score)>();
        foreach (var candidate in ranked)
            if (kept.Count < limit && texts.Add(candidate.Phrase.Text)) kept.Add(candidate);
        return kept;
    }

    private double Score(Phrase phrase) =>
        Math.Min(phrase.Parts == 1 ? CohesionOfOnePiece : phrase.Cohesion, MostCohesion) + Math.Min(Math.Min(phrase.LeftFreedom, phrase.RightFreedom), MostFreedom)
        + BitsPerDoubling * Math.Log2(phrase.Documents) - ClauseCost(phrase);

    private double ClauseCost(Phrase phrase)
    {
        var words = stream.Words.Slice(phrase.Place, phrase.Parts);
        var cost = 0.0;
        foreach (var word in words)
            if (counter.IsGrammarWord(word)) cost += BitsPerGrammarWord;
        var isClause = phrase.Parts > 1 && phrase.Text.Length > LongestIdiom && TagOf(words[0]).StartsWith('v') && TagOf(words[^1]).StartsWith('n');
        return isClause ? cost + BitsOfClause : cost;
    }

    private string TagOf(int word) => segmenter.TagOfWord(stream.Texts[word]);

    private bool IsWord(Phrase phrase, HashSet<string> counted)
    {
        if (!HoldsHan(phrase.Text) || segmenter.Knows(phrase.Text)) return false;
        if (phrase.Parts == 1) return true;
        var words = stream.Words.Slice(phrase.Place, phrase.Parts);
        if (PhraseCounter.LengthOfNumber(phrase.Text) is var digits and > 0 && counted.Contains(phrase.Text[digits..])) return false;
        // A title and the one who bears it (外交部发言人某某) are two words.
        var last = stream.Texts[words[^1]];
        return last.Length < 2 || phrase.Text.Length - last.Length < 2 || !TagOf(words[^1]).StartsWith("nr", StringComparison.Ordinal);
    }

    // What stands behind two different numbers is counted by them: 十二届…, 十三届….
    private static HashSet<string> FindCounted(List<Phrase> phrases)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            if (PhraseCounter.LengthOfNumber(phrase.Text) is not (var digits and > 0)) continue;
            var (number, rest) = (phrase.Text[..digits], phrase.Text[digits..]);
            if (!numbers.TryAdd(rest, number) && numbers[rest] != number) counted.Add(rest);
        }
        return counted;
    }

    private static bool HoldsHan(string text)
    {
        foreach (var unit in text)
            if (Normalization.CharacterClass.IsHan(unit)) return true;
        return false;
    }
}
