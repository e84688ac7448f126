// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>What a column of the caller's holds.</summary>
public enum ColumnKind
{
    /// <summary>A string, compared folded and as a whole; ordered by code point.</summary>
    Text,

    /// <summary>A whole number of 64 bits with its sign.</summary>
    Integer,

    /// <summary>A day.</summary>
    Date,
}
