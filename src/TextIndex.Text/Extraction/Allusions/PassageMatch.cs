// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Allusions;

/// <summary>How a passage agrees with its source; marks, script and 的, 地, 得 are never compared.</summary>
public enum PassageMatch
{
    /// <summary>Character by character.</summary>
    Exact,

    /// <summary>With single characters changed.</summary>
    Variant,

    /// <summary>With clauses left out.</summary>
    Elided,

    /// <summary>In style alone: no source is known.</summary>
    Style,
}
