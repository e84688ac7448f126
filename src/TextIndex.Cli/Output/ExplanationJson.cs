// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Search;

namespace TextIndex.Cli.Output;

/// <summary>Why a document matches or does not, as JSON: one object with its parts inside.</summary>
internal static class ExplanationJson
{
    public static void Write(TextWriter output, string path, Explanation explanation)
    {
        using var lines = new JsonLines(output);
        var json = lines.Begin("explanation");
        json.WriteString("path", path);
        WriteFields(json, explanation);
        lines.End();
    }

    private static void WriteFields(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteBoolean("matches", explanation.Matches);
        json.WriteNumber("score", Math.Round(explanation.Score, 4));
        json.WriteString("clause", explanation.Clause);
        json.WriteString("reason", explanation.Reason);
        json.WriteStartArray("parts");
        foreach (var part in explanation.Parts)
        {
            json.WriteStartObject();
            WriteFields(json, part);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
