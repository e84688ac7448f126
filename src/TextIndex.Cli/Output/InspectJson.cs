// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Indexing.Inspection;

namespace TextIndex.Cli.Output;

/// <summary>What a file of an index is made of, for programs: one object, its parts inside it.</summary>
internal static class InspectJson
{
    public static void Write(TextWriter output, FilePart file)
    {
        using var lines = new JsonLines(output);
        Members(lines.Begin("structure"), file);
        lines.End();
    }

    private static void Members(Utf8JsonWriter json, FilePart part)
    {
        json.WriteString("name", part.Name);
        if (part.Kind.Length > 0) json.WriteString("kind", part.Kind);
        json.WriteNumber("at", part.At);
        json.WriteNumber("sizeBytes", part.SizeBytes);
        json.WriteStartObject("facts");
        foreach (var (name, value) in part.Facts)
        {
            if (value is long whole) json.WriteNumber(name, whole);
            else if (value is double number && double.IsFinite(number)) json.WriteNumber(name, Math.Round(number, 4));
            else json.WriteString(name, value as string ?? "");
        }
        json.WriteEndObject();
        json.WriteStartArray("parts");
        foreach (var inner in part.Parts)
        {
            json.WriteStartObject();
            Members(json, inner);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
