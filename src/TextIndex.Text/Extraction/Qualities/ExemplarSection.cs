// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Qualities;

/// <summary>How a section about an exemplar is built: what was done, what it shows, what is to be done.</summary>
/// <param name="Section">Name of its heading (H1, …).</param>
/// <param name="DeedSpan">What was done: the body up to the quality.</param>
/// <param name="QualitySpan">The sentence with the quality.</param>
/// <param name="ExhortationSpan">What is to be done: the body behind it.</param>
public sealed record ExemplarSection(string Section, TextSpan DeedSpan, TextSpan QualitySpan, TextSpan ExhortationSpan);
