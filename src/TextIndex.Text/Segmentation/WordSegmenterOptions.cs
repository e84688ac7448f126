// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>How a <see cref="WordSegmenter"/> cuts. Immutable.</summary>
/// <example><code>
/// var plain = new WordSegmenter(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });
/// </code></example>
public sealed record WordSegmenterOptions
{
    /// <summary>Joins single characters to words that the dictionary does not know, by jieba's hidden Markov model; true unless told otherwise.</summary>
    public bool UseHmm { get; init; } = true;

    /// <summary>Gives, in full mode, the empty words that jieba's <c>cut_all</c> gives around white space; false unless told otherwise.</summary>
    /// <remarks>Only for those who compare with jieba: an empty word is of no use.</remarks>
    public bool KeepEmptyWords { get; init; }
}
