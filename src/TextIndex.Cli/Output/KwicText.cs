// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Primitives;
using TextIndex.Snippets;

namespace TextIndex.Cli.Output;

/// <summary>A concordance for people: the occurrences below each other, aligned by the columns they take.</summary>
internal static class KwicText
{
    private const int WidestPath = 22, NarrowestSide = 8;

    public static void Write(Painter page, Concordance concordance)
    {
        var lines = concordance.Lines;
        if (lines.Count == 0) { page.WriteLine(Messages.KwicSummary(0, 0), Ink.Faint); return; }

        var onTerminal = page.Columns != int.MaxValue;
        var path = lines.Max(line => DisplayWidth.Of(line.Key));
        if (onTerminal) path = Math.Min(path, Math.Min(WidestPath, page.Columns / 4));
        var left = lines.Max(line => DisplayWidth.Of(Painter.Clean(line.Left)));
        var right = lines.Max(line => DisplayWidth.Of(Painter.Clean(line.Right)));
        if (onTerminal)
        {
            // The widest match decides how much is left for the two sides; a very long one may push the right side out.
            var match = Math.Min(page.Columns / 3, lines.Max(line => DisplayWidth.Of(Painter.Clean(line.Match))) + (page.Color ? 0 : 2));
            var room = Math.Max(2 * NarrowestSide, page.Columns - path - 2 - match);
            left = Math.Min(left, room / 2);
            right = Math.Min(right, room - left);
        }

        foreach (var line in lines)
        {
            var place = DisplayWidth.CutStart(Painter.Clean(line.Key), path);
            page.Write(place, Ink.Place);
            Blanks(page, path - DisplayWidth.Of(place) + 2);

            var before = Tail(Painter.Clean(line.Left), left);
            Blanks(page, left - DisplayWidth.Of(before));
            page.Write(before);
            var match = Painter.Clean(line.Match);
            page.Write(page.Color ? match : "«" + match + "»", Ink.Match);
            page.WriteLine(Head(Painter.Clean(line.Right), right));
        }
        page.WriteLine();
        page.WriteLine(Messages.KwicSummary(lines.Count, concordance.Total), Ink.Faint);
    }

    // No … on the sides: every line is cut, so a mark on every line would say nothing.
    private static string Tail(string text, int columns)
    {
        var excess = DisplayWidth.Of(text) - columns;
        var cut = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (excess <= 0) break;
            excess -= DisplayWidth.Of(rune);
            cut += rune.Utf16SequenceLength;
        }
        return text[cut..];
    }

    private static string Head(string text, int columns)
    {
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= DisplayWidth.Of(rune);
            if (columns < 0) break;
            kept += rune.Utf16SequenceLength;
        }
        return text[..kept];
    }

    private static void Blanks(Painter page, int count)
    {
        if (count > 0) page.Write(new string(' ', count));
    }
}
