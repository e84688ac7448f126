// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Titles;

/// <summary>A title in book marks 《》 or 〈〉, with who issued or wrote it where the sentence says so. All spans are of the untouched source.</summary>
public sealed record TitleMention
{
    /// <summary>Name of the mention in its document: T1, T2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>With the marks.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Without the marks.</summary>
    public required TextSpan ContentSpan { get; init; }

    /// <summary>The text at <see cref="ContentSpan"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What it names.</summary>
    public required TitleKind Kind { get; init; }

    /// <summary>The office that issued it, as the text writes it; empty where the sentence names none.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Where the issuer stands; of length 0 for none.</summary>
    public TextSpan IssuerSpan { get; init; }

    /// <summary>The person who wrote, gave or led it, without title; empty where the sentence names none.</summary>
    public string Author { get; init; } = "";

    /// <summary>The verbs before it, such as 印发 or 牵头制定出台; empty for none.</summary>
    public string Verb { get; init; } = "";

    /// <summary>Where the verbs stand; of length 0 for none.</summary>
    public TextSpan VerbSpan { get; init; }

    /// <summary>The quotation (Q…) or title (T…) directly around this one; empty at the outside.</summary>
    public string Parent { get; init; } = "";
}
