// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Figures;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction.Figures;

/// <summary>Measures figures and dates on labelled text: span for span, as docs/labels.md says.</summary>
public class FigureLabelsTests(ITestOutputHelper output)
{
    [Fact]
    public void Figures_and_dates_of_our_own_texts_are_found()
    {
        var figures = new Count();
        var dates = new Count();
        foreach (var label in Labels("figures.jsonl"))
        {
            var document = DocumentReader.Read(label.GetProperty("file").GetString()!, SourceText.Decode(File.ReadAllBytes(Repository.File("corpora/" + label.GetProperty("file").GetString()))).Text);
            var found = DateExtractor.Extract(document);
            Score(figures, FigureExtractor.Extract(document).Select(f => f.Span), label, "figures", "optionalFigures", document.Text);
            Score(dates, found.Select(d => d.Span), label, "dates", "", document.Text);
            Assert.Equal(label.GetProperty("dateValues").EnumerateArray().Select(v => v.GetString() ?? ""), found.Select(d => d.Value));
        }
        output.WriteLine($"figures {figures}\ndates {dates}");
        Assert.True(figures.F1 >= 0.95, figures.ToString());
        Assert.True(dates.F1 >= 0.98, dates.ToString());
    }

    [CorporaFact]
    public void Figures_and_dates_of_sampled_sentences_are_found()
    {
        var labels = Labels("figures-sampled.jsonl").ToList();
        var texts = CorporaTexts.Read(labels.Select(label => (label.GetProperty("corpus").GetString()!, label.GetProperty("id").ToString())).ToHashSet());
        var figures = new SortedDictionary<string, Count>(StringComparer.Ordinal);
        var dates = new Count();
        foreach (var label in labels)
        {
            var text = texts[(label.GetProperty("corpus").GetString()!, label.GetProperty("id").ToString())];
            var sentence = Span(label.GetProperty("span"));
            // The sentence alone: what stands around it was not labelled.
            var document = Document.Create("sentence", sentence.In(text), "");
            foreach (var group in new[] { label.GetProperty("part").GetString()!, "source " + label.GetProperty("source").GetString() })
            {
                if (!figures.TryGetValue(group, out var count)) figures.Add(group, count = new Count());
                Score(count, FigureExtractor.Extract(document).Select(f => f.Span), label, "figures", "optionalFigures", document.Text, sentence.Start);
            }
            Score(dates, DateExtractor.Extract(document).Select(d => d.Span), label, "dates", "optionalDates", document.Text, sentence.Start);
        }
        foreach (var (name, count) in figures) output.WriteLine($"figures, {name}: {count}");
        output.WriteLine($"dates: {dates}");
        Assert.All(figures.Where(group => !group.Key.StartsWith("source", StringComparison.Ordinal)), group => Assert.True(group.Value.F1 >= 0.93, $"{group.Key}: {group.Value}"));
        Assert.True(dates.F1 >= 0.95, dates.ToString());
    }

    private sealed class Count
    {
        public int Right { get; set; }

        public List<string> Wrong { get; } = [];

        public List<string> Missed { get; } = [];

        public double F1 => 2.0 * Right / Math.Max(1, 2 * Right + Wrong.Count + Missed.Count);

        public override string ToString() => $"F1 {F1:0.000} ({Right} right, wrong: {string.Join(' ', Wrong)}, missed: {string.Join(' ', Missed)})";
    }

    // A label is a list of spans that are all right; what overlaps an optional one is not counted.
    private static void Score(Count count, IEnumerable<TextSpan> found, JsonElement label, string required, string optional, string text, int offset = 0)
    {
        var labels = label.GetProperty(required).EnumerateArray().Select(l => l.EnumerateArray().Select(Span).ToList()).ToList();
        var free = optional.Length == 0 ? [] : label.GetProperty(optional).EnumerateArray().SelectMany(l => l.EnumerateArray().Select(Span)).ToList();
        var hit = new HashSet<int>();
        foreach (var span in found.Select(s => new TextSpan(s.Start + offset, s.Length)))
        {
            var at = labels.FindIndex(l => l.Contains(span));
            if (at >= 0) hit.Add(at);
            else if (!free.Any(f => f.Overlaps(span))) count.Wrong.Add(new TextSpan(span.Start - offset, span.Length).In(text));
        }
        count.Right += hit.Count;
        for (var i = 0; i < labels.Count; i++)
            if (!hit.Contains(i)) count.Missed.Add(new TextSpan(labels[i][0].Start - offset, labels[i][0].Length).In(text));
    }

    private static TextSpan Span(JsonElement pair) => TextSpan.FromBounds(pair[0].GetInt32(), pair[1].GetInt32());

    private static IEnumerable<JsonElement> Labels(string name) =>
        File.ReadLines(Repository.File("corpora/labels/facts/" + name)).Select(line => JsonDocument.Parse(line).RootElement);
}
