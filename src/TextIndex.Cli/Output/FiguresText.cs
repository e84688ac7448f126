// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Extraction.Figures;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Figures and dates for people: the words, what kind, and what value they have.</summary>
internal static class FiguresText
{
    private const int Number = 5;

    public static void Write(Painter page, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var value = figure.Clock is { } clock ? clock.ToString("HH:mm", CultureInfo.InvariantCulture) : Shown(figure.Value) + (figure.Upper is { } upper ? "…" + Shown(upper) : "");
            List<Piece> line = [new(figure.Text), new("  " + ReadingNames.Of(figure.Kind), Ink.Place), new("  " + value, Ink.Strong)];
            if (figure.Approximation != Approximation.None) line.Add(new("  " + ReadingNames.Of(figure.Approximation)));
            if (figure.Change != ChangeDirection.None) line.Add(new("  " + ReadingNames.Of(figure.Change)));
            WriteLine(page, figure.Id, line);
        }
        if (figures.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    public static void Write(Painter page, IReadOnlyList<DateMention> dates)
    {
        foreach (var date in dates)
            WriteLine(page, date.Id, [new(date.Text), new("  " + ReadingNames.Of(date.Form), Ink.Place), new(date.Value.Length > 0 ? "  " + date.Value : "", Ink.Strong)]);
        if (dates.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    private static void WriteLine(Painter page, string id, List<Piece> line)
    {
        page.Write("  " + id.PadRight(Number), Ink.Faint);
        page.WriteWrapped(line, 2 + Number, 2 + Number);
    }

    private static string Shown(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
