// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>Which words of a text are given.</summary>
public enum SegmentationMode
{
    /// <summary>The one most probable cut; words joined give the text back (jieba's <c>cut</c>).</summary>
    Accurate,

    /// <summary>Every dictionary word that occurs; words overlap (jieba's <c>cut_all</c>).</summary>
    Full,

    /// <summary>The accurate cut, long words preceded by the shorter words inside them (jieba's <c>cut_for_search</c>).</summary>
    Search,
}
