// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction.Quotations;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Prints how well quotations, headings and titles are read, by half, by source and by rule.</summary>
public class ReadingTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Our_own_texts_are_read_as_labelled()
    {
        var invented = new List<Quotation>();
        var pairs = ReadingMeasure.OwnTexts(invented);
        output.WriteLine(ReadingMeasure.Head);
        output.WriteLine(ReadingMeasure.Row("own texts", pairs));
        output.WriteLine($"pairs that nobody labelled: {invented.Count}");
        WriteErrors(pairs, "own");
        foreach (var q in invented) output.WriteLine($"invented {q.Class} {q.Rule} {q.Text}");
    }

    [CorporaFact]
    public void Quotations_of_the_corpora_are_read_as_labelled()
    {
        var pairs = ReadingMeasure.Sampled(Repository.Corpora);
        var own = ReadingMeasure.OwnTexts();
        output.WriteLine(ReadingMeasure.Head);
        output.WriteLine(ReadingMeasure.Row("own texts", own));
        foreach (var half in new[] { "dev", "held" })
        {
            if (half == "held" && Environment.GetEnvironmentVariable("TEXTINDEX_HELD") is null) continue;
            var these = pairs.Where(p => p.Label.Half == half).ToList();
            output.WriteLine(ReadingMeasure.Row($"sampled, {half}", these));
            foreach (var source in these.GroupBy(p => p.Label.Group).OrderBy(g => g.Key, StringComparer.Ordinal)) output.WriteLine(ReadingMeasure.Row($"  {source.Key}", [.. source]));
        }
        var dev = own.Concat(pairs.Where(p => p.Label.Half == "dev")).ToList();
        output.WriteLine(ReadingMeasure.Row("development, all", dev));
        output.WriteLine("");
        foreach (var rule in dev.Where(p => p.Read is not null).GroupBy(p => p.Read!.Rule).OrderByDescending(g => g.Count()))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rule.Key,-26} n={rule.Count(),4} strict={rule.Count(p => p.ReadClass == p.Label.Class) / (double)rule.Count():0.00} lenient={rule.Count(p => p.Label.Allows(p.ReadClass)) / (double)rule.Count():0.00}"));
        }
        foreach (var rule in dev.Where(p => p.ReadClass == "speech").GroupBy(p => (p.Read!.Rule, p.Read.Speaker is not null, p.Label.Class, string.Join(',', p.Label.Accept))).OrderBy(g => g.Key))
            output.WriteLine($"speech rule {rule.Key} {rule.Count()}");
        if (Environment.GetEnvironmentVariable("TEXTINDEX_ERRORS") == "1") WriteErrors(pairs.Where(p => p.Label.Half == "dev"), "dev");
    }

    private void WriteErrors(IEnumerable<ReadPair> pairs, string set)
    {
        foreach (var p in pairs)
        {
            var said = p.ReadClass;
            var wrongClass = !p.Label.Allows(said);
            var notStrict = said != p.Label.Class;
            var speaker = p.Read?.Speaker?.Canonical;
            var speakerWrong = p.Label.IsSpeech && !p.Label.IsOpen && (p.Label.HasSpeaker ? !p.Label.Speakers.Any(s => speaker is not null && speaker.StartsWith(s, StringComparison.Ordinal)) : speaker is not null);
            var cueWrong = p.Label.Cues.Count > 0 && (p.Read?.Cue is not { } cue || !p.Label.Cues.Any(c => c.Overlaps(cue.Span)));
            if (!notStrict && !speakerWrong && !cueWrong) continue;
            var before = p.Text[Math.Max(0, p.Label.Span.Start - 70)..p.Label.Span.Start].ReplaceLineEndings("⏎");
            var after = p.Text[p.Label.Span.End..Math.Min(p.Text.Length, p.Label.Span.End + 36)].ReplaceLineEndings("⏎");
            var words = p.Label.Span.In(p.Text).ReplaceLineEndings("⏎");
            if (words.Length > 60) words = words[..40] + "……" + words[^14..];
            output.WriteLine($"{set} {(wrongClass ? "CLASS" : notStrict ? "class" : "")} {p.Label.Class}({string.Join(",", p.Label.Accept)}) said {said} by {p.Read?.Rule} {(speakerWrong ? $"SPEAKER [{string.Join("/", p.Label.Speakers)}] said [{speaker}]" : "")} {(cueWrong ? $"CUE said [{p.Read?.Cue?.Text}]" : "")} {p.Key} {before}⟦{words}⟧{after}");
        }
    }
}
