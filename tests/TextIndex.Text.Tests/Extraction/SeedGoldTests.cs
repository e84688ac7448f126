// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Quotations;
using TextIndex.Normalization;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Holds the reading of the founding document to its annotation, as it stands and with names, marks, script, order and numbers changed.</summary>
public partial class SeedGoldTests(ITestOutputHelper output)
{
    private static readonly Lazy<(string Text, JsonElement Gold)> Seed = new(() =>
    {
        var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Gold, "seed_gold.json"))).RootElement;
        return (SourceText.Decode(File.ReadAllBytes(Repository.File(gold.GetProperty("source").GetProperty("file").GetString()!))).Text, gold);
    });

    [GoldFact]
    public void The_seed_reads_as_annotated_whatever_its_names_marks_script_order_and_numbers()
    {
        output.WriteLine($"{"variant",-28} headings quotes classes speakers(wrong) cues titles core/20 sections");
        var scores = Variants().Select(v => (v.Name, Score: Measure(v))).ToList();
        foreach (var (name, s) in scores)
            output.WriteLine($"{name,-28} {s.Headings}/5      {s.Spans}/17  {s.Classes}/17   {s.Speakers}/3 ({s.WrongSpeakers})     {s.Cues}/3  {s.Titles}/3    {s.Core}/12    {s.Sections}/5   {s.Notes}");
        foreach (var (name, s) in scores)
        {
            Assert.True(s.Headings == 5, name);
            Assert.True(s.Spans == 17, name);
            Assert.True(s.Classes == 17, name);
            Assert.True(s is { Speakers: 3, WrongSpeakers: 0 }, name);
            Assert.True(s.Cues == 3, name);
            Assert.True(s.Titles == 3, name);
            Assert.True(s.Core >= 6, name);
        }
    }

    [GoldFact]
    public void The_reading_of_the_seed_is_shown()
    {
        var reading = StudyReader.Read(DocumentReader.Read("seed", Seed.Value.Text));
        foreach (var q in reading.Quotations) output.WriteLine($"{q.Id} {q.Class} {q.Rule} {q.Attribution} [{q.Speaker?.Canonical} {q.Speaker?.Mention}] {q.Cue?.Text} | {q.Text}");
        foreach (var t in reading.Titles) output.WriteLine($"{t.Id} {t.Kind} issuer={t.Issuer} author={t.Author} verb={t.Verb} | {t.Text}");
        output.WriteLine(reading.Themes.Topic);
        foreach (var k in reading.Themes.Keyphrases) output.WriteLine($"{k.Score,8:0.00} {k.Text} ({k.Why})");
        foreach (var s in reading.Themes.Sections) output.WriteLine($"{s.Id} {s.Label}: {string.Join(' ', s.Keyphrases.Select(k => k.Text))}");
        Assert.Equal(5, reading.Themes.Sections.Count);
    }

    private static IEnumerable<Variant> Variants()
    {
        var text = Seed.Value.Text;
        yield return Variant.Same(text);
        yield return Variant.Replace("people renamed (3, 2)", text, [("朱治国", "温书豪"), ("屈敏", "邓凯")]);
        yield return Variant.Replace("people renamed (2, 3)", text, [("朱治国", "贺兰"), ("屈敏", "赵雅琴")]);
        yield return Variant.Replace("people renamed (compound)", text, [("朱治国", "欧阳雨桐"), ("屈敏", "方志远")]);
        yield return Variant.Characters("corner marks", text, c => c switch { '“' => '「', '”' => '」', '‘' => '『', '’' => '』', _ => c });
        var traditional = File.ReadAllLines(Repository.File("tests/TextIndex.Text.Tests/Fixtures/seed-traditional.txt"));
        yield return Variant.Characters("traditional", text, c => traditional[0].IndexOf(c) is var at and >= 0 ? traditional[1][at] : c);
        yield return Variant.Characters("traditional, corner marks", text, c => c switch { '“' => '「', '”' => '」', _ => traditional[0].IndexOf(c) is var at and >= 0 ? traditional[1][at] : c });
        yield return Variant.Lines("sections swapped", text, [0, 5, 2, 4, 1, 3]);
        yield return Variant.Characters("numbers changed", text, c => c is >= '1' and <= '9' ? (char)('1' + (c - '1' + 4) % 9) : c);
        yield return Variant.Replace("line ends and indents", text, [("\n", "\r\n　　")]);
    }

    private readonly record struct Scores(int Headings, int Spans, int Classes, int Speakers, int WrongSpeakers, int Cues, int Titles, int Core, int Sections, string Notes);

    private static Scores Measure(Variant variant)
    {
        var gold = Seed.Value.Gold;
        var reading = StudyReader.Read(DocumentReader.Read("seed", variant.Text));
        var notes = new StringBuilder();
        var headings = gold.GetProperty("headings").EnumerateArray().Select(h => (Gold: h, Span: Span(h, "span"))).OrderBy(h => h.Span.Start)
            .Select((h, i) => IsHeading(h.Gold, h.Span, i + 1)).Count(right => right);
        int spans = 0, classes = 0, speakers = 0, wrong = 0, cues = 0, titles = 0;
        foreach (var q in gold.GetProperty("quotes").EnumerateArray())
        {
            var found = reading.Quotations.FirstOrDefault(f => f.Span == Span(q, "span") && f.ContentSpan == Span(q, "contentSpan"));
            if (found is null) continue;
            spans++;
            if (ReadingNames.Of(found.Class) == q.GetProperty("class").GetString()) classes++;
            else notes.Append($"{q.GetProperty("id")}:{found.Class} ");
            var isSpeech = q.GetProperty("class").GetString() == "speech";
            if (q.GetProperty("cue").ValueKind == JsonValueKind.Object && found.Cue?.Span == Span(q.GetProperty("cue"), "span")) cues++;
            if (!isSpeech) { if (found.Speaker is not null && q.GetProperty("speaker").ValueKind == JsonValueKind.Null) wrong++; continue; }
            if (found.Speaker is { } speaker)
            {
                var right = q.GetProperty("speaker");
                if (speaker.Canonical == variant.Rewrite(right.GetProperty("canonical").GetString()!) && speaker.MentionSpan == Span(right, "mentionSpan")) speakers++;
                else wrong++;
            }
        }
        foreach (var t in gold.GetProperty("titles").EnumerateArray())
        {
            var found = reading.Titles.FirstOrDefault(f => f.Span == Span(t, "span") && f.ContentSpan == Span(t, "contentSpan"));
            if (found is not null && found.VerbSpan == Span(t.GetProperty("verb"), "span") && ReadingNames.Of(found.Kind) == t.GetProperty("kind").GetString()
                && found.Issuer == (t.TryGetProperty("issuer", out var issuer) ? variant.Rewrite(issuer.GetString()!) : "")) titles++;
        }
        var themes = gold.GetProperty("themes");
        var core = themes.GetProperty("document").GetProperty("keyphrasesCore").EnumerateArray().Select(k => variant.Rewrite(k.GetString()!)).ToList();
        var shown = reading.Themes.Keyphrases.Select(k => k.Text).ToHashSet();
        Assert.All(reading.Themes.Keyphrases, k => Assert.All(k.Spans, s => Assert.Equal(TextNormalizer.Fold(k.Text), TextNormalizer.Fold(s.In(variant.Text)))));
        notes.Append("missing: " + string.Join(' ', core.Where(k => !shown.Contains(k))));
        var sections = themes.GetProperty("sections").EnumerateArray().Count(s => reading.Themes.Sections.Any(f =>
            f.Keyphrases.Any(k => s.GetProperty("keyphrases").EnumerateArray().Any(g => variant.Rewrite(g.GetString()!) == k.Text))));
        return new Scores(headings, spans, classes, speakers, wrong, cues, titles, core.Count(shown.Contains), sections, notes.ToString());

        TextSpan Span(JsonElement element, string name)
        {
            var pair = element.GetProperty(name);
            return variant.Map(TextSpan.FromBounds(pair[0].GetInt32(), pair[1].GetInt32()));
        }

        bool IsHeading(JsonElement h, TextSpan span, int ordinal)
        {
            var found = reading.Outline.Headings.FirstOrDefault(f => f.Span == span);
            return found is not null && found.Level == h.GetProperty("level").GetInt32() && found.Ordinal == ordinal && ReadingNames.Of(found.Style) == h.GetProperty("style").GetString()
                && found.MarkerSpan == Span(h, "markerSpan") && ReadingNames.Of(found.Form) == h.GetProperty("form").GetString() && found.Terminator == h.GetProperty("terminator").GetString()
                && found.SectionSpan == Span(h, "sectionSpan") && found.BodySpan == Span(h, "bodySpan") && !found.Gap
                && found.Couplet is { } couplet && couplet.FirstSpan == Span(h.GetProperty("couplet").GetProperty("a"), "span")
                && couplet.SecondSpan == Span(h.GetProperty("couplet").GetProperty("b"), "span") && couplet.Syllables == h.GetProperty("couplet").GetProperty("syllables")[0].GetInt32();
        }
    }
}
