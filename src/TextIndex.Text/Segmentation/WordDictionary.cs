// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>An immutable set of words with their weights. Safe to share between threads.</summary>
public sealed class WordDictionary
{
    /// <summary>The embedded dictionary of jieba 0.42.1 (349,046 lines), used in place: nothing is parsed or copied.</summary>
    public static WordDictionary Default => throw new NotImplementedException();

    /// <summary>Names the content: two dictionaries with the same fingerprint give the same words. Lower-case hexadecimal.</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>Length of the longest word, in UTF-16 code units.</summary>
    public int LongestWordLength => throw new NotImplementedException();

    /// <summary>Tells whether <paramref name="word"/> is a word with a frequency above 0.</summary>
    public bool Contains(ReadOnlySpan<char> word) => throw new NotImplementedException();

    /// <summary>Finds every dictionary word that begins at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Text that begins where the words shall begin.</param>
    /// <param name="lengths">Receives the words' lengths in code units, ascending; at least <see cref="LongestWordLength"/> long.</param>
    /// <returns>How many words there are.</returns>
    public int WordsAt(ReadOnlySpan<char> text, Span<int> lengths) => throw new NotImplementedException();

    /// <summary>Adds words to this dictionary.</summary>
    public WordDictionary WithWords(TextReader reader, string name) => throw new NotImplementedException();
}
