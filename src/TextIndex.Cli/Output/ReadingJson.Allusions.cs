// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Extraction.Allusions;

namespace TextIndex.Cli.Output;

// Classical lines.
internal static partial class ReadingJson
{
    public static void WriteAllusions(Utf8JsonWriter json, string field, IReadOnlyList<Allusion> allusions, bool all)
    {
        json.WriteStartArray(field);
        foreach (var allusion in allusions)
        {
            if (!all && allusion.IsQuoted) continue;
            json.WriteStartObject();
            json.WriteString("id", allusion.Id);
            json.WriteString("class", "allusion");
            json.WriteSpan("span", allusion.Span);
            json.WriteString("text", allusion.Text);
            json.WriteBoolean("quoted", allusion.IsQuoted);
            if (allusion.Work.Length == 0) json.WriteNull("source");
            else
            {
                json.WriteStartObject("source");
                json.WriteString("work", allusion.Work);
                WriteText(json, "chapter", allusion.Chapter);
                json.WriteString("original", allusion.Original);
                json.WriteEndObject();
            }
            json.WriteString("match", ReadingNames.Of(allusion.Match));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
