// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Snippets;

public class SnippetTests
{
    [Fact]
    public void A_snippet_is_a_passage_of_the_source_on_random_texts_and_lengths()
    {
        const int seed = 5;
        var random = new Random(seed);
        for (var draw = 0; draw < 200; draw++)
        {
            var document = DocumentReader.Read("a", RandomText.Next(random, random.Next(1, 200)));
            using var index = SearchIndex.InMemory();
            index.Add(document);
            index.Commit();
            foreach (var hit in index.Search("学习 OR 哈哈 OR \"。\" OR gdp OR 😀", new SearchOptions { SnippetLength = random.Next(1, 120), MatchLimit = 3 }).Hits)
            {
                Assert.Equal(hit.Snippet.Span.In(document.Text), hit.Snippet.Text);
                Assert.NotEmpty(hit.Snippet.Highlights);
                Assert.Equal(document.Text[..hit.Snippet.Span.Start].Trim().Length == 0, hit.Snippet.IsAtStart);
                Assert.Equal(document.Text[hit.Snippet.Span.End..].Trim().Length == 0, hit.Snippet.IsAtEnd);
                Assert.True(hit.Matches.Count <= 3);
                Assert.False(char.IsLowSurrogate(hit.Snippet.Text[0]) && hit.Snippet.Span.Start > 0 && char.IsHighSurrogate(document.Text[hit.Snippet.Span.Start - 1]), $"seed {seed}, draw {draw}");
            }
        }
    }

    [Fact]
    public void A_snippet_shows_the_passage_with_most_matches()
    {
        var text = "开头说学习。" + new string('一', 300) + "学习，学习，再学习。" + new string('二', 300);
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", text));
        index.Commit();
        var snippet = Assert.Single(index.Search("学习", new SearchOptions { SnippetLength = 40 }).Hits).Snippet;
        Assert.Equal(3, snippet.Highlights.Count);
        Assert.InRange(snippet.Text.Length, 30, 50);
    }

    [Fact]
    public void A_snippet_is_of_the_title_or_of_the_body_and_never_runs_from_one_to_the_other()
    {
        var body = new string('一', 200) + "学习，学习。" + new string('二', 200);
        using var index = SearchIndex.InMemory();
        index.Add(Document.Create("a", body, "学习的方法"));
        index.Add(Document.Create("b", new string('一', 10) + "，学习。", "学习"));
        index.Add(Document.Create("c", "作风。", "论学习"));
        index.Commit();
        var snippets = index.Search("学习", new SearchOptions { SnippetLength = 40, Sort = HitSort.Path }).Hits.Select(hit => hit.Snippet).ToList();
        Assert.Equal(2, snippets[0].Highlights.Count);
        Assert.InRange(snippets[0].Text.Length, 30, 50);
        Assert.Equal(["学习", "论学习"], snippets[1..].Select(snippet => snippet.Text));
    }

    [Fact]
    public void A_place_longer_than_the_snippet_does_not_hide_the_others()
    {
        using var index = SearchIndex.InMemory();
        var text = new string('一', 100) + "学习，学习" + new string('二', 100);
        index.Add(DocumentReader.Read("a", text));
        index.Commit();
        var snippet = Assert.Single(index.Search($"\"{text}\" OR 学习", new SearchOptions { SnippetLength = 20 }).Hits).Snippet;
        Assert.Equal(2, snippet.Highlights.Count);
    }

    [Fact]
    public void A_concordance_lists_every_occurrence_overlapping_ones_too()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("b", "哈哈哈"));
        index.Add(DocumentReader.Read("a", "😀甲哈哈乙😀"));
        index.Commit();
        var lines = index.Concordance("哈哈", new ConcordanceOptions { Width = 2 }).Lines;
        Assert.Equal([("a", "甲", "哈哈", "乙"), ("b", "", "哈哈", "哈"), ("b", "哈", "哈哈", "")], lines.Select(l => (l.Key, l.Left, l.Match, l.Right)));
        Assert.Equal(3, index.Concordance("哈哈", new ConcordanceOptions { Limit = 1 }).Total);
    }

    [Fact]
    public void A_concordance_of_few_lines_gives_the_first_of_all_and_holds_no_others()
    {
        using var index = SearchIndex.InMemory();
        foreach (var key in (string[])["c", "a", "b"]) index.Add(DocumentReader.Read(key, string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)('一' + i % 977) + "学习"))));
        index.Commit();
        foreach (var sort in Enum.GetValues<ConcordanceSort>())
        {
            var all = index.Concordance("学习", new ConcordanceOptions { Sort = sort });
            var few = index.Concordance("学习", new ConcordanceOptions { Sort = sort, Limit = 7 });
            Assert.Equal(all.Lines.Take(7), few.Lines);
            Assert.Equal((60_000, 60_000), (all.Total, few.Total));
        }
    }

    [Fact]
    public void A_concordance_sorts_by_what_stands_beside_the_match()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "乙学习丙，甲学习丁。丙学习甲"));
        index.Commit();
        string Sorted(ConcordanceSort sort) => string.Concat(index.Concordance("学习", new ConcordanceOptions { Width = 1, Sort = sort }).Lines.Select(l => l.Left));
        Assert.Equal("乙甲丙", Sorted(ConcordanceSort.Path));
        Assert.Equal("丙乙甲", Sorted(ConcordanceSort.Left));
        Assert.Equal("甲乙丙", Sorted(ConcordanceSort.Right));
    }
}
