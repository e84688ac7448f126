// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>Which words are tagged.</summary>
public enum TaggingMode
{
    /// <summary>The words of the accurate cut, each with its tag in the dictionary or, where no dictionary has it, with the one that jieba's model of tags finds most probable.</summary>
    SameWords,

    /// <summary>What python's <c>jieba.posseg</c> gives: it cuts % and - off, and finds unknown words with another model than jieba's own cut, so some words differ from it.</summary>
    Posseg,
}
