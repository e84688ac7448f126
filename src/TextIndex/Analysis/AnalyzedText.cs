// SPDX-License-Identifier: MIT
using System.Buffers;
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Analysis;

/// <summary>A text as the index sees it: folded, cut into words once, with the places of the cuts.</summary>
internal sealed class AnalyzedText
{
    private TextSpan[] _words;
    private int _count;

    internal AnalyzedText(NormalizedText normalized, TextSpan[] words, int count, WordBoundaries boundaries) =>
        (Normalized, _words, _count, Boundaries) = (normalized, words, count, boundaries);

    /// <summary>The folded text and the way back to the source.</summary>
    public NormalizedText Normalized { get; }

    /// <summary>The folded text.</summary>
    public string Text => Normalized.Text;

    /// <summary>Word tokens, ascending, as spans of <see cref="Text"/>: the words that hold a letter or a digit. Their ordinals are the word positions.</summary>
    public ReadOnlySpan<TextSpan> Words => _words.AsSpan(0, _count);

    /// <summary>Where words begin.</summary>
    public WordBoundaries Boundaries { get; }

    /// <summary>Gives the memory of the words of <see cref="FieldAnalyzer.AnalyzeForIndex"/> back for the next text; they are gone then. What is not given back the
    /// collector takes.</summary>
    public void Release()
    {
        if (_words.Length > 0) ArrayPool<TextSpan>.Shared.Return(_words);
        (_words, _count) = ([], 0);
    }
}
