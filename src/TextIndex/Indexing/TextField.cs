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
        (Inside, Characters, Folded, Map, Boundaries, Length) = ($"{name}.inside", $"{name}.chars", $"{name}.folded", $"{name}.map", $"{name}.words", $"{name}.length");
    }

    /// <summary>Name in queries and of the word tokens.</summary>
    public string Name { get; }

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Ordinal { get; }

    /// <summary>Postings of dictionary words that occur without being tokens; a frequency of 2 for each that is aligned with words, 1 for each that is not.</summary>
    public string Inside { get; }

    /// <summary>Postings of characters and pairs of neighbours.</summary>
    public string Characters { get; }

    /// <summary>Column: folded text, UTF-16 little-endian.</summary>
    public string Folded { get; }

    /// <summary>Column: bytes of the offset map.</summary>
    public string Map { get; }

    /// <summary>Column: where words begin.</summary>
    public string Boundaries { get; }

    /// <summary>Column: number of word tokens.</summary>
    public string Length { get; }
}
