// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Measures headings and titles on labelled documents of the large corpora, as docs/labels.md says.</summary>
public class OutlineLabelsTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void Headings_of_sampled_documents_are_found()
    {
        var tallies = new SortedDictionary<string, (Tally Headings, Tally Levels)>(StringComparer.Ordinal);
        foreach (var (label, text) in Labelled("sampled.jsonl"))
        {
            var half = label.GetProperty("half").GetString()!;
            var wanted = label.GetProperty("headings").EnumerateArray().Select(LabelledHeading.Of).ToList();
            var found = StudyReader.Read(DocumentReader.Read(label.GetProperty("id").GetString()!, text)).Outline.Headings;
            foreach (var group in new[] { half, half + " " + CorporaTexts.GroupOf(label.GetProperty("source").GetString()!) })
            {
                if (!tallies.TryGetValue(group, out var tally)) tallies.Add(group, tally = (new Tally(), new Tally()));
                foreach (var h in wanted.Where(h => !h.IsOptional))
                {
                    tally.Headings.Labelled++;
                    var match = found.FirstOrDefault(h.IsSame);
                    if (match is null)
                    {
                        if (group == "dev") output.WriteLine($"missed {label.GetProperty("id")} at {h.Place}: {text[h.Place..Math.Min(text.Length, h.Place + 30)].ReplaceLineEndings("⏎")}");
                        continue;
                    }
                    tally.Headings.Right++;
                    if (h.Level == 0) continue;
                    tally.Levels.Labelled++;
                    tally.Levels.Predicted++;
                    if (match.Level == h.Level) tally.Levels.Right++;
                    else if (group == "dev") output.WriteLine($"level {match.Level} instead of {h.Level}: {label.GetProperty("id")} {match.Marker}{match.Text}");
                }
                foreach (var f in found)
                {
                    if (wanted.Any(h => h.IsOptional && h.IsNear(f))) continue;
                    tally.Headings.Predicted++;
                    if (group == "dev" && !wanted.Any(h => h.IsSame(f))) output.WriteLine($"invented {label.GetProperty("id")} at {f.MarkerSpan.Start}: {f.Marker}|{f.Text}");
                }
            }
        }
        foreach (var (name, tally) in tallies) output.WriteLine($"{name}: headings {tally.Headings} of {tally.Headings.Labelled}, levels {tally.Levels}");
        Assert.True(tallies["dev"].Headings.F1 >= 0.95, "development half");
        Assert.True(tallies["held"].Headings.F1 >= 0.95, "held-out half");
    }

    [CorporaFact]
    public void Titles_of_sampled_documents_are_found()
    {
        var titles = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var (label, text) in Labelled("sampled.jsonl"))
        {
            var half = label.GetProperty("half").GetString()!;
            if (!titles.TryGetValue(half, out var tally)) titles.Add(half, tally = new Tally());
            var wanted = label.GetProperty("titles").EnumerateArray().Select(ReadingMeasure.Span).ToHashSet();
            var found = Outermost(text, label.GetProperty("id").GetString()!);
            tally.Labelled += wanted.Count;
            tally.Predicted += found.Count;
            tally.Right += found.Count(wanted.Contains);
            if (half != "dev") continue;
            foreach (var span in wanted.Where(w => !found.Contains(w))) output.WriteLine($"missed {span.In(text).ReplaceLineEndings("⏎")}");
            foreach (var span in found.Where(f => !wanted.Contains(f))) output.WriteLine($"invented {span.In(text).ReplaceLineEndings("⏎")}");
        }
        // Places that are hard: marks inside marks, marks broken over lines, very long titles.
        var hard = new Tally();
        foreach (var (label, text) in Labelled("titles.jsonl"))
        {
            if (label.TryGetProperty("optional", out _)) continue;
            hard.Labelled++;
            hard.Predicted++;
            var wanted = ReadingMeasure.Span(label.GetProperty("title"));
            if (Outermost(text, label.GetProperty("id").GetString()!).Contains(wanted)) hard.Right++;
            else output.WriteLine($"hard, missed: {wanted.In(text).ReplaceLineEndings("⏎")}");
        }
        foreach (var (name, tally) in titles) output.WriteLine($"{name}: titles {tally} of {tally.Labelled}");
        output.WriteLine($"hard places: {hard.Right} of {hard.Labelled}");
        Assert.All(titles.Values, tally => Assert.True(tally.F1 >= 0.99, tally.ToString()));
        Assert.True(hard.Recall >= 0.99, hard.ToString());
    }

    private static HashSet<TextSpan> Outermost(string text, string key) =>
        [.. StudyReader.Read(DocumentReader.Read(key, text)).Titles.Where(t => t.Parent.Length == 0 || !t.Parent.StartsWith('T')).Select(t => t.Span)];

    private static IEnumerable<(JsonElement Label, string Text)> Labelled(string file)
    {
        var labels = File.ReadLines(Repository.File("tests/TextIndex.Text.Tests/Fixtures/outlines/" + file)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var texts = CorporaTexts.Read(labels.Select(Key).ToHashSet());
        return labels.Select(label => (label, texts[Key(label)]));

        static (string, string) Key(JsonElement label) => (label.GetProperty("corpus").GetString()!, label.GetProperty("id").GetString()!);
    }

    // A heading begins at a place; where a numbered paragraph has no heading of its own, any words of it are right.
    private sealed record LabelledHeading(int Place, int Level, bool IsOptional, IReadOnlyList<TextSpan> Texts)
    {
        public static LabelledHeading Of(JsonElement h) => new(h.GetProperty("at").GetInt32(), h.TryGetProperty("level", out var level) ? level.GetInt32() : 0,
            h.TryGetProperty("optional", out _), h.TryGetProperty("texts", out var texts) ? [.. texts.EnumerateArray().Select(ReadingMeasure.Span)] : []);

        public bool IsSame(Heading heading) => Texts.Count > 0 ? Texts.Contains(heading.Span) : IsNear(heading);

        public bool IsNear(Heading heading) => Math.Abs(Math.Min(heading.MarkerSpan.Start, heading.Span.Start) - Place) <= 3;
    }
}
