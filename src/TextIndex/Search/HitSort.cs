// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Order of the hits; equal ones follow each other by key, ordinally.</summary>
public enum HitSort
{
    /// <summary>Best score first.</summary>
    Score,

    /// <summary>Newest first; undated ones last.</summary>
    Date,

    /// <summary>By key, ordinally.</summary>
    Path,
}
