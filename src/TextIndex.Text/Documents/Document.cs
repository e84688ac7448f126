// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>One text with what is known about it: the unit that is indexed, searched and read.</summary>
/// <remarks>Immutable and safe to share between threads. Every span is of <see cref="Text"/>.</remarks>
public sealed class Document
{
    internal Document(string key, string text) => (Key, Text, BodySpan) = (key, text, new TextSpan(0, text.Length));

    /// <summary>The caller's name for the document, stable and unique in an index; for files the path relative to the folder, with <c>/</c>.</summary>
    public string Key { get; }

    /// <summary>The untouched source text.</summary>
    public string Text { get; }

    /// <summary>Title, cut from the text at <see cref="TitleSpan"/>; empty where the text states none.</summary>
    public string Title => TitleSpan.In(Text);

    /// <summary>Where the title stands; of length 0 where the text states none.</summary>
    public TextSpan TitleSpan { get; internal init; }

    /// <summary>The text without its front matter. A title on the first line of the text is inside it.</summary>
    public TextSpan BodySpan { get; internal init; }

    /// <summary>Date of the text itself, where it states a full one.</summary>
    public DateOnly? Date { get; internal init; }

    /// <summary>Who wrote it, as stated; empty where it is not.</summary>
    public string Author { get; internal init; } = "";

    /// <summary>Where it appeared, as stated; empty where it is not.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The paragraphs of the body, ascending; blank lines belong to none.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; internal init; } = [];

    /// <summary>IANA name of the encoding that the text was decoded from; empty for a text given as a string.</summary>
    public string EncodingName { get; internal init; } = "";

    /// <summary>What was wrong with the bytes or the front matter and did not stop the reading.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; internal init; } = [];
}
