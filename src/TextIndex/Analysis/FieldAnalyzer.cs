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
    private const string Version = "words-2";

    /// <summary>Longer tokens keep their position and are no terms; Lucene's own limit is 32,766 bytes.</summary>
    public const int LongestTerm = 255;

    /// <summary>The segmenter that cuts.</summary>
    public WordSegmenter Segmenter { get; } = segmenter;

    /// <summary>Analyzer, fold, model of segmentation and its data in one line; an index and its queries must agree on it.</summary>
    public string Fingerprint => $"{Version} {TextNormalizer.Version} {Segmenter.Fingerprint}";

    /// <summary>Folds and cuts a text.</summary>
    public AnalyzedText Analyze(ReadOnlySpan<char> source)
    {
        var normalized = TextNormalizer.Normalize(source);
        var spans = ArrayPool<TextSpan>.Shared.Rent(Math.Max(1, normalized.Text.Length));
        var all = Segmenter.Segment(normalized.Text, spans);
        var words = new TextSpan[all];
        var boundaries = new WordBoundaries(normalized.Text);
        var count = 0;
        foreach (var span in spans.AsSpan(0, all))
        {
            var isToken = HoldsLetterOrDigit(normalized.Text.AsSpan(span.Start, span.Length));
            boundaries.Add(span.Start);
            if (isToken) words[count++] = span;
        }
        ArrayPool<TextSpan>.Shared.Return(spans);
        return new AnalyzedText(normalized, words, count, boundaries);
    }

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
