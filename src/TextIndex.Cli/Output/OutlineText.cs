// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Headings for people: a tree, couplets and skipped numbers marked.</summary>
internal static class OutlineText
{
    private const int Beginning = 24;

    public static void Write(Painter page, Document document, Outline outline)
    {
        foreach (var heading in outline.Headings)
        {
            var indent = 2 * heading.Level;
            List<Piece> line = [new(heading.Marker)];
            if (heading.Text.Length > 0) line.Add(new(heading.Text, heading.Level == 1 ? Ink.Strong : Ink.Plain));
            else line.Add(new(BeginningOf(document.Text, heading.BodySpan), Ink.Faint));
            if (heading.Couplet is { } couplet) line.Add(new("  " + Messages.OutlineCouplet(couplet.Syllables), Ink.Faint));
            if (heading.Gap) line.Add(new("  " + Messages.OutlineGap, Ink.Faint));
            page.WriteWrapped(line, indent);
        }
        if (outline.Headings.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    // A numbered paragraph has no heading of its own: its first words stand for it.
    private static string BeginningOf(string text, TextSpan body)
    {
        if (body.Length <= Beginning) return body.In(text);
        var end = body.Start + Beginning;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[body.Start..end] + "…";
    }
}
