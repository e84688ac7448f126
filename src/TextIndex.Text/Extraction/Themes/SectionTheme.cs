// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>One point of a text: a section with what it is about.</summary>
/// <param name="Id">The heading's id, such as H1.</param>
/// <param name="Label">The phrase that says most about the section; the heading's words where no phrase stands out.</param>
/// <param name="Span">The whole section.</param>
/// <param name="Keyphrases">Its phrases, best first; at most <see cref="ThemeExtractor.SectionKeyphrases"/>.</param>
public sealed record SectionTheme(string Id, string Label, TextSpan Span, IReadOnlyList<Keyphrase> Keyphrases);
