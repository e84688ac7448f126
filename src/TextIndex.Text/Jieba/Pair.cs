// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>A word with its tag.</summary>
/// <example><code>
/// var pair = new Pair("北京", "ns");   // 北京/ns
/// </code></example>
public class Pair
{
    /// <summary>Makes a pair.</summary>
    public Pair(string word, string flag) => (Word, Flag) = (word, flag);

    /// <summary>The word.</summary>
    public string Word { get; set; }

    /// <summary>Its tag: <c>n</c>, <c>v</c>, <c>nr</c>, …</summary>
    public string Flag { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Word}/{Flag}";
}
