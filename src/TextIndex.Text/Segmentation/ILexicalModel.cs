// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>Cuts a text into words and tags them, names included: what a package outside may bring, as TextIndex.Lac does.</summary>
/// <remarks>An implementation never fails on text, gives the same answer to the same text whatever the machine, and is safe to share between threads.</remarks>
public interface ILexicalModel
{
    /// <summary>Cuts a text into words and tags them.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words, ascending; <paramref name="text"/>.Length is always long enough. The tag of a name is <c>PER</c> (a person),
    /// <c>LOC</c> (a place), <c>ORG</c> (an organisation) or <c>TIME</c>; that of any other word is the model's own part of speech.</param>
    /// <returns>How many words were written. They touch and cover the whole text.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    int Tag(ReadOnlySpan<char> text, Span<TaggedWord> words);
}
