// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Lac.Tests;

/// <summary>The names of the founding document, mention by mention.</summary>
public class SeedNamesTests
{
    [GoldFact]
    public void Every_mention_is_found_and_no_person_is_false()
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Gold, "seed_gold.json")));
        var text = SourceText.Decode(File.ReadAllBytes(Repository.File(gold.RootElement.GetProperty("source").GetProperty("file").GetString()!))).Text;
        var found = ModelNames.Find(text, LacModel.Default);
        var wanted = new HashSet<(string Tag, int Start, int End)>();
        var allowed = new HashSet<(string Tag, int Start, int End)>();
        foreach (var entity in gold.RootElement.GetProperty("entities").EnumerateArray())
        {
            // What is nested in another name or generic may be found, and need not be.
            var optional = entity.TryGetProperty("nestedIn", out _) || entity.TryGetProperty("required", out var required) && !required.GetBoolean();
            foreach (var mention in entity.GetProperty("mentions").EnumerateArray())
                (optional ? allowed : wanted).Add((entity.GetProperty("type").GetString()!, mention[0].GetInt32(), mention[1].GetInt32()));
        }
        var seen = found.Select(name => (name.Tag, name.Span.Start, name.Span.End)).ToHashSet();
        Assert.Empty(wanted.Except(seen));
        Assert.Empty(seen.Where(name => name.Tag == ModelName.Person).Except(wanted).Except(allowed));
    }

    [GoldFact]
    public void Reading_by_rules_names_the_people_bodies_and_pronouns() => Read(withModel: false);

    [GoldFact]
    public void Reading_with_the_model_names_the_people_bodies_and_pronouns() => Read(withModel: true);

    private static void Read(bool withModel)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Gold, "seed_gold.json")));
        var document = DocumentReader.Read("seed", File.ReadAllBytes(Repository.File(gold.RootElement.GetProperty("source").GetProperty("file").GetString()!)));
        var reading = StudyReader.Read(document, withModel ? LacModel.Default : null);
        string[] Wanted(string type) => [.. gold.RootElement.GetProperty("entities").EnumerateArray()
            .Where(e => e.GetProperty("type").GetString() == type && !e.TryGetProperty("nestedIn", out _) && !(e.TryGetProperty("required", out var required) && !required.GetBoolean()))
            .Select(e => e.GetProperty("canonical").GetString() + ": " + string.Join(' ', e.GetProperty("mentions").EnumerateArray().Select(m => m[0].GetInt32()).Order())).Order(StringComparer.Ordinal)];
        string[] Found(string type) => [.. reading.Entities.Where(e => ReadingNames.Of(e.Type) == type).Select(e => e.Canonical + ": " + string.Join(' ', e.Mentions.Select(m => m.Start))).Order(StringComparer.Ordinal)];
        Assert.Equal(Wanted("PER"), Found("PER"));
        Assert.Empty(Wanted("ORG").Except(Found("ORG")));
        Assert.Equal(4, Wanted("ORG").Length);
        var exemplar = gold.RootElement.GetProperty("entities").EnumerateArray().First(e => e.GetProperty("type").GetString() == "PER").GetProperty("canonical").GetString();
        Assert.Equal(gold.RootElement.GetProperty("pronouns").EnumerateArray().Select(p => p.GetProperty("span")[0].GetInt32()), reading.Pronouns.Select(p => p.Span.Start));
        Assert.All(reading.Pronouns, pronoun => Assert.Equal(exemplar, pronoun.Antecedent));
        Assert.Equal(13, reading.Pronouns.Count);
    }
}
