// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Parallelism;

/// <summary>The two figures of speech that set like beside like.</summary>
public enum ParallelKind
{
    /// <summary>Three members or more (排比).</summary>
    Series,

    /// <summary>Two members of equal length (对偶).</summary>
    Couplet,
}
