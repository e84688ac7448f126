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
        (Words, Folded, Trace, Length) = ($"{name}.words", $"{name}.folded", $"{name}.trace", $"{name}.length");
    }

    /// <summary>Name in queries and of the postings: tokens and dictionary words that occur, in half occurrences.</summary>
    public string Name { get; }

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Ordinal { get; }

    /// <summary>Postings of the tokens with their positions, where the index keeps them.</summary>
    public string Words { get; }

    /// <summary>Column: folded text, where words begin in it, and the index of its pairs of neighbours.</summary>
    public string Folded { get; }

    /// <summary>Column: what folding changed.</summary>
    public string Trace { get; }

    /// <summary>Column: sum of the document's frequencies in the postings, in half occurrences.</summary>
    public string Length { get; }
}
