// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Themes;
using TextIndex.Extraction.Titles;

namespace TextIndex.Cli.Output;

/// <summary>The fields of what was read from a document, for programs: names and order as in the gold annotations.</summary>
internal static partial class ReadingJson
{
    public static void WriteHeadings(Utf8JsonWriter json, Outline outline)
    {
        json.WriteStartArray("headings");
        foreach (var heading in outline.Headings)
        {
            json.WriteStartObject();
            json.WriteString("id", heading.Id);
            json.WriteNumber("level", heading.Level);
            json.WriteNumber("ordinal", heading.Ordinal);
            json.WriteString("style", ReadingNames.Of(heading.Style));
            json.WriteString("marker", heading.Marker);
            json.WriteSpan("markerSpan", heading.MarkerSpan);
            // A numbered paragraph without a heading of its own has no text.
            if (heading.Text.Length > 0) json.WriteString("text", heading.Text);
            else json.WriteNull("text");
            json.WriteSpan("span", heading.Span);
            json.WriteString("form", ReadingNames.Of(heading.Form));
            json.WriteString("terminator", heading.Terminator);
            WriteCouplet(json, heading.Couplet);
            json.WriteSpan("sectionSpan", heading.SectionSpan);
            json.WriteSpan("bodySpan", heading.BodySpan);
            if (heading.Gap) json.WriteBoolean("gap", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteQuotations(Utf8JsonWriter json, IReadOnlyList<Quotation> quotations)
    {
        json.WriteStartArray("quotes");
        foreach (var quotation in quotations)
        {
            json.WriteStartObject();
            json.WriteString("id", quotation.Id);
            json.WriteString("form", ReadingNames.Of(quotation.Form));
            json.WriteSpan("span", quotation.Span);
            json.WriteSpan("contentSpan", quotation.ContentSpan);
            json.WriteString("text", quotation.Text);
            json.WriteString("class", ReadingNames.Of(quotation.Class));
            WriteSpeaker(json, quotation.Speaker);
            WriteCue(json, quotation.Cue);
            json.WriteString("attribution", ReadingNames.Of(quotation.Attribution));
            json.WriteString("rule", quotation.Rule);
            if (quotation.Confidence is { } confidence) json.WriteNumber("confidence", confidence);
            else json.WriteNull("confidence");
            json.WriteNumber("nesting", quotation.Nesting);
            WriteParent(json, quotation.Parent);
            json.WriteStartArray("segments");
            foreach (var part in quotation.Segments)
            {
                json.WriteStartObject();
                json.WriteSpan("span", part.Span);
                json.WriteSpan("contentSpan", part.ContentSpan);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (quotation.IsUnclosed) json.WriteBoolean("unclosed", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTitles(Utf8JsonWriter json, IReadOnlyList<TitleMention> titles)
    {
        json.WriteStartArray("titles");
        foreach (var title in titles)
        {
            json.WriteStartObject();
            json.WriteString("id", title.Id);
            json.WriteSpan("span", title.Span);
            json.WriteSpan("contentSpan", title.ContentSpan);
            json.WriteString("text", title.Text);
            json.WriteString("kind", ReadingNames.Of(title.Kind));
            json.WriteString("class", "title");
            WriteText(json, "issuer", title.Issuer);
            WriteText(json, "author", title.Author);
            if (title.Verb.Length > 0) WriteTextAndSpan(json, "verb", title.Verb, title.VerbSpan);
            else json.WriteNull("verb");
            WriteParent(json, title.Parent);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteThemes(Utf8JsonWriter json, DocumentThemes themes)
    {
        json.WriteStartObject("themes");
        json.WriteStartObject("document");
        json.WriteString("topic", themes.Topic);
        WriteKeyphrases(json, themes.Keyphrases);
        json.WriteEndObject();
        json.WriteStartArray("sections");
        foreach (var section in themes.Sections)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            json.WriteString("label", section.Label);
            WriteKeyphrases(json, section.Keyphrases);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKeyphrases(Utf8JsonWriter json, IReadOnlyList<Keyphrase> keyphrases)
    {
        json.WriteStartArray("keyphrases");
        foreach (var keyphrase in keyphrases)
        {
            json.WriteStartObject();
            json.WriteString("text", keyphrase.Text);
            json.WriteNumber("score", Math.Round(keyphrase.Score, 4));
            json.WriteSpans("spans", keyphrase.Spans);
            json.WriteString("why", keyphrase.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCouplet(Utf8JsonWriter json, Couplet? couplet)
    {
        if (couplet is null) { json.WriteNull("couplet"); return; }
        json.WriteStartObject("couplet");
        WriteTextAndSpan(json, "a", couplet.First, couplet.FirstSpan);
        WriteTextAndSpan(json, "b", couplet.Second, couplet.SecondSpan);
        json.WriteStartArray("syllables");
        json.WriteNumberValue(couplet.Syllables);
        json.WriteNumberValue(couplet.Syllables);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpeaker(Utf8JsonWriter json, Speaker? speaker)
    {
        if (speaker is null) { json.WriteNull("speaker"); return; }
        json.WriteStartObject("speaker");
        json.WriteString("canonical", speaker.Canonical);
        json.WriteString("mention", speaker.Mention);
        json.WriteSpan("mentionSpan", speaker.MentionSpan);
        json.WriteString("mentionKind", ReadingNames.Of(speaker.MentionKind));
        json.WriteEndObject();
    }

    private static void WriteCue(Utf8JsonWriter json, Cue? cue)
    {
        if (cue is null) json.WriteNull("cue");
        else WriteTextAndSpan(json, "cue", cue.Text, cue.Span);
    }

    private static void WriteTextAndSpan(Utf8JsonWriter json, string name, string text, TextSpan span)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteSpan("span", span);
        json.WriteEndObject();
    }

    private static void WriteParent(Utf8JsonWriter json, string parent) => WriteText(json, "parent", parent);

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0) json.WriteString(name, text);
        else json.WriteNull(name);
    }
}
