// SPDX-License-Identifier: MIT
namespace TextIndex.Snippets;

/// <summary>Every occurrence of what was looked for, in context (KWIC).</summary>
/// <param name="Lines">The lines that were asked for, in the order that was asked for.</param>
/// <param name="Total">How many occurrences there are.</param>
public sealed record Concordance(IReadOnlyList<ConcordanceLine> Lines, int Total);
