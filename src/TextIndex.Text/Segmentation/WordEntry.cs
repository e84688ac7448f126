// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>What a dictionary says of one word: how often it was seen, and its tag (词性), "" where none is given.</summary>
internal readonly record struct WordEntry(long Frequency, string Tag);
