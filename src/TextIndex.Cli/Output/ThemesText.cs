// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Themes;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Themes for people: the phrases of the document and of each section, best first, with their reasons.</summary>
internal static class ThemesText
{
    private const int WidestPhrase = 26;

    public static void Write(Painter page, Outline outline, DocumentThemes themes)
    {
        if (themes.Keyphrases.Count == 0) { page.WriteLine("  " + Messages.NoneFound, Ink.Faint); return; }
        page.WriteWrapped([new(themes.Topic, Ink.Strong)], 2);
        Phrases(page, themes.Keyphrases);
        foreach (var section in themes.Sections)
        {
            var heading = outline.Headings.FirstOrDefault(heading => heading.Id == section.Id);
            page.WriteLine();
            List<Piece> head = [new(section.Label, Ink.Strong)];
            if (heading is not null && heading.Text != section.Label) head.Add(new("  " + heading.Marker + heading.Text, Ink.Faint));
            page.WriteWrapped(head, 2);
            Phrases(page, section.Keyphrases);
        }
    }

    private static void Phrases(Painter page, IReadOnlyList<Keyphrase> keyphrases)
    {
        if (keyphrases.Count == 0) return;
        var width = Math.Min(WidestPhrase, keyphrases.Max(phrase => DisplayWidth.Of(phrase.Text)));
        var score = keyphrases.Max(phrase => Shown(phrase.Score).Length);
        foreach (var phrase in keyphrases)
        {
            var text = Painter.Clean(phrase.Text);
            page.Write("    " + text + new string(' ', Math.Max(0, width - DisplayWidth.Of(text))));
            page.Write("  " + Shown(phrase.Score).PadLeft(score) + "  ", Ink.Faint);
            var column = 4 + Math.Max(width, DisplayWidth.Of(text)) + 2 + score + 2;
            page.WriteWrapped([new(phrase.Why, Ink.Faint)], 4 + width + 2 + score + 2, column);
        }
    }

    private static string Shown(double score) => score.ToString("0.0", CultureInfo.InvariantCulture);
}
