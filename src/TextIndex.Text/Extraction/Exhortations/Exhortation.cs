// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Exhortations;

/// <summary>A call that the document itself makes: 要…, 应该…, 必须…. All spans are of the untouched source.</summary>
public sealed record Exhortation
{
    /// <summary>Name of the exhortation in its document: E1, E2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>From the modal to the ； or 。 that closes it, which is left out.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The modal, such as 要 or 必须; empty for an imperative that needs none.</summary>
    public required string Modal { get; init; }

    /// <summary>Who shall act, as the text says or said before; empty where it never did.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Where the agent stands; of length 0 where it is taken over from before.</summary>
    public TextSpan AgentSpan { get; init; }

    /// <summary>Name of the heading whose section it stands in (H1, …); empty before the first.</summary>
    public string Section { get; init; } = "";

    /// <summary>Name of the rule that decided.</summary>
    public required string Rule { get; init; }
}
