// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>Cuts Chinese text into words (分词). Safe to share between threads.</summary>
public sealed class WordSegmenter
{
    /// <summary>Segments with the embedded dictionary and HMM; nothing to configure.</summary>
    public static WordSegmenter Default => throw new NotImplementedException();

    /// <summary>The dictionary that decides.</summary>
    public WordDictionary Dictionary => throw new NotImplementedException();

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words' spans, ascending; <paramref name="text"/>.Length is always long enough in accurate mode.</param>
    /// <returns>How many words were written. In accurate mode they touch and cover the whole text.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    public int Segment(ReadOnlySpan<char> text, Span<TextSpan> words) => throw new NotImplementedException();

    /// <summary>Segments with a dictionary.</summary>
    public WordSegmenter(WordDictionary dictionary) => throw new NotImplementedException();
}
