// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Snippets;

/// <summary>One occurrence with the text on both sides of it.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Span">Where the occurrence stands in the source text.</param>
/// <param name="Left">Source text before it.</param>
/// <param name="Match">The occurrence, exactly the source text at <paramref name="Span"/>.</param>
/// <param name="Right">Source text after it.</param>
public sealed record ConcordanceLine(string Key, TextSpan Span, string Left, string Match, string Right);
