// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Text;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Analysis;

/// <summary>Folds and cuts text, the same way for what is indexed and for what is asked. Safe to share between threads.</summary>
internal sealed class FieldAnalyzer(WordSegmenter segmenter)
{
    /// <summary>Changes whenever the same text may give other tokens.</summary>
    private const string Version = "words-3";

    /// <summary>Longer tokens keep their position and are no terms; Lucene's own limit is 32,766 bytes.</summary>
    public const int LongestTerm = 255;

    /// <summary>The segmenter that cuts.</summary>
    public WordSegmenter Segmenter { get; } = segmenter;

    /// <summary>Analyzer, fold, model of segmentation and its data in one line; an index and its queries must agree on it.</summary>
    public string Fingerprint => $"{Version} {TextNormalizer.Version} {Segmenter.Fingerprint}";

    /// <summary>Folds and cuts a text.</summary>
    public AnalyzedText Analyze(ReadOnlySpan<char> source) => Analyze(source, partsMixed: false);

    /// <summary>Folds and cuts a text for an index: a word of Han and others (“两个维护”, 人工智能 2.0, T恤) is parted between them, so that a Latin word or a
    /// number, which a query finds as a whole alone, is found whatever word holds it.</summary>
    public AnalyzedText AnalyzeForIndex(ReadOnlySpan<char> source) => Analyze(source, partsMixed: true);

    private AnalyzedText Analyze(ReadOnlySpan<char> source, bool partsMixed)
    {
        var normalized = TextNormalizer.Normalize(source);
        var text = normalized.Text;
        var spans = ArrayPool<TextSpan>.Shared.Rent(Math.Max(1, text.Length));
        var all = Segmenter.Segment(text, spans);
        // What is indexed is given back: AnalyzedText.Release.
        var words = partsMixed ? ArrayPool<TextSpan>.Shared.Rent(all) : new TextSpan[all];
        var boundaries = new WordBoundaries(text);
        var count = 0;
        foreach (var span in spans.AsSpan(0, all))
            for (var start = span.Start; start < span.End;)
            {
                var end = partsMixed ? EndOfKind(text, start, span.End) : span.End;
                boundaries.Add(start);
                if (HoldsLetterOrDigit(text.AsSpan(start, end - start)))
                {
                    if (count == words.Length) words = Grow(words);
                    words[count++] = TextSpan.FromBounds(start, end);
                }
                start = end;
            }
        ArrayPool<TextSpan>.Shared.Return(spans);
        return new AnalyzedText(normalized, words, count, boundaries);
    }

    // A word that is parted is more than one: only where words are for an index.
    private static TextSpan[] Grow(TextSpan[] words)
    {
        var larger = ArrayPool<TextSpan>.Shared.Rent(2 * words.Length + 1);
        words.CopyTo(larger, 0);
        if (words.Length > 0) ArrayPool<TextSpan>.Shared.Return(words);
        return larger;
    }

    private static int EndOfKind(string text, int start, int end)
    {
        var kind = KindOf(text[start]);
        var at = start + 1;
        while (at < end && KindOf(text[at]) == kind) at++;
        return at;
    }

    // Surrogates go with Han: most are rare Han, and no code point is parted.
    private static int KindOf(char unit) => CharacterClass.IsHan(unit) || char.IsSurrogate(unit) ? 0 : char.IsWhiteSpace(unit) ? 1 : 2;

    /// <summary>Tells whether every occurrence of a folded string stands in the postings: a dictionary word of two or more Han characters.</summary>
    public bool IsIndexedWord(ReadOnlySpan<char> folded) =>
        folded.Length is >= 2 and <= LongestTerm && AllHan(folded) && Segmenter.Dictionary.Contains(folded);

    /// <summary>Tells whether a word is a token: it holds a letter (Han characters are letters) or a digit.</summary>
    public static bool HoldsLetterOrDigit(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) return true;
        return false;
    }

    /// <summary>Tells whether at least one character is Han.</summary>
    public static bool HoldsHan(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (CharacterClass.IsHan(rune.Value)) return true;
        return false;
    }

    /// <summary>Tells whether all characters are Han and within U+FFFF, so that code units are characters.</summary>
    public static bool AllHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!CharacterClass.IsHan(c)) return false;
        return true;
    }
}
