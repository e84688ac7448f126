// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Exhortations;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Qualities;

namespace TextIndex.Cli.Output;

// Qualities, exhortations, calls, parallels, and how a section is built.
internal static partial class ReadingJson
{
    public static void WriteQualities(Utf8JsonWriter json, Document document, IReadOnlyList<Quality> qualities)
    {
        json.WriteStartArray("qualities");
        foreach (var quality in qualities)
        {
            json.WriteStartObject();
            json.WriteString("id", quality.Id);
            json.WriteSpan("span", quality.Span);
            json.WriteString("text", quality.Text);
            json.WriteStartArray("attributes");
            foreach (var span in quality.AttributeSpans) WritePlace(json, document, span);
            json.WriteEndArray();
            WriteTextAndSpan(json, "noun", quality.NounSpan.In(document.Text), quality.NounSpan);
            WriteText(json, "of", quality.Of);
            WriteText(json, "learner", quality.Learner);
            json.WriteString("verb", quality.Verb);
            json.WriteSpan("sentenceSpan", quality.SentenceSpan);
            WriteText(json, "section", quality.Section);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteExhortations(Utf8JsonWriter json, IReadOnlyList<Exhortation> exhortations)
    {
        json.WriteStartArray("exhortations");
        foreach (var exhortation in exhortations)
        {
            json.WriteStartObject();
            json.WriteString("id", exhortation.Id);
            json.WriteSpan("span", exhortation.Span);
            json.WriteString("text", exhortation.Text);
            WriteText(json, "modal", exhortation.Modal);
            WriteText(json, "agent", exhortation.Agent);
            if (exhortation.AgentSpan.Length > 0) json.WriteSpan("agentSpan", exhortation.AgentSpan);
            WriteText(json, "section", exhortation.Section);
            json.WriteString("rule", exhortation.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteCalls(Utf8JsonWriter json, Document document, IReadOnlyList<CallToAction> calls)
    {
        json.WriteStartArray("calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteSpan("span", call.Span);
            json.WriteString("modal", call.Modal);
            WriteText(json, "agent", call.Agent);
            if (call.AddresseeSpan.Length > 0) WriteTextAndSpan(json, "addressee", call.AddresseeSpan.In(document.Text), call.AddresseeSpan);
            else json.WriteNull("addressee");
            WriteTextAndSpan(json, "content", call.ContentSpan.In(document.Text), call.ContentSpan);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteParallelism(Utf8JsonWriter json, Document document, IReadOnlyList<ParallelGroup> groups)
    {
        json.WriteStartArray("parallelism");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("id", group.Id);
            json.WriteString("kind", ReadingNames.Of(group.Kind));
            json.WriteSpan("span", group.Span);
            json.WriteStartArray("members");
            foreach (var span in group.Members) WritePlace(json, document, span);
            json.WriteEndArray();
            WriteText(json, "pattern", group.Pattern);
            json.WriteString("rule", group.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteStructure(Utf8JsonWriter json, IReadOnlyList<ExemplarSection> sections)
    {
        json.WriteStartArray("sectionStructure");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("section", section.Section);
            json.WriteSpan("deedSpan", section.DeedSpan);
            json.WriteSpan("qualitySpan", section.QualitySpan);
            json.WriteSpan("exhortSpan", section.ExhortationSpan);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Document document, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteString("text", span.In(document.Text));
        json.WriteSpan("span", span);
        json.WriteEndObject();
    }
}
