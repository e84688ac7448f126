// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Search;

public class RankingTests
{
    private const int Seed = 42;

    private static readonly string[] Words = ["学习", "实事求是", "为人民服务", "求是", "人民", "干部", "作风", "服务", "学习习近平", "党员干部", "gdp", "C++", "2023", "党", "的", "哈哈", "破零工程", "经济发展"];

    [Fact]
    public void Ranking_equals_a_brute_force_oracle_on_random_collections()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 12; round++)
        {
            var documents = Enumerable.Range(0, 60).Select(i => RandomDocument(random, i)).ToList();
            using var index = RecallTests.Build(documents, random);
            var oracle = new Oracle(documents);
            for (var draw = 0; draw < 40; draw++)
            {
                var (query, node) = RandomQuery(random, oracle);
                var expected = oracle.Rank(node);
                var result = index.Search(query, new SearchOptions { Limit = 0 });
                var where = $"seed {Seed}, round {round}, draw {draw}: {query}";
                Assert.True(expected.Count == result.Total, where);
                // Equal scores may differ in the last bit between the two sums, which would swap neighbours: compare as key → score, then the order of the index itself.
                var scores = expected.ToDictionary(hit => hit.Key, hit => hit.Score);
                foreach (var hit in result.Hits) Assert.True(Math.Abs(scores[hit.Key] - hit.Score) < 1e-9, $"{where}: {hit.Key} {hit.Score} expected {scores[hit.Key]}");
                for (var i = 1; i < result.Hits.Count; i++)
                {
                    var (before, after) = (result.Hits[i - 1], result.Hits[i]);
                    Assert.True(before.Score > after.Score || before.Score == after.Score && string.CompareOrdinal(before.Key, after.Key) < 0, where);
                }
                var top = index.Search(query, new SearchOptions { Limit = 7 });
                Assert.Equal(result.Hits.Take(7).Select(hit => hit.Key), top.Hits.Select(hit => hit.Key));
                Assert.Equal(result.Total, top.Total);
                var page = index.Search(query, new SearchOptions { Limit = 5, Offset = 3 });
                Assert.Equal(result.Hits.Skip(3).Take(5).Select(hit => hit.Key), page.Hits.Select(hit => hit.Key));
            }
        }
    }

    [Fact]
    public void A_hit_shows_its_places_in_the_source_text()
    {
        using var index = SearchIndex.InMemory();
        var document = DocumentReader.Read("a.txt", "關於學習的通知\n\n要堅持實事求是，\n力戒空談。實事求\n是是作風。");
        index.Add(document);
        index.Commit();
        var hit = Assert.Single(index.Search("实事求是").Hits);
        Assert.Equal(["實事求是", "實事求\n是"], hit.Matches.Select(match => match.In(document.Text)));
        Assert.Equal(hit.Snippet.Span.In(document.Text), hit.Snippet.Text);
        Assert.All(hit.Snippet.Highlights, highlight => Assert.True(hit.Snippet.Span.Contains(highlight)));
    }

    [Fact]
    public void Filters_keep_dates_and_sources()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "---\ntitle: 甲\ndate: 2022-03-01\nsource: 人民日報\n---\n学习"));
        index.Add(DocumentReader.Read("b", "---\ntitle: 乙\ndate: 2023-07-20\nsource: 青山日报\n---\n学习"));
        index.Add(DocumentReader.Read("c", "学习，没有日期。"));
        index.Commit();
        string[] Keys(string query, SearchOptions options) => [.. index.Search(query, options).Hits.Select(hit => hit.Key)];
        Assert.Equal(["a"], Keys("学习 source:人民日报", SearchOptions.Default));
        Assert.Equal(["b"], Keys("学习 date:2023", SearchOptions.Default));
        Assert.Equal(["a", "b"], Keys("学习 date:2022..2023-07-20", new SearchOptions { Sort = HitSort.Path }));
        Assert.Equal(["b", "a", "c"], Keys("学习", new SearchOptions { Sort = HitSort.Date }));
        Assert.Equal(["a"], Keys("学习", new SearchOptions { To = new DateOnly(2022, 12, 31) }));
        Assert.Equal(["b"], Keys("学习", new SearchOptions { Source = "青山日报" }));
        Assert.Equal(["a"], Keys("title:甲", SearchOptions.Default));
        Assert.Empty(Keys("title:学习", SearchOptions.Default));
    }

    [Fact]
    public void Near_counts_word_positions_in_any_order()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "同志们要学习"));
        index.Add(DocumentReader.Read("b", "学习是一件很重要的大事，每一位同志都要认真对待"));
        index.Commit();
        Assert.Equal(["a"], index.Search("\"学习 同志\"~3").Hits.Select(hit => hit.Key));
        Assert.Equal(2, index.Search("\"学习 同志\"~30").Total);
        index.Add(DocumentReader.Read("c", "上一段说学习\n\n同志在下一段"));
        index.Commit();
        Assert.Equal(2, index.Search("\"学习 同志\"~30").Total);
    }

    [Fact]
    public void Near_asks_for_as_many_places_as_the_word_is_written()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "学习使人进步"));
        index.Add(DocumentReader.Read("b", "要学习，要再学习"));
        index.Add(DocumentReader.Read("c", "学习，學習，学习"));
        index.Add(DocumentReader.Read("d", "学习\n\n学习"));
        index.Commit();
        string[] Keys(string query) => [.. index.Search(query, new SearchOptions { Sort = HitSort.Path }).Hits.Select(hit => hit.Key)];
        Assert.Equal(["b", "c"], Keys("\"学习 学习\"~5"));
        Assert.Equal(["b", "c"], Keys("\"学习 學習\"~5"));
        Assert.Equal(["b", "c"], Keys("\"学习学习\"~5"));
        Assert.Equal(["c"], Keys("\"学习 学习 学习\"~5"));
        Assert.Equal(["c"], Keys("\"学习 学习\"~0"));
        Assert.Equal([new TextSpan(1, 2), new TextSpan(6, 2)], index.Search("\"学习 学习\"~5").Hits.Single(hit => hit.Key == "b").Matches);
        Assert.Equal(["b"], Keys("\"学习 要 学习\"~5"));
        Assert.False(index.Explain("\"学习 学习\"~5", "a", SearchOptions.Default).Matches);
    }

    private static Document RandomDocument(Random random, int i)
    {
        string Draw(int parts) => string.Concat(Enumerable.Range(0, parts).Select(_ => random.Next(4) == 0 ? RandomText.Next(random, 2) : Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]));
        var body = Draw(random.Next(1, 60));
        return random.Next(3) == 0
            ? DocumentReader.Read($"k{i:D2}", $"---\ntitle: 题{Draw(3).ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\u3000', ' ').Replace('\u2028', ' ')}\n---\n{body}")
            : DocumentReader.Read($"k{i:D2}", body);
    }

    private static (string, Oracle.Node) RandomQuery(Random random, Oracle oracle)
    {
        (string, Oracle.Node) Leaf()
        {
            var word = Words[random.Next(Words.Length)];
            return random.Next(5) switch
            {
                0 => ($"\"{word}\"", oracle.Literal(word)),
                1 => ($"title:\"{word}\"", oracle.Literal(word, false, 0)),
                2 => ($"{word[..1]}*", oracle.Prefix(word[..1])),
                3 => ("\"人民服\"", oracle.Literal("人民服")),
                _ => word is "gdp" or "2023" ? (word, oracle.Literal(word, wholeWords: true))
                    : word is "学习" or "实事求是" or "人民" or "干部" or "党" or "的" or "服务" ? (word, oracle.Literal(word)) : ($"\"{word}\"", oracle.Literal(word)),
            };
        }
        var (a, b, c) = (Leaf(), Leaf(), Leaf());
        return random.Next(6) switch
        {
            0 => a,
            1 => ($"{a.Item1} {b.Item1}", oracle.All(a.Item2, b.Item2)),
            2 => ($"{a.Item1} OR {b.Item1}", oracle.Any(a.Item2, b.Item2)),
            3 => ($"{a.Item1} -{b.Item1}", oracle.Except(a.Item2, b.Item2)),
            4 => ($"({a.Item1} OR {b.Item1}) AND {c.Item1}", oracle.All(oracle.Any(a.Item2, b.Item2), c.Item2)),
            _ => ($"{a.Item1} NOT ({b.Item1} {c.Item1})", oracle.Except(a.Item2, oracle.All(b.Item2, c.Item2))),
        };
    }
}
