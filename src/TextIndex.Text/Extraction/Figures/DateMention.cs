// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Figures;

/// <summary>A place where a text names a date or a stretch of dates. All spans are of the untouched source.</summary>
public sealed record DateMention
{
    /// <summary>Name of the mention in its document: D1, D2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>How it is written.</summary>
    public required DateForm Form { get; init; }

    /// <summary>
    /// The date in the notation of ISO 8601-2 (EDTF): <c>2023-07-20</c>, <c>2023-07</c>, <c>2023</c>, <c>2019-04-01/2019-10-31</c>, <c>2016-23</c> (autumn; 21 is spring),
    /// <c>198X</c>, <c>2023-07-20~</c> (about), <c>XXXX-07-20</c> (year unknown); empty where neither the text nor the document's date tells.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>First day that it covers; null where it is not known.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day that it covers; null where it is not known.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Name of the rule that decided.</summary>
    public required string Rule { get; init; }
}
