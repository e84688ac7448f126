// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;
using TextIndex.Extraction.Figures;

namespace TextIndex.Cli.Output;

// Figures and dates.
internal static partial class ReadingJson
{
    public static void WriteFigures(Utf8JsonWriter json, IReadOnlyList<Figure> figures)
    {
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("id", figure.Id);
            json.WriteSpan("span", figure.Span);
            json.WriteString("text", figure.Text);
            json.WriteString("kind", ReadingNames.Of(figure.Kind));
            if (figure.Clock is { } clock) json.WriteString("value", clock.ToString("HH:mm", CultureInfo.InvariantCulture));
            else json.WriteNumber("value", Math.Round(figure.Value, 6));
            if (figure.Upper is { } upper) json.WriteNumber("upper", Math.Round(upper, 6));
            WriteText(json, "approx", ReadingNames.Of(figure.Approximation));
            WriteText(json, "unit", figure.Unit);
            WriteText(json, "noun", figure.Noun);
            if (figure.Change != ChangeDirection.None) json.WriteString("change", ReadingNames.Of(figure.Change));
            json.WriteString("rule", figure.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteDates(Utf8JsonWriter json, IReadOnlyList<DateMention> dates)
    {
        json.WriteStartArray("dates");
        foreach (var date in dates)
        {
            json.WriteStartObject();
            json.WriteString("id", date.Id);
            json.WriteSpan("span", date.Span);
            json.WriteString("text", date.Text);
            json.WriteString("form", ReadingNames.Of(date.Form));
            WriteText(json, "value", date.Value);
            json.WriteDate("first", date.First);
            json.WriteDate("last", date.Last);
            json.WriteString("rule", date.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
