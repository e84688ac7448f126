// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>What a figure counts or measures.</summary>
public enum FigureKind
{
    /// <summary>Things or people: 362个乡镇.</summary>
    Count,

    /// <summary>A length of time, or an age: 近20年, 二十三岁.</summary>
    Duration,

    /// <summary>A physical measure: 87公里, 3600亩, 一米宽.</summary>
    Measure,

    /// <summary>Money: 1860万元.</summary>
    Money,

    /// <summary>Per cent, per mille and percentage points: 3.5%, 百分之九, 2.1个百分点.</summary>
    Percent,

    /// <summary>A part of a whole: 一半以上, 三分之二, 七成.</summary>
    Proportion,

    /// <summary>A time of the day: 凌晨两点半, 18时.</summary>
    Time,
}
