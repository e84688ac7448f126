// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Snippets;

/// <summary>A stretch of a text that matches as a whole, or in which nothing matches.</summary>
/// <param name="Span">Where it stands in the source text.</param>
/// <param name="Text">Exactly the source text at <paramref name="Span"/>.</param>
/// <param name="IsMatch">Whether it is one of the places.</param>
public readonly record struct MarkedRun(TextSpan Span, string Text, bool IsMatch);
