// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Names;

namespace TextIndex.Cli.Output;

// Names and pronouns.
internal static partial class ReadingJson
{
    public static void WriteEntities(Utf8JsonWriter json, IReadOnlyList<NamedEntity> entities)
    {
        json.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("type", ReadingNames.Of(entity.Type));
            json.WriteString("canonical", entity.Canonical);
            json.WriteSpans("mentions", entity.Mentions);
            json.WriteStartArray("aliases");
            foreach (var alias in entity.Aliases) json.WriteStringValue(alias);
            json.WriteEndArray();
            json.WriteString("within", entity.Within);
            json.WriteString("why", entity.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WritePronouns(Utf8JsonWriter json, Document document, IReadOnlyList<PronounMention> pronouns)
    {
        json.WriteStartArray("pronouns");
        foreach (var pronoun in pronouns)
        {
            json.WriteStartObject();
            json.WriteSpan("span", pronoun.Span);
            json.WriteString("text", pronoun.Span.In(document.Text));
            json.WriteString("antecedent", pronoun.Antecedent);
            json.WriteString("rule", pronoun.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
