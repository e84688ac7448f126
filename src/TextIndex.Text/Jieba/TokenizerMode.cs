// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>Which words <see cref="JiebaSegmenter.Tokenize"/> gives.</summary>
public enum TokenizerMode
{
    /// <summary>Those of the accurate cut.</summary>
    Default,

    /// <summary>Those for search engines: long words preceded by the shorter ones inside them.</summary>
    Search,
}
