// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>How exact a figure says to be.</summary>
public enum Approximation
{
    /// <summary>Exact as written.</summary>
    None,

    /// <summary>More than the value: 3400余名, 二十多年, 超过三成, 数百人.</summary>
    More,

    /// <summary>A little less than the value: 近20年, 不足百人.</summary>
    Nearly,

    /// <summary>The value or more: 一半以上, 至少两次.</summary>
    AtLeast,

    /// <summary>The value or less: 9张以内, 不超过3厘米.</summary>
    AtMost,

    /// <summary>Around the value: 约280万立方米, 800字左右.</summary>
    About,
}
