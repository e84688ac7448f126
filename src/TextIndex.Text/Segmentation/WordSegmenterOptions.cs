// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>How a <see cref="WordSegmenter"/> cuts. Immutable.</summary>
/// <example><code>
/// var plain = new WordSegmenter(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });
/// </code></example>
public sealed record WordSegmenterOptions
{
    /// <summary>What decides between the words that may stand at one place; jieba's way unless told otherwise.</summary>
    public SegmentationModel Model { get; init; } = SegmentationModel.Jieba;

    /// <summary>Joins single characters to words that the dictionary does not know, by jieba's hidden Markov model; true unless told otherwise.</summary>
    public bool UseHmm { get; init; } = true;

    /// <summary>Gives, in full mode, the empty words that jieba's <c>cut_all</c> gives around white space; false unless told otherwise.</summary>
    /// <remarks>Only for those who compare with jieba: an empty word is of no use.</remarks>
    public bool KeepEmptyWords { get; init; }

    /// <summary>Takes a user's words as python's jieba does: one with a space or a mark is never found, and one may stand inside an English word;
    /// false unless told otherwise.</summary>
    /// <remarks>Only for those who compare with jieba. Joins and splits are then left out as well.</remarks>
    public bool UserWordsAsInJieba { get; init; }

    /// <summary>In the word-graph model, cuts a Chinese name that no dictionary has into surname and given name, as the People's Daily corpus
    /// (SIGHAN's PKU) and the Universal Dependencies have it; false unless told otherwise.</summary>
    public bool SplitPersonNames { get; init; }

    /// <summary>In the word-graph model, joins a number and the 年, 月 or 日 after it, as SIGHAN's PKU and MSR have it; false unless told otherwise.</summary>
    public bool JoinDates { get; init; }
}
