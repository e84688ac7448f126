// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>What decides between the words that may stand at one place.</summary>
public enum SegmentationModel
{
    /// <summary>jieba 0.42.1: how often a word occurs, and a hidden Markov model for every run of single characters. The same cut as python's.</summary>
    Jieba,

    /// <summary>How often a word follows the one before it, over the words of jieba and smartcn; numbers, Latin, Chinese and foreign names
    /// are words of their own kind, and the hidden Markov model is asked about rare characters only.</summary>
    WordGraph,
}
