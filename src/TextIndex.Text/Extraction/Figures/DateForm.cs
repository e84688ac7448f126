// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>How a date is written.</summary>
public enum DateForm
{
    /// <summary>By the calendar, its year said: 2023年7月20日, 二〇二三年, 2019年4月至10月.</summary>
    Calendar,

    /// <summary>By the calendar without its year: 7月20日, 15日.</summary>
    Partial,

    /// <summary>From another day: 近日, 去年, 上个月, 今年春天.</summary>
    Relative,

    /// <summary>By the lunar calendar: 农历正月初五, 腊月二十三.</summary>
    Lunar,

    /// <summary>By a festival: 春节, 中秋.</summary>
    Festival,

    /// <summary>By a decade or century: 上世纪八十年代.</summary>
    Era,

    /// <summary>By a day of the week: 星期三, 上周五.</summary>
    Weekday,
}
