// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Cli.Output;

/// <summary>What is in an index, for programs: one object.</summary>
internal static class StatsJson
{
    public static void Write(TextWriter output, string index, IndexStatistics statistics)
    {
        using var lines = new JsonLines(output);
        var json = lines.Begin("stats");
        json.WriteString("index", index.Replace('\\', '/'));
        json.WriteNumber("documents", statistics.Documents);
        json.WriteNumber("indexSegments", statistics.IndexSegments);
        json.WriteNumber("bodyWords", statistics.BodyWords);
        json.WriteNumber("textCodeUnits", statistics.TextCodeUnits);
        json.WriteNumber("sizeBytes", statistics.SizeBytes);
        json.WriteString("fingerprint", statistics.Fingerprint);
        json.WriteDate("earliest", statistics.Earliest);
        json.WriteDate("latest", statistics.Latest);
        json.WriteStartArray("sources");
        foreach (var (source, documents) in statistics.Sources)
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteNumber("documents", documents);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        lines.End();
    }
}
