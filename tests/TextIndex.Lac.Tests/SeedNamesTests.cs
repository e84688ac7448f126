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
}
