// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>A field of text with the names of its parts in the index.</summary>
internal sealed class TextField
{
    /// <summary>The title.</summary>
    public static readonly TextField Title = new("title", 0);

    /// <summary>The text without its front matter.</summary>
    public static readonly TextField Body = new("body", 1);

    /// <summary>All fields of text, by <see cref="Ordinal"/>.</summary>
    public static readonly TextField[] All = [Title, Body];

    private TextField(string name, int ordinal)
    {
        (Name, Ordinal) = (name, ordinal);
        (Inside, Folded, Trace, Length) = ($"{name}.inside", $"{name}.folded", $"{name}.trace", $"{name}.length");
    }

    /// <summary>Name in queries and of the word tokens.</summary>
    public string Name { get; }

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Ordinal { get; }

    /// <summary>Postings of dictionary words that occur without being tokens; a frequency of 2 for each that is aligned with words, 1 for each that is not.</summary>
    public string Inside { get; }

    /// <summary>Column: folded text, where words begin in it, and the index of its pairs of neighbours.</summary>
    public string Folded { get; }

    /// <summary>Column: what folding changed.</summary>
    public string Trace { get; }

    /// <summary>Column: number of word tokens.</summary>
    public string Length { get; }
}
