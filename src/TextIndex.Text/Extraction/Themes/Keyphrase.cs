// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>A phrase that says what a text is about (关键词): always a string of the text itself.</summary>
/// <param name="Text">The phrase as it first stands.</param>
/// <param name="Score">Larger is better; comparable only inside one document.</param>
/// <param name="Spans">Every place where it stands, ascending.</param>
/// <param name="Why">What spoke for it, divided by <c>; </c>: <c>heading 2; 4 occurrences; first in paragraph 1</c>.</param>
public sealed record Keyphrase(string Text, double Score, IReadOnlyList<TextSpan> Spans, string Why);
