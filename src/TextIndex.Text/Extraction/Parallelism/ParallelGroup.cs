// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Parallelism;

/// <summary>Neighbouring members that share a frame. All spans are of the untouched source.</summary>
public sealed record ParallelGroup
{
    /// <summary>Name of the group in its document: R1, R2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>Three or more members (排比), or two (对偶).</summary>
    public required ParallelKind Kind { get; init; }

    /// <summary>From the first member to the last.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The members, ascending.</summary>
    public required IReadOnlyList<TextSpan> Members { get; init; }

    /// <summary>What they share, with … for what changes: 不…线; empty where only their build is the same.</summary>
    public required string Pattern { get; init; }

    /// <summary>Name of the rule that decided.</summary>
    public required string Rule { get; init; }
}
