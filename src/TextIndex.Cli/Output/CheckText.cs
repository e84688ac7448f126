// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>What a check found, for people: every file with its verdict, damaged ones marked.</summary>
internal static class CheckText
{
    public static void Write(Painter page, string index, CheckReport report)
    {
        var name = report.Files.Count == 0 ? 0 : report.Files.Max(file => DisplayWidth.Of(file.Name));
        var size = report.Files.Count == 0 ? 0 : report.Files.Max(file => ByteSize.Of(file.SizeBytes).Length);
        foreach (var file in report.Files)
        {
            page.Write(file.Name.PadRight(name), Ink.Place);
            page.Write("  " + ByteSize.Of(file.SizeBytes).PadLeft(size) + "  ");
            if (file.Problem.Length == 0) page.WriteLine(Messages.CheckSound, Ink.Faint);
            else page.WriteLine(file.Problem, Ink.Match);
        }
        foreach (var problem in report.Problems) page.WriteLine(problem, Ink.Match);
        page.WriteLine();
        page.WriteLine(report.Sound
            ? Messages.CheckAllSound(index, report.Files.Count, report.Documents)
            : Messages.CheckDamaged(index, report.Files.Count(file => file.Problem.Length > 0) + report.Problems.Count), Ink.Strong);
    }
}
