// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Lac.Tests;

/// <summary>The names of the labelled sentences (Fixtures/README.md), each found in its whole document.</summary>
public class LabelledNamesTests(ITestOutputHelper output)
{
    private sealed record Labelled(string Corpus, string Id, int Start, int End, bool Held, bool Looked, HashSet<(int Start, int End, string Tag)> Names);

    [CorporaFact]
    public void Names_of_the_sentences_that_were_looked_at() => Measure(Read("names.jsonl").Where(line => !line.Held));

    [CorporaFact]
    public void Names_of_the_sentences_that_were_held_out() => Measure(Read("names.jsonl").Where(line => line.Held));

    [CorporaFact]
    public void Names_of_the_sentences_that_no_rule_was_made_from() => Measure(Read("fresh-names.jsonl"));

    private void Measure(IEnumerable<Labelled> lines)
    {
        var labelled = lines.ToList();
        var texts = Texts(labelled);
        output.WriteLine($"{labelled.Count} sentences");
        if (Repository.Slow) Count("rules", labelled, text => Extracted(text, null));
        var joined = Count("rules and model", labelled, text => Extracted(text, LacModel.Default));
        Assert.True(F1(joined, "PER") >= 0.90 && F1(joined, "LOC") >= 0.85 && F1(joined, "ORG") >= 0.80);

        Dictionary<string, (int Right, int Wrong, int Missing)> Count(string what, List<Labelled> labelled, Func<string, IEnumerable<(TextSpan Span, string Tag)>> find)
        {
            var found = texts.ToDictionary(text => text.Key, text => find(text.Value).ToList());
            var counts = new Dictionary<string, (int Right, int Wrong, int Missing)> { ["PER"] = default, ["LOC"] = default, ["ORG"] = default };
            foreach (var line in labelled)
            {
                var names = found[line.Id].Where(name => name.Span.Start >= line.Start && name.Span.End <= line.End)
                    .Select(name => (Start: name.Span.Start - line.Start, End: name.Span.End - line.Start, name.Tag)).ToHashSet();
                Compare(line, names, texts[line.Id][line.Start..line.End], counts, what);
            }
            foreach (var tag in counts.Keys) output.WriteLine($"{what}, {tag}: {counts[tag].Right} right, {counts[tag].Wrong} wrong, {counts[tag].Missing} missing, F1 {F1(counts, tag):F3}");
            return counts;
        }
    }

    // TEXTINDEX_SLOW shows what is wrong, of the part that may be looked at.
    private void Compare(Labelled line, HashSet<(int Start, int End, string Tag)> found, string text, Dictionary<string, (int Right, int Wrong, int Missing)> counts, string what)
    {
        var optional = line.Names.Where(name => name.Tag == "?").ToList();
        var wanted = line.Names.Where(name => name.Tag != "?").ToHashSet();
        foreach (var name in found)
            if (wanted.Contains(name)) Add(name, 1, 0, 0);
            // A place inside the name of an organisation is neither asked for nor wrong.
            else if (!optional.Exists(one => one.Start == name.Start && one.End == name.End) && !found.Any(other => other.Tag == "ORG" && other != name && other.Start <= name.Start && other.End >= name.End)) Add(name, 0, 1, 0);
        // A wanted name is not asked for where an optional reading around it was found instead.
        foreach (var name in wanted.Except(found))
            if (!optional.Exists(one => one.Start <= name.Start && one.End >= name.End && found.Any(other => other.Start == one.Start && other.End == one.End))) Add(name, 0, 0, 1);

        void Add((int Start, int End, string Tag) name, int right, int wrong, int missing)
        {
            var (r, w, m) = counts[name.Tag];
            counts[name.Tag] = (r + right, w + wrong, m + missing);
            if (right == 0 && line.Looked && Repository.Slow) output.WriteLine($"{what} {(wrong > 0 ? "wrong" : "missing")} {text[name.Start..name.End]}/{name.Tag} in {text}");
        }
    }

    private static double F1(Dictionary<string, (int Right, int Wrong, int Missing)> counts, string tag) => 2.0 * counts[tag].Right / (2 * counts[tag].Right + counts[tag].Wrong + counts[tag].Missing);

    private static IEnumerable<(TextSpan Span, string Tag)> Extracted(string text, ILexicalModel? model) =>
        from entity in NameExtractor.Extract(DocumentReader.Read("a.txt", text), new NameOptions { Model = model })
        from mention in entity.Mentions
        select (mention, ReadingNames.Of(entity.Type));

    private static IEnumerable<Labelled> Read(string fixture)
    {
        foreach (var line in File.ReadLines(Repository.File("tests/TextIndex.Lac.Tests/Fixtures/" + fixture)))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new Labelled(root.GetProperty("corpus").GetString()!, root.GetProperty("id").GetString()!, root.GetProperty("span")[0].GetInt32(), root.GetProperty("span")[1].GetInt32(),
                root.TryGetProperty("held", out var held) && held.GetBoolean(), root.TryGetProperty("held", out var open) && !open.GetBoolean(), [.. root.GetProperty("names").EnumerateArray().Select(name => (name[0].GetInt32(), name[1].GetInt32(), name[2].GetString()!))]);
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
