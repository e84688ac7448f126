// SPDX-License-Identifier: MIT
using TextIndex.Snippets;

namespace TextIndex.Cli.Output;

/// <summary>A concordance for programs: a line an occurrence, then a summary.</summary>
internal static class KwicJson
{
    public static void Write(TextWriter output, Concordance concordance)
    {
        using var lines = new JsonLines(output);
        foreach (var line in concordance.Lines)
        {
            var json = lines.Begin("line");
            json.WriteString("path", line.Key);
            json.WriteSpan("span", line.Span);
            json.WriteString("left", line.Left);
            json.WriteString("match", line.Match);
            json.WriteString("right", line.Right);
            lines.End();
        }
        var summary = lines.Begin("summary");
        summary.WriteNumber("total", concordance.Total);
        summary.WriteNumber("shown", concordance.Lines.Count);
        summary.WriteBoolean("truncated", concordance.Lines.Count < concordance.Total);
        lines.End();
    }
}
