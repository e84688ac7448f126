// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>Whether a figure says by how much something grew or fell.</summary>
public enum ChangeDirection
{
    /// <summary>No change by this much is told.</summary>
    None,

    /// <summary>It grew: 增长3.5%.</summary>
    Up,

    /// <summary>It fell: 下降3.5%.</summary>
    Down,
}
