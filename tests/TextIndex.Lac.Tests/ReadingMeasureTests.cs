// SPDX-License-Identifier: MIT
using TextIndex.Tests;
using TextIndex.Text.Tests.Extraction;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Lac.Tests;

/// <summary>What the model changes in the labelled quotations: the figures with it beside those of the rules alone.</summary>
public class ReadingMeasureTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void The_model_finds_speakers_and_puts_no_more_words_into_mouths()
    {
        if (!Repository.Slow) return;
        output.WriteLine(ReadingMeasure.Head);
        var (ownByRules, own) = (ReadingMeasure.OwnTexts(), ReadingMeasure.OwnTexts(model: LacModel.Default));
        var (byRules, pairs) = (ReadingMeasure.Sampled(Repository.Corpora), ReadingMeasure.Sampled(Repository.Corpora, LacModel.Default));
        Both("own texts", ownByRules, own);
        foreach (var half in new[] { "dev", "dev-3", "held", "held-3" })
        {
            if (!half.StartsWith("dev", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("TEXTINDEX_HELD") is null) continue;
            Both($"sampled, {half}", [.. byRules.Where(pair => pair.Label.Half == half)], [.. pairs.Where(pair => pair.Label.Half == half)]);
        }
        var rules = ReadingMeasure.Measure([.. ownByRules, .. byRules.Where(pair => pair.Label.Half == "dev")]);
        var model = ReadingMeasure.Measure([.. own, .. pairs.Where(pair => pair.Label.Half == "dev")]);
        Assert.True(model.SpeakersRight >= rules.SpeakersRight, $"{model.SpeakersRight} < {rules.SpeakersRight}");
        Assert.True(model.WrongRate <= 0.05, $"{model.WrongRate}");

        void Both(string name, List<ReadPair> rules, List<ReadPair> model)
        {
            output.WriteLine(ReadingMeasure.Row(name + ", rules", rules));
            output.WriteLine(ReadingMeasure.Row(name + ", model", model));
            foreach (var (a, b) in rules.Zip(model))
                if (a.Label.Half == "dev" && a.Read?.Speaker?.Canonical != b.Read?.Speaker?.Canonical)
                    output.WriteLine($"  [{string.Join('/', a.Label.Speakers)}] rules {a.Read?.Speaker?.Canonical} model {b.Read?.Speaker?.Canonical}: {a.Text[Math.Max(0, a.Label.Span.Start - 40)..a.Label.Span.Start].ReplaceLineEndings("⏎")}");
        }
    }
}
