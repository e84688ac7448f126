// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Snippets;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Search;

public class FederatedIndexTests
{
    private const int Seed = 20261122;

    private static readonly string[] Queries =
    [
        "学习", "的", "求是", "\"为人民\"", "学习 作风", "学习 OR 人民 OR gdp", "作风 -学习", "学*", "\"学习 作风\"~4", "title:题", "学习^3 OR 作风", "\"习作\"", "grade:2..4", "学习 grade:1", "\"学\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Several_indexes_answer_as_one_to_the_last_bit(int parts)
    {
        for (var round = 0; round < 6; round++)
        {
            var random = new Random(Seed + round);
            var options = new SearchIndexOptions { Columns = [new Column("grade", ColumnKind.Integer)] };
            var whole = SearchIndex.InMemory(options);
            var several = Enumerable.Range(0, parts).Select(_ => SearchIndex.InMemory(options)).ToList();
            for (var i = 0; i < 120; i++)
            {
                var document = RandomDocument(random, i);
                whole.Add(document);
                several[random.Next(parts)].Add(document);
                if (random.Next(30) == 0) whole.Commit();
                if (random.Next(30) == 0) several[random.Next(parts)].Commit();
            }
            for (var i = random.Next(20); i < 120; i += random.Next(1, 20))
                foreach (var index in several.Append(whole)) index.Delete($"k{i:D3}");
            foreach (var index in several.Append(whole)) index.Commit();
            using var one = whole;
            using var federated = new FederatedIndex(several);
            Assert.Equal(one.Count, federated.Count);
            foreach (var query in Queries)
            {
                foreach (var search in new SearchOptions[] { new(), new() { Limit = 0 }, new() { Limit = 5, Offset = 3, Sort = HitSort.Date }, new() { SortColumn = "grade", Descending = true }, new() { Words = WordMatching.Any, TitleBoost = 2 } })
                {
                    var (expected, found) = (one.Search(query, search), federated.Search(query, search));
                    var where = $"seed {Seed + round}, {parts} parts, {query}, {search}";
                    Assert.True(expected.Total == found.Total, where);
                    Assert.True(expected.Hits.Select(Shown).SequenceEqual(found.Hits.Select(Shown)), where);
                    Assert.Equal(expected.Next?.ToString(), WithoutPart(found.Next));
                }
                Assert.Equal(one.CountOccurrences(query, SearchOptions.Default), federated.CountOccurrences(query, SearchOptions.Default));
                Assert.Equal(one.Concordance(query, ConcordanceOptions.Default).Lines, federated.Concordance(query, ConcordanceOptions.Default).Lines);
                var key = one.Search(query).Hits.FirstOrDefault()?.Key ?? "k000";
                if (one.TryGet(key, out _)) Assert.Equal(one.Explain(query, key, SearchOptions.Default).ToString(), federated.Explain(query, key, SearchOptions.Default).ToString());
            }
        }
    }

    [Fact]
    public void A_key_that_stands_in_two_parts_is_given_twice_and_prefixes_tell_which()
    {
        using var federated = new FederatedIndex([Of("a", "学习"), Of("a", "学习")], ["甲/", "乙/"]);
        Assert.Equal(["乙/a", "甲/a"], federated.Search("学习").Hits.Select(hit => hit.Key));
        Assert.True(federated.TryGet("甲/a", out var document));
        Assert.Equal("甲/a", document.Key);
        Assert.Equal(["乙/a", "甲/a"], federated.Concordance("学习", ConcordanceOptions.Default).Lines.Select(line => line.Key));
        using var plain = new FederatedIndex([Of("a", "学习"), Of("a", "学习")]);
        var first = plain.Search("学习", new SearchOptions { Limit = 1 });
        var second = plain.Search("学习", new SearchOptions { Limit = 1, After = first.Next });
        Assert.Equal((1, 1, 2), (first.Hits.Count, second.Hits.Count, second.Total));
        Assert.Empty(plain.Search("学习", new SearchOptions { Limit = 1, After = second.Next }).Hits);
    }

    [Fact]
    public void Folders_are_opened_and_refreshed_and_a_part_in_another_dictionary_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var writer = SearchIndex.Open(folder.Full("a"));
        SearchIndex.Open(folder.Full("b")).Dispose();
        using (var federated = FederatedIndex.Open([folder.Full("a"), folder.Full("b")]))
        {
            using var held = federated.OpenSnapshot();
            writer.Add(DocumentReader.Read("k", "学习"));
            writer.Commit();
            Assert.Equal(0, federated.Search("学习").Total);
            Assert.True(federated.Refresh());
            Assert.Equal((1, 0), (federated.Search("学习").Total, held.Search("学习").Total));
            federated.Dispose();
            Assert.Equal(0, held.Search("学习").Total);
            Assert.Throws<ObjectDisposedException>(() => federated.Search("学习"));
        }
        var other = WordDictionary.Default.WithWords(new StringReader("枫桥经验 5 n\n"), "words");
        Assert.Throws<IndexVersionException>(() => new FederatedIndex([Of("a", "学习"), SearchIndex.InMemory(new SearchIndexOptions { Dictionary = other })]));
        Assert.Throws<DirectoryNotFoundException>(() => FederatedIndex.Open([folder.Full("a"), folder.Full("none")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FederatedIndex([]));
    }

    // The place of a part in the list is of no meaning to one index.
    private static string? WithoutPart(SearchCursor? cursor) =>
        cursor is null ? null : new SearchCursor(cursor.Sort, cursor.SortColumn, cursor.Descending, cursor.Document with { Part = 0 }).ToString();

    private static string Shown(Hit hit) =>
        $"{hit.Key} {BitConverter.DoubleToInt64Bits(hit.Score):x} {hit.Title} {hit.Date} {hit.Snippet.Text} {string.Join(' ', hit.Matches)} {string.Join(' ', hit.Columns)}";

    private static SearchIndex Of(string key, string text)
    {
        var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read(key, text));
        index.Commit();
        return index;
    }

    private static Document RandomDocument(Random random, int i)
    {
        string[] parts = ["学习", "作风", "实事求是", "为人民服务", "，", "干部", " gdp ", "的", "求是", "\n\n", "人民", "學習"];
        var body = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)]));
        var document = DocumentReader.Read($"k{i:D3}", $"---\ntitle: 题{parts[random.Next(3)]}\ndate: 202{random.Next(4)}-01-01\n---\n{body}");
        return random.Next(3) == 0 ? document : document.WithColumn("grade", random.Next(6));
    }
}
