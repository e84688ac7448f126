// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>What a query is bound to: one snapshot, its analyzer, and how text is compared.</summary>
internal sealed record SearchContext(IndexSnapshot Snapshot, FieldAnalyzer Analyzer, bool Exact, bool IgnorePunctuation, CancellationToken CancellationToken)
{
    /// <summary>What scores are multiplied by, by <see cref="TextField.Ordinal"/>.</summary>
    public double[] Boosts { get; init; } = [1, 1];
}
