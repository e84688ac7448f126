// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Allusions;

/// <summary>What counts as an allusion.</summary>
public sealed record AllusionOptions
{
    /// <summary>Also tells idioms (成语), which everybody uses and which belong to no work here. Not by default.</summary>
    public bool IncludeIdioms { get; init; }

    /// <summary>Also tells couplets of classical style whose source is not known. By default it does.</summary>
    public bool IncludeStyle { get; init; } = true;
}
