// SPDX-License-Identifier: MIT
namespace TextIndex.Snippets;

/// <summary>Order of concordance lines; equal ones follow each other by key and place.</summary>
public enum ConcordanceSort
{
    /// <summary>By key, then by place.</summary>
    Path,

    /// <summary>By the text before the occurrence, read from the occurrence outwards.</summary>
    Left,

    /// <summary>By the text after the occurrence.</summary>
    Right,
}
