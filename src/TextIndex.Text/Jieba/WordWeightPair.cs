// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>A keyword with its weight.</summary>
/// <example><code>
/// var pair = new WordWeightPair { Word = "图书馆", Weight = 0.5 };
/// </code></example>
public class WordWeightPair
{
    /// <summary>The keyword.</summary>
    public string Word { get; set; } = "";

    /// <summary>Its weight; larger is better. Weights of different texts cannot be compared.</summary>
    public double Weight { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Word} {Weight}");
}
