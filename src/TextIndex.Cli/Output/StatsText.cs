// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>What is in an index, for people: a table.</summary>
internal static class StatsText
{
    public static void Write(Painter page, string index, IndexStatistics statistics)
    {
        List<(string Name, string Value)> rows =
        [
            (Messages.StatsIndex, index),
            (Messages.StatsDocuments, Grouped(statistics.Documents)),
            (Messages.StatsWords, Grouped(statistics.BodyWords)),
            (Messages.StatsText, Grouped(statistics.TextCodeUnits)),
            (Messages.StatsSize, ByteSize.Of(statistics.SizeBytes)),
            (Messages.StatsSegments, Grouped(statistics.IndexSegments)),
        ];
        if (statistics.Earliest is { } earliest && statistics.Latest is { } latest)
            rows.Add((Messages.StatsDates, earliest == latest ? IsoDate.Of(earliest) : $"{IsoDate.Of(earliest)} – {IsoDate.Of(latest)}"));
        rows.Add((Messages.StatsFingerprint, statistics.Fingerprint));

        var column = rows.Max(row => DisplayWidth.Of(row.Name)) + 2;
        foreach (var (name, value) in rows)
        {
            page.Write(name.PadRight(column), Ink.Faint);
            page.WriteWrapped([new(value)], column, column);
        }
        if (statistics.Sources.Count == 0) return;

        page.WriteLine();
        page.WriteLine(Messages.StatsSources, Ink.Strong);
        var count = statistics.Sources.Max(source => Grouped(source.Value).Length);
        foreach (var (source, documents) in statistics.Sources)
        {
            page.Write("  " + Grouped(documents).PadLeft(count) + "  ");
            page.WriteLine(source.Length == 0 ? Messages.StatsNoSource : source, source.Length == 0 ? Ink.Faint : Ink.Plain);
        }
    }

    private static string Grouped(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
