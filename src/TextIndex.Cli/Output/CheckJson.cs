// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Cli.Output;

/// <summary>What a check found, for programs: a line a file, then a summary.</summary>
internal static class CheckJson
{
    public static void Write(TextWriter output, CheckReport report)
    {
        using var lines = new JsonLines(output);
        foreach (var file in report.Files)
        {
            var json = lines.Begin("file");
            json.WriteString("name", file.Name);
            json.WriteNumber("sizeBytes", file.SizeBytes);
            json.WriteBoolean("sound", file.Problem.Length == 0);
            json.WriteString("problem", file.Problem);
            lines.End();
        }
        var summary = lines.Begin("summary");
        summary.WriteBoolean("sound", report.Sound);
        summary.WriteNumber("files", report.Files.Count);
        summary.WriteNumber("sizeBytes", report.Files.Sum(file => file.SizeBytes));
        summary.WriteNumber("documents", report.Documents);
        summary.WriteStrings("problems", report.Problems);
        lines.End();
    }
}
