// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Tests.Search;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Durability;

/// <summary>A drawn life of an index on disk beside a dictionary in memory: whatever was done, every kind of query answers as brute force over the dictionary.</summary>
public sealed class ModelTests : IDisposable
{
    private const int Seed = 20261122;

    private static readonly string[] Words = ["学习", "实事求是", "为人民服务", "求是", "人民", "干部", "作风", "服务", "gdp", "2023", "，", "的", "\n\n", "學習", "哈哈"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_was_done_to_an_index_it_answers_as_brute_force_over_what_is_in_it()
    {
        for (var life = 0; life < (Repository.Slow ? 60 : 4); life++)
        {
            var random = new Random(Seed + life);
            var path = _folder.Full($"{life}");
            var options = new SearchIndexOptions { Columns = [new Column("grade", ColumnKind.Integer)] };
            var index = SearchIndex.Open(path, options);
            try
            {
                Live(random, ref index, path, options, $"seed {Seed + life}");
            }
            finally
            {
                index.Dispose();
            }
        }
    }

    private static void Live(Random random, ref SearchIndex index, string path, SearchIndexOptions options, string where)
    {
        var now = new Dictionary<string, Document>(StringComparer.Ordinal);
        var committed = new Dictionary<string, Document>(now, StringComparer.Ordinal);
        for (var step = 0; step < 150; step++)
        {
            switch (random.Next(20))
            {
                case < 11:
                    var document = RandomDocument(random);
                    index.Add(document);
                    now[document.Key] = document;
                    break;
                case < 13:
                    var key = $"k{random.Next(40)}";
                    index.Delete(key);
                    now.Remove(key);
                    break;
                case 13:
                    var oracle = new Oracle(now.Values);
                    var doomed = now.Count == 0 ? [] : oracle.Rank(oracle.Literal("哈哈")).Select(hit => hit.Key).ToList();
                    Assert.Equal(doomed.Count, index.DeleteMatching(new LiteralQuery("哈哈")));
                    foreach (var gone in doomed) now.Remove(gone);
                    break;
                case 14:
                    index.Rollback();
                    now = new(committed, StringComparer.Ordinal);
                    break;
                case 15:
                    index.Dispose();
                    index = SearchIndex.Open(path, options);
                    now = new(committed, StringComparer.Ordinal);
                    break;
                case 16:
                    index.Merge(random.Next(1, 3));
                    committed = new(now, StringComparer.Ordinal);
                    Compare(index, committed, random, $"{where}, step {step}, merged");
                    break;
                default:
                    index.Commit();
                    committed = new(now, StringComparer.Ordinal);
                    Compare(index, committed, random, $"{where}, step {step}");
                    break;
            }
        }
        index.Dispose();
        Assert.True(SearchIndex.Check(path).Sound, where);
        index = SearchIndex.Open(path, options);
        Compare(index, committed, random, $"{where}, opened again");
    }

    private static void Compare(SearchIndex index, Dictionary<string, Document> documents, Random random, string where)
    {
        Assert.Equal(documents.Count, index.Count);
        if (documents.Count == 0) return;
        var oracle = new Oracle(documents.Values);
        string[] bare = ["学习", "实事求是", "人民", "干部", "作风", "服务"];
        string Bare() => bare[random.Next(bare.Length)];
        var (a, b, c, grade) = (Bare(), Bare(), Bare(), random.Next(4));
        bool Graded(int d, long least, long most) => documents[oracle.KeyOf(d)].Columns.TryGetValue("grade", out var value) && value.Integer >= least && value.Integer <= most;
        Oracle.Node Where(Oracle.Node node, Func<int, bool> keeps) => new(d => node.Matches(d) && keeps(d), node.Score);
        (string Query, Oracle.Node Node)[] classes =
        [
            (a, oracle.Literal(a)),
            ("gdp", oracle.Literal("gdp", wholeWords: true)),
            ($"\"{a}\"", oracle.Literal(a)),
            ("\"人民服\"", oracle.Literal("人民服")),
            ("\"习，作\"", oracle.Literal("习，作")),
            ("\"的\"", oracle.Literal("的")),
            ($"\"{a}\" \"{b}\"", oracle.All(oracle.Literal(a), oracle.Literal(b))),
            ($"\"{a}\" OR \"{b}\" OR \"{c}\"", oracle.Any(oracle.Literal(a), oracle.Literal(b), oracle.Literal(c))),
            ($"\"{a}\" -\"{b}\"", oracle.Except(oracle.Literal(a), oracle.Literal(b))),
            ($"({a} OR {b}) {c}", oracle.All(oracle.Any(oracle.Literal(a), oracle.Literal(b)), oracle.Literal(c))),
            ($"title:\"{a}\"", oracle.Literal(a, false, 0)),
            ($"body:\"{a}\"", oracle.Literal(a, false, 1)),
            ($"{a[..1]}*", oracle.Prefix(a[..1])),
            ($"\"{a}\"^2.5", new(oracle.Literal(a).Matches, d => 2.5 * oracle.Literal(a).Score(d))),
            ($"\"{a}\" grade:{grade}..", Where(oracle.Literal(a), d => Graded(d, grade, long.MaxValue))),
            ($"\"{a}\" date:2022..2023", Where(oracle.Literal(a), d => documents[oracle.KeyOf(d)].Date is { Year: 2022 or 2023 })),
            ($"\"{a}\" source:甲报", Where(oracle.Literal(a), d => documents[oracle.KeyOf(d)].Source == "甲报")),
        ];
        foreach (var (query, node) in classes)
        {
            var expected = oracle.Rank(node);
            var found = index.Search(query, new SearchOptions { Limit = 0, SnippetLength = 1 });
            Assert.True(expected.Count == found.Total && expected.Count == found.Hits.Count, $"{where}: {query} finds {found.Total}, there are {expected.Count}");
            var scores = expected.ToDictionary(hit => hit.Key, hit => hit.Score);
            var last = double.PositiveInfinity;
            foreach (var hit in found.Hits)
            {
                Assert.True(scores.TryGetValue(hit.Key, out var score) && Math.Abs(score - hit.Score) < 1e-5, $"{where}: {query}, {hit.Key} scores {hit.Score}");
                Assert.True(hit.Score <= last, $"{where}: {query} is out of order");
                last = hit.Score;
            }
        }
    }

    private static Document RandomDocument(Random random)
    {
        string Draw(int parts) => string.Concat(Enumerable.Range(0, parts).Select(_ => Words[random.Next(Words.Length)]));
        var title = random.Next(3) == 0 ? $"title: 题{Draw(2).ReplaceLineEndings("")}\n" : "";
        var date = random.Next(2) == 0 ? $"date: 202{random.Next(5)}-03-0{random.Next(1, 9)}\n" : "";
        var source = random.Next(2) == 0 ? "source: 甲报\n" : "";
        var document = DocumentReader.Read($"k{random.Next(40)}", $"---\nauthor: 某\n{title}{date}{source}---\n正文{Draw(random.Next(1, 40))}");
        return random.Next(3) == 0 ? document : document.WithColumn("grade", random.Next(5));
    }
}
