// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Extraction;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Lac.Tests;

/// <summary>The names of the labelled sentences (Fixtures/README.md), each found in its whole document.</summary>
public class LabelledNamesTests(ITestOutputHelper output)
{
    private sealed record Labelled(string Corpus, string Id, int Start, int End, bool Held, HashSet<(int Start, int End, string Tag)> Names);

    [CorporaFact]
    public void Names_of_the_sentences_that_were_looked_at() => Measure(held: false, 0.90, 0.85, 0.80);

    [CorporaFact]
    public void Names_of_the_sentences_that_were_held_out() => Measure(held: true, 0.90, 0.85, 0.80);

    private void Measure(bool held, double person, double place, double organisation)
    {
        var labelled = Read().Where(line => line.Held == held).ToList();
        var texts = Texts(labelled);
        var counts = new Dictionary<string, (int Right, int Wrong, int Missing)> { ["PER"] = default, ["LOC"] = default, ["ORG"] = default };
        foreach (var line in labelled)
        {
            var found = ModelNames.Find(texts[line.Id], LacModel.Default).Where(name => name.Span.Start >= line.Start && name.Span.End <= line.End)
                .Select(name => (Start: name.Span.Start - line.Start, End: name.Span.End - line.Start, name.Tag)).ToHashSet();
            var optional = line.Names.Where(name => name.Tag == "?").ToList();
            var wanted = line.Names.Where(name => name.Tag != "?").ToHashSet();
            foreach (var name in found)
                if (wanted.Contains(name)) Count(name.Tag, (1, 0, 0));
                else if (!optional.Exists(one => one.Start == name.Start && one.End == name.End)) Count(name.Tag, (0, 1, 0));
            // A wanted name is not asked for where an optional reading around it was found instead.
            foreach (var name in wanted.Except(found))
                if (!optional.Exists(one => one.Start <= name.Start && one.End >= name.End && found.Any(other => other.Start == one.Start && other.End == one.End))) Count(name.Tag, (0, 0, 1));
        }
        foreach (var (tag, (right, wrong, missing)) in counts) output.WriteLine($"{tag}: {right} right, {wrong} wrong, {missing} missing, F1 {F1(tag):F3}");
        output.WriteLine($"{labelled.Count} sentences");
        Assert.True(F1("PER") >= person && F1("LOC") >= place && F1("ORG") >= organisation, string.Join(' ', counts.Keys.Select(tag => $"{tag} {F1(tag):F3}")));

        void Count(string tag, (int Right, int Wrong, int Missing) more) => counts[tag] = (counts[tag].Right + more.Right, counts[tag].Wrong + more.Wrong, counts[tag].Missing + more.Missing);

        double F1(string tag) => 2.0 * counts[tag].Right / (2 * counts[tag].Right + counts[tag].Wrong + counts[tag].Missing);
    }

    private static IEnumerable<Labelled> Read()
    {
        foreach (var line in File.ReadLines(Repository.File("tests/TextIndex.Lac.Tests/Fixtures/names.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new Labelled(root.GetProperty("corpus").GetString()!, root.GetProperty("id").GetString()!, root.GetProperty("span")[0].GetInt32(), root.GetProperty("span")[1].GetInt32(),
                root.GetProperty("held").GetBoolean(), [.. root.GetProperty("names").EnumerateArray().Select(name => (name[0].GetInt32(), name[1].GetInt32(), name[2].GetString()!))]);
        }
    }

    private static Dictionary<string, string> Texts(List<Labelled> labelled)
    {
        var texts = new Dictionary<string, string>();
        foreach (var corpus in labelled.GroupBy(line => line.Corpus))
        {
            var wanted = corpus.Select(line => line.Id).ToHashSet();
            using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Corpora, corpus.Key + ".jsonl.gz")), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                // The id stands first: most lines need no parsing.
                var start = line.IndexOf("\"id\"", StringComparison.Ordinal) + 4;
                var open = line.IndexOf('"', start) + 1;
                if (!wanted.Contains(line[open..line.IndexOf('"', open)])) continue;
                using var json = JsonDocument.Parse(line);
                texts[json.RootElement.GetProperty("id").GetString()!] = json.RootElement.GetProperty("text").GetString()!;
            }
        }
        return texts;
    }
}
