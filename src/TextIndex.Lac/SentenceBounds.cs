// SPDX-License-Identifier: MIT
namespace TextIndex.Lac;

/// <summary>One sentence as the model sees it.</summary>
/// <param name="Start">Its first code unit in the text.</param>
/// <param name="End">Behind its last code unit.</param>
/// <param name="Characters">Its length in code points.</param>
internal readonly record struct SentenceBounds(int Start, int End, int Characters);
