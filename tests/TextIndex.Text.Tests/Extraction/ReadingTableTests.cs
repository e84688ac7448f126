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

    [Fact]
    public void Headings_and_titles_of_our_own_texts_are_read_as_labelled()
    {
        Tally headings = new(), titles = new(), levels = new();
        foreach (var (document, labels) in ReadingMeasure.OwnLabels())
        {
            var reading = StudyReader.Read(document);
            var wanted = labels.GetProperty("headings").EnumerateArray().Select(h => (Span: ReadingMeasure.Span(h.GetProperty("span")), Marker: ReadingMeasure.Span(h.GetProperty("markerSpan")).Start,
                Level: h.GetProperty("level").GetInt32(), Optional: h.TryGetProperty("optional", out var o) && o.GetBoolean())).ToList();
            foreach (var h in wanted)
            {
                var found = reading.Outline.Headings.FirstOrDefault(f => IsSame(f, h));
                if (h.Optional) continue;
                headings.Labelled++;
                if (found is null) output.WriteLine($"{document.Key} missed: {h.Span.In(document.Text)} at {h.Marker} level {h.Level}");
                else
                {
                    headings.Right++;
                    levels.Labelled++;
                    levels.Predicted++;
                    if (found.Level == h.Level) levels.Right++;
                    else output.WriteLine($"{document.Key} level {found.Level} instead of {h.Level}: {found.Marker}{found.Text}");
                }
            }
            foreach (var f in reading.Outline.Headings)
            {
                if (wanted.Any(h => h.Optional && IsSame(f, h))) continue;
                headings.Predicted++;
                if (!wanted.Any(h => IsSame(f, h))) output.WriteLine($"{document.Key} invented: {f.Marker}|{f.Text} level {f.Level} at {f.MarkerSpan.Start}");
            }
            var wantedTitles = labels.GetProperty("titles").EnumerateArray().Select(t => ReadingMeasure.Span(t.GetProperty("span"))).ToHashSet();
            titles.Labelled += wantedTitles.Count;
            titles.Predicted += reading.Titles.Count(t => t.Parent.Length == 0 || !t.Parent.StartsWith('T'));
            titles.Right += reading.Titles.Count(t => wantedTitles.Contains(t.Span));
        }
        output.WriteLine($"headings {headings} levels {levels} titles {titles}");
        Assert.True(headings.F1 >= HeadingsAtLeast, headings.ToString());
        Assert.True(titles.F1 >= 0.99, titles.ToString());

        static bool IsSame(TextIndex.Extraction.Outlines.Heading f, (TextSpan Span, int Marker, int Level, bool Optional) h) =>
            f.Span == h.Span || f.Span.Length == 0 && h.Span.Length == 0 && Math.Abs(f.MarkerSpan.Start - h.Marker) <= 2;
    }

    private const double HeadingsAtLeast = 0.95;

    [CorporaFact]
    public void Quotations_of_the_corpora_are_read_as_labelled()
    {
        var pairs = ReadingMeasure.Sampled(Repository.Corpora);
        var own = ReadingMeasure.OwnTexts();
        output.WriteLine(ReadingMeasure.Head);
        output.WriteLine(ReadingMeasure.Row("own texts", own));
        foreach (var half in new[] { "dev", "dev-3", "held", "held-2", "held-3" })
        {
            if (!half.StartsWith("dev", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("TEXTINDEX_HELD") is null) continue;
            var these = pairs.Where(p => p.Label.Half == half).ToList();
            output.WriteLine(ReadingMeasure.Row($"sampled, {half}", these));
            foreach (var source in these.GroupBy(p => p.Label.Group).OrderBy(g => g.Key, StringComparer.Ordinal)) output.WriteLine(ReadingMeasure.Row($"  {source.Key}", [.. source]));
        }
        var dev = own.Concat(pairs.Where(p => p.Label.IsDevelopment)).ToList();
        output.WriteLine(ReadingMeasure.Row("development, all", dev));
        output.WriteLine("");
        foreach (var rule in dev.Where(p => p.Read is not null).GroupBy(p => p.Read!.Rule).OrderByDescending(g => g.Count()))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rule.Key,-26} n={rule.Count(),4} strict={rule.Count(p => p.ReadClass == p.Label.Class) / (double)rule.Count():0.00} lenient={rule.Count(p => p.Label.Allows(p.ReadClass)) / (double)rule.Count():0.00}"));
        }
        foreach (var rule in dev.Where(p => p.ReadClass == "speech").GroupBy(p => (p.Read!.Rule, p.Read.Speaker is not null, p.Label.Class, string.Join(',', p.Label.Accept))).OrderBy(g => g.Key))
            output.WriteLine($"speech rule {rule.Key} {rule.Count()}");
        if (Environment.GetEnvironmentVariable("TEXTINDEX_ERRORS") == "1") WriteErrors(pairs.Where(p => p.Label.IsDevelopment), "dev");
    }

    [CorporaFact]
    public void The_confidence_of_a_rule_is_its_precision_on_labelled_text()
    {
        // Our own texts and the development half: a rule was written with them in sight, so the held-out half is not mixed in.
        var pairs = ReadingMeasure.OwnTexts().Concat(ReadingMeasure.Sampled(Repository.Corpora).Where(p => p.Label.Half == "dev")).Where(p => p.Read is not null && !p.Label.IsOptional);
        var rows = pairs.GroupBy(p => p.Read!.Rule).Where(g => g.Count() >= RulePrecision.Least).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"        [\"{g.Key}\"] = ({g.Count(p => p.Label.Allows(p.ReadClass)) / (double)g.Count():0.00}, {g.Count()}),")).ToList();
        var file = Repository.File("src/TextIndex.Text/Extraction/Quotations/RulePrecision.cs");
        var lines = File.ReadAllLines(file).ToList();
        var (start, end) = (lines.FindIndex(l => l.Trim() == "// rules"), lines.FindIndex(l => l.Trim() == "// end"));
        var kept = lines[(start + 1)..end];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, string.Join('\n', [.. lines[..(start + 1)], .. rows, .. lines[end..]]) + "\n");
        else Assert.Equal(rows, kept);
    }

    [Fact]
    public void A_quotation_carries_the_confidence_of_its_rule()
    {
        var quotations = TextIndex.Extraction.Quotations.QuotationExtractor.Extract(DocumentReader.Read("t", "马德山书记说：“路修通了，心就通了。”"));
        Assert.Equal(RulePrecision.Of(quotations[0].Rule), quotations[0].Confidence);
        Assert.InRange(quotations[0].Confidence!.Value, 0.5, 1);
        Assert.Null(RulePrecision.Of("no such rule"));
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
