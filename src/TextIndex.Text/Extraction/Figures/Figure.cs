// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Figures;

/// <summary>A number with its unit and what it counts. All spans are of the untouched source.</summary>
public sealed record Figure
{
    /// <summary>Name of the figure in its document: F1, F2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>Numeral, unit and noun, with what makes it approximate: 3400余名村干部.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What it counts or measures.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The number: 3400, 0.5 for 一半, 9 for 百分之九; the lower end of a range. 0 for a time of the day.</summary>
    public decimal Value { get; init; }

    /// <summary>Upper end of a range (70至79周岁, 三四个); null where there is none.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The time of the day; null for every other kind.</summary>
    public TimeOnly? Clock { get; init; }

    /// <summary>How exact it says to be.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>The unit or measure word as the source writes it; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is counted, where it follows at once; empty where it does not.</summary>
    public string Noun { get; init; } = "";

    /// <summary>The direction of a change by this much: 增长3.5%, 减少两次.</summary>
    public ChangeDirection Change { get; init; }

    /// <summary>Name of the rule that decided.</summary>
    public required string Rule { get; init; }
}
