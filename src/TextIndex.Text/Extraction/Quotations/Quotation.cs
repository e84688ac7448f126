// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>One pair of quotation marks, or words that are quoted without marks, with what it holds and whose words they are. All spans are of the untouched source.</summary>
public sealed record Quotation
{
    /// <summary>Name of the quotation in its document: Q1, Q2, … in order; U1, U2, … for words without marks.</summary>
    public required string Id { get; init; }

    /// <summary>How the text shows that the words are quoted: by marks, or by a colon, a label or a block of their own.</summary>
    public QuotationForm Form { get; init; }

    /// <summary>From the first mark to the last, marks included; covers what stands between the parts of a split quotation.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The span without its outer marks.</summary>
    public required TextSpan ContentSpan { get; init; }

    /// <summary>The text at <see cref="ContentSpan"/>. The words alone of a split quotation stand at its <see cref="Segments"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What the marks hold.</summary>
    public required QuotationClass Class { get; init; }

    /// <summary>Who said it; null where the text gives no sure answer. An empty speaker is better than a wrong one.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The reporting verb; null where there is none.</summary>
    public Cue? Cue { get; init; }

    /// <summary>How the text says whose words they are.</summary>
    public Attribution Attribution { get; init; }

    /// <summary>Name of the rule that decided the class.</summary>
    public required string Rule { get; init; }

    /// <summary>Measured precision of the rule on labelled text, 0 to 1; null while fewer than 20 labelled cases of it are known.</summary>
    public double? Confidence { get; init; }

    /// <summary>How many other pairs of marks stand around this one.</summary>
    public int Nesting { get; init; }

    /// <summary>The quotation (Q…) or title (T…) directly around this one; empty at the outside.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The pieces in which the words stand; one for most.</summary>
    public required IReadOnlyList<QuotationPart> Segments { get; init; }

    /// <summary>True where the closing mark is missing: the span then ends with the paragraph, or sooner where marks open again.</summary>
    public bool IsUnclosed { get; init; }
}
