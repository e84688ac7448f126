// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Outlines;

/// <summary>How a heading is numbered. The order is that of nesting where a document uses several (GB/T 9704).</summary>
public enum HeadingStyle
{
    /// <summary>Markdown's <c>#</c> without a number.</summary>
    Markdown,

    /// <summary>第一编、第一部分、第一篇.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>第一条.</summary>
    Article,

    /// <summary>一、</summary>
    CjkDunhao,

    /// <summary>（一）</summary>
    CjkParenthesis,

    /// <summary>1. or 1．</summary>
    ArabicDot,

    /// <summary>1、</summary>
    ArabicDunhao,

    /// <summary>（1） or 1）</summary>
    ArabicParenthesis,

    /// <summary>①</summary>
    Circled,

    /// <summary>一是、二是, each at the start of a line.</summary>
    EnumShi,

    /// <summary>首先、其次、最后 or 第一，第二， each at the start of a line.</summary>
    Sequence,

    /// <summary>1, 1.1, 1.1.1 before a blank.</summary>
    Decimal,

    /// <summary>A line of its own without a number: in bold, or one of several that run on (一问…、二问…).</summary>
    Plain,
}
