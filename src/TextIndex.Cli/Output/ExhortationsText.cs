// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Allusions;
using TextIndex.Extraction.Exhortations;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Qualities;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Qualities, exhortations and parallels for people.</summary>
internal static class ExhortationsText
{
    private const int Number = 5;

    public static void Write(Painter page, IReadOnlyList<Quality> qualities)
    {
        foreach (var quality in qualities)
            WriteLine(page, quality.Id, [new(quality.Verb + " ", Ink.Faint), new(quality.Text), new(quality.Of.Length > 0 ? "  " + quality.Of : "", Ink.Strong)]);
        if (qualities.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    public static void Write(Painter page, Document document, IReadOnlyList<CallToAction> calls, IReadOnlyList<Exhortation> exhortations)
    {
        foreach (var call in calls) WriteLine(page, call.Id, [new(call.Agent.Length > 0 ? call.Agent + " " : "", Ink.Strong), new(call.Span.In(document.Text))]);
        foreach (var exhortation in exhortations) WriteLine(page, exhortation.Id, [new(exhortation.Agent.Length > 0 ? exhortation.Agent + " " : "", Ink.Strong), new(exhortation.Text)]);
        if (calls.Count + exhortations.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    public static void Write(Painter page, Document document, IReadOnlyList<ParallelGroup> groups)
    {
        foreach (var group in groups)
            WriteLine(page, group.Id, [new(group.Span.In(document.Text)), new("  " + ReadingNames.Of(group.Kind), Ink.Place), new(group.Pattern.Length > 0 ? "  " + group.Pattern : "", Ink.Strong)]);
        if (groups.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    public static void Write(Painter page, IReadOnlyList<Allusion> allusions)
    {
        foreach (var allusion in allusions)
            WriteLine(page, allusion.Id, [new(allusion.Text), new("  " + ReadingNames.Of(allusion.Match), Ink.Place), new(allusion.Work.Length > 0 ? $"  {allusion.Work} {allusion.Chapter}" : "", Ink.Strong)]);
        if (allusions.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    private static void WriteLine(Painter page, string id, List<Piece> line)
    {
        page.Write("  " + id.PadRight(Number), Ink.Faint);
        page.WriteWrapped(line, 2 + Number, 2 + Number);
    }
}
