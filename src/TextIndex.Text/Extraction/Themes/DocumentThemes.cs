// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Themes;

/// <summary>What a document is about, as a whole and point by point.</summary>
/// <param name="Topic">The document's title; where it has none, its best phrases.</param>
/// <param name="Keyphrases">The document's phrases, best first; at most <see cref="ThemeExtractor.DocumentKeyphrases"/>.</param>
/// <param name="Sections">Its points in order: the sections of the two upper levels that have a heading.</param>
public sealed record DocumentThemes(string Topic, IReadOnlyList<Keyphrase> Keyphrases, IReadOnlyList<SectionTheme> Sections);
