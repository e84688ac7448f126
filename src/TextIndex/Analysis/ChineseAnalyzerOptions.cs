// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Analysis;

/// <summary>How <see cref="ChineseAnalyzer"/> cuts text. Immutable; safe to share between threads.</summary>
public sealed record ChineseAnalyzerOptions
{
    /// <summary>Embedded dictionary, no stop words, no words inside words.</summary>
    public static ChineseAnalyzerOptions Default { get; } = new();

    /// <summary>What cuts words; <see cref="WordSegmenter.WordGraph"/> where none is given.</summary>
    public WordSegmenter? Segmenter { get; init; }

    /// <summary>Words that become no tokens; each leaves a gap of one position, so phrases stay true. Folded like the text before they are compared.</summary>
    public IReadOnlyCollection<string> StopWords { get; init; } = [];

    /// <summary>
    /// Adds the dictionary words of two or more characters inside a longer word, at the position of that word: 中华人民共和国 is then also found by 人民.
    /// Off unless told: it makes terms more frequent than they are.
    /// </summary>
    public bool WordsInside { get; init; }
}
