// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Outlines;

/// <summary>A heading made of two halves of equal length (对仗标题).</summary>
/// <param name="First">Text of the first half.</param>
/// <param name="FirstSpan">Where the first half stands.</param>
/// <param name="Second">Text of the second half.</param>
/// <param name="SecondSpan">Where the second half stands.</param>
/// <param name="Syllables">Characters of each half, in code points.</param>
public sealed record Couplet(string First, TextSpan FirstSpan, string Second, TextSpan SecondSpan, int Syllables);
