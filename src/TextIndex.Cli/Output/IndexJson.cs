// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Indexing;

namespace TextIndex.Cli.Output;

/// <summary>What indexing did, for programs: one object.</summary>
internal static class IndexJson
{
    public static void Write(TextWriter output, string index, FolderReport report, int documents, TimeSpan elapsed)
    {
        using var lines = new JsonLines(output);
        var json = lines.Begin("summary");
        json.WriteString("index", index.Replace('\\', '/'));
        json.WriteNumber("added", report.Added);
        json.WriteNumber("updated", report.Updated);
        json.WriteNumber("deleted", report.Deleted);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("indexedDocuments", documents);
        json.WriteNumber("otherKinds", report.OtherKinds);
        Notes(json, "skipped", report.Skipped);
        Notes(json, "diagnostics", report.Diagnostics);
        json.WriteElapsed(elapsed);
        lines.End();
    }

    public static void WritePurged(TextWriter output, string index, bool removed)
    {
        using var lines = new JsonLines(output);
        var json = lines.Begin("summary");
        json.WriteString("index", index.Replace('\\', '/'));
        json.WriteBoolean("purged", removed);
        lines.End();
    }

    private static void Notes(Utf8JsonWriter json, string name, IReadOnlyList<FileNote> notes)
    {
        json.WriteStartArray(name);
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("path", note.Path);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
