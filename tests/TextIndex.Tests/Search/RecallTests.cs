// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Search;

/// <summary>The law: every substring of a source that has no barrier inside and no white space at its ends, given as a literal, finds its own place; and a literal answers exactly what a scan answers.</summary>
public class RecallTests
{
    private const int Seed = 20261122;
    private static int Draws => Repository.Slow ? 60_000 : 6_000;

    [Fact]
    public void Every_substring_of_a_source_finds_its_own_place_and_all_places_of_a_scan()
    {
        var random = new Random(Seed);
        var drawn = 0;
        while (drawn < Draws)
        {
            var documents = RandomCollection(random, 25);
            using var index = Build(documents, random);
            var oracle = new Oracle(documents);
            for (var draw = 0; draw < 300; draw++)
            {
                var document = documents[random.Next(documents.Count)];
                var start = random.Next(document.Text.Length);
                var end = Math.Min(document.Text.Length, start + 1 + random.Next(random.Next(3) == 0 ? 30 : 6));
                if (!RandomText.IsWholeLiteral(document.Text, start, end)) continue;
                drawn++;
                var literal = document.Text[start..end];
                var lines = index.Concordance(literal, new ConcordanceOptions { Literal = true }).Lines;
                var found = lines.Select(line => (line.Key, line.Span)).ToList();
                var where = $"seed {Seed}, draw {drawn}: \"{Escape(literal)}\" of {document.Key} \"{Escape(document.Text)}\"";
                Assert.True(found.Contains((document.Key, TextSpan.FromBounds(start, end))), where);
                Assert.True(found.SequenceEqual(oracle.Places(literal)), where);
                Assert.All(lines, line => Assert.Equal(documents.First(d => d.Key == line.Key).Text.Substring(line.Span.Start, line.Span.Length), line.Match));
            }
        }
    }

    [Fact]
    public void An_exact_literal_answers_what_a_scan_of_the_source_answers()
    {
        var random = new Random(Seed + 1);
        var documents = RandomCollection(random, 40);
        using var index = Build(documents, random);
        for (var draw = 0; draw < 400; draw++)
        {
            var document = documents[random.Next(documents.Count)];
            var start = random.Next(document.Text.Length);
            var end = Math.Min(document.Text.Length, start + 1 + random.Next(8));
            if (!RandomText.IsWholeLiteral(document.Text, start, end)) continue;
            var literal = document.Text[start..end];
            var found = index.Concordance(literal, new ConcordanceOptions { Literal = true, Exact = true }).Lines.Select(line => (line.Key, line.Span));
            Assert.Equal(ScanExactly(documents, literal), found);
        }
    }

    [Fact]
    public void Punctuation_left_out_on_both_sides_still_finds_the_place()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "他说：“实事、求是”，很好。"));
        index.Add(DocumentReader.Read("b", "实事求是很好"));
        index.Add(DocumentReader.Read("c", "实事的求是"));
        index.Commit();
        var lines = index.Concordance("实事求是，很好", new ConcordanceOptions { Literal = true, IgnorePunctuation = true }).Lines;
        Assert.Equal(["实事、求是”，很好", "实事求是很好"], lines.Select(line => line.Match));
    }

    [Theory]
    [InlineData("甲（ 学习 ）乙", "（ 学习 ）", "学习")]
    [InlineData("see - AB - there", "- AB -", "AB")]
    [InlineData("see AB", "- AB", "AB")]
    public void White_space_beside_punctuation_left_out_is_left_out_as_well(string text, string literal, string found)
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", text));
        index.Commit();
        foreach (var exact in (bool[])[false, true])
            Assert.Equal(found, Assert.Single(index.Concordance(literal, new ConcordanceOptions { Literal = true, IgnorePunctuation = true, Exact = exact }).Lines).Match);
    }

    private static List<(string, TextSpan)> ScanExactly(List<Document> documents, string literal)
    {
        var places = new List<(string, TextSpan)>();
        foreach (var document in documents.OrderBy(d => d.Key, StringComparer.Ordinal))
            for (var at = document.Text.IndexOf(literal, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(literal, at + 1, StringComparison.Ordinal))
                if (RandomText.IsWholeLiteral(document.Text, at, at + literal.Length)) places.Add((document.Key, new TextSpan(at, literal.Length)));
        return places;
    }

    private static List<Document> RandomCollection(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => DocumentReader.Read($"d{i:D3}", RandomText.Next(random, random.Next(1, 120))))];

    // Several index segments, replaced documents and deleted ones, so that ids of the parts do not run on.
    internal static SearchIndex Build(IReadOnlyList<Document> documents, Random random)
    {
        var index = SearchIndex.InMemory();
        foreach (var document in documents)
        {
            if (random.Next(5) == 0) index.Add(DocumentReader.Read(document.Key, "旧的正文，要被换掉。学习学习。"));
            if (random.Next(6) == 0) index.Add(DocumentReader.Read("gone", "被删掉的：实事求是。"));
            if (random.Next(8) == 0) index.Commit();
            index.Add(document);
        }
        index.Delete("gone");
        index.Commit();
        return index;
    }

    private static string Escape(string text) => string.Concat(text.Select(c => c < 32 || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString()));
}
