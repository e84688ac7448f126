// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Search.Scorers;
using Xunit;

namespace TextIndex.Tests.Search.Scorers;

/// <summary>The law of ranking from blocks: it gives what the walk over cursors gives, document by document, total and order, scores to the last bit.</summary>
public class WordSearchTests
{
    // Frequent first: lists of one document, of some, of blocks, and bit sets.
    private static readonly string[] Words =
        ["学习", "工作", "人民", "作风", "实事求是", "求是", "为人民服务", "服务", "干部", "群众", "经济", "发展", "改革", "开放", "信心", "责任", "历史", "文化", "青年", "理想", "教育", "科学", "精神", "思想"];

    private static readonly SearchIndexOptions WithGrades = new() { Columns = [new Column("grade", ColumnKind.Integer)] };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Repository.Slow ? 200 : 5)];

    [Theory, MemberData(nameof(Seeds))]
    public void Ranking_from_blocks_equals_the_walk_over_cursors(int seed)
    {
        var random = new Random(seed);
        SearchIndex[] parts = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Fill(SearchIndex.InMemory(WithGrades), random))];
        using SearchableIndex index = parts.Length == 1 ? parts[0] : new FederatedIndex(parts);
        using var snapshot = index.OpenSnapshot();
        var fast = 0;
        for (var draw = 0; draw < 120; draw++)
        {
            var search = RandomOptions(random);
            var query = RandomQuery(random, 0);
            RankedDocument? after = null;
            for (var page = 0; page < 3; page++)
            {
                var where = $"seed {seed}, draw {draw}, page {page}: {Show(query)} {search}";
                var paged = search with { After = after is null ? null : new SearchCursor(HitSort.Score, "", false, after) };
                var searcher = new Searcher(snapshot.Snapshot, parts[0].Analyzer, query, paged, CancellationToken.None);
                var order = new HitOrder(paged, snapshot.Snapshot.Columns);
                var most = search.Limit == 0 ? int.MaxValue : search.Limit;
                var walked = searcher.WalkTop(most, order, out var walkedTotal);
                var found = WordSearch.TryFind(Searcher.WithFilters(query, paged), Searcher.ContextOf(snapshot.Snapshot, parts[0].Analyzer, paged, CancellationToken.None), most, order.After, out var total);
                if (found is null) break;
                fast++;
                Assert.True(walkedTotal == total, $"{where}: {total} documents, not {walkedTotal}");
                Assert.True(walked.SequenceEqual(found), $"{where}\n{string.Join('\n', walked.Zip(found).Where(pair => pair.First != pair.Second).Take(3))}");
                if (found.Count == 0) break;
                after = found[random.Next(found.Count)];
            }
        }
        Assert.True(fast > 60, $"seed {seed}: only {fast} of the queries were ranked from blocks");
    }

    // From the call of a caller who has a query to the ranked documents: opening and letting go of the snapshot, binding, ranking. The documents with their keys are
    // the result, and so is what hits are made of them (texts, snippets, places).
    [Theory]
    [InlineData("学习"), InlineData("实事求是 工作"), InlineData("学习 OR 作风 OR 改革"), InlineData("学*"), InlineData("学习 -作风"), InlineData("学习 date:2021.. source:甲报"), InlineData("title:学习^2 人民")]
    public void A_warm_search_for_the_ten_best_allocates_a_kilobyte_at_the_most(string text)
    {
        using var index = Fill(Fill(SearchIndex.InMemory(WithGrades), new Random(3)), new Random(4));
        using var held = index.OpenSnapshot();
        var query = held.Parse(text, SearchOptions.Default);
        List<RankedDocument> Search()
        {
            using var snapshot = index.OpenSnapshot();
            return snapshot.Rank(query, SearchOptions.Default);
        }
        for (var i = 0; i < 50; i++) Search();
        var ranked = Search();
        Assert.Equal(10, ranked.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var copy = new List<RankedDocument>(ranked.Count);
        foreach (var document in ranked) copy.Add(document with { Key = new string(document.Key.AsSpan()) });
        var result = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Search();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10 - result, 0, 1024);
    }

    private static SearchIndex Fill(SearchIndex index, Random random)
    {
        var count = random.Next(3) == 0 ? random.Next(1, 60) : random.Next(300, 1500);
        var titles = random.Next(3);                 // none, some, most have a title of words
        for (var i = 0; i < count; i++)
        {
            var body = random.Next(40) == 0 ? "" : Text(random, random.Next(1, 12));
            var title = random.Next(3) < titles ? Text(random, random.Next(1, 4)) : "";
            var document = Document.Create($"k{random.Next(100_000):D5}", body, title, random.Next(4) == 0 ? null : new DateOnly(2020 + random.Next(4), 1, 1), "", random.Next(2) == 0 ? "甲报" : "乙报");
            index.Add(random.Next(3) == 0 ? document : document.WithColumn("grade", random.Next(5)));
            if (random.Next(400) == 0) index.Commit();
            if (random.Next(25) == 0) index.Delete(document.Key);
        }
        index.Commit();
        return index;
    }

    private static string Text(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 3))] + (random.Next(3) == 0 ? "，" : "")));

    private static string Word(Random random) => random.Next(40) == 0 ? "没有" : Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 1.5))];

    private static SearchOptions RandomOptions(Random random) => new()
    {
        Limit = random.Next(5) switch { 0 => 0, 1 => 1, _ => random.Next(2, 30) },
        From = random.Next(8) == 0 ? new DateOnly(2021, 1, 1) : null,
        To = random.Next(8) == 0 ? new DateOnly(2022, 6, 1) : null,
        Source = random.Next(8) == 0 ? "甲报" : "",
        Filter = random.Next(8) == 0 ? RandomQuery(random, 1) : null,
        TitleBoost = random.Next(4) == 0 ? random.Next(5) : 1,
        BodyBoost = random.Next(6) == 0 ? 0.3 : 1,
    };

    private static Query RandomQuery(Random random, int depth)
    {
        IReadOnlyList<Query> Parts(int most) => [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => RandomQuery(random, depth + 1))];
        return random.Next(depth > 2 ? 6 : 14) switch
        {
            < 4 => new LiteralQuery(Word(random), random.Next(6) switch { 0 => "title", 1 => "body", _ => "" }),
            4 => new BoostQuery(new LiteralQuery(Word(random)), random.Next(4) == 0 ? 0 : random.NextDouble() * 3),
            5 => random.Next(6) switch
            {
                4 => new NearQuery([Word(random), Word(random)[..random.Next(1, 3)]], random.Next(6), random.Next(3) == 0 ? "body" : ""),
                0 => new PrefixQuery(Word(random)[..1]),
                1 => FilterQuery.Date(new DateOnly(2020 + random.Next(4), 1, 1), null),
                2 => ColumnQuery.Between("grade", 1, 1 + random.Next(4)),
                3 => new LiteralQuery(Word(random) + Word(random)),
                _ => new LiteralQuery(Word(random)),
            },
            < 10 => new AllQuery(Parts(4), random.Next(3) == 0 ? Parts(2) : []),
            10 => new BoostQuery(new AllQuery(Parts(3)), 0.5 + random.NextDouble()),
            _ => new AnyQuery([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(8) switch
            {
                0 => RandomQuery(random, 2),
                1 => new BoostQuery(new UnshownQuery(new LiteralQuery(Word(random) + Word(random))), 0.35),
                _ => (Query)new LiteralQuery(Word(random)),
            })]),
        };
    }

    private static string Show(Query query) => query switch
    {
        LiteralQuery literal => literal.Fields.Length == 1 ? $"{literal.Fields[0].Name}:{literal.Text}" : literal.Text,
        NearQuery near => $"near {near.Distance}:{string.Join('+', near.Texts)}",
        UnshownQuery unshown => Show(unshown.Query),
        PrefixQuery prefix => prefix.Prefix + "*",
        BoostQuery boost => FormattableString.Invariant($"{Show(boost.Query)}^{boost.Factor}"),
        AllQuery all => $"({string.Join(" AND ", all.Required.Select(Show))}{string.Concat(all.Excluded.Select(part => " -" + Show(part)))})",
        AnyQuery any => $"({string.Join(" OR ", any.Queries.Select(Show))})",
        _ => query.GetType().Name,
    };
}
