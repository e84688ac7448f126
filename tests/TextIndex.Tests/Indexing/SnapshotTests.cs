// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Snippets;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

/// <summary>What is held while others write: snapshots, pages, copies; and what is done to many documents at once.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_snapshot_answers_the_same_whatever_is_committed_merged_and_closed_meanwhile()
    {
        var index = SearchIndex.Open(_folder.Full("索引"));
        Fill(index, 0, 20);
        using var snapshot = index.OpenSnapshot();
        var before = Answer(snapshot);
        Fill(index, 10, 40);
        index.Delete("k5");
        index.Commit();
        index.Merge(1);
        Assert.Equal(before, Answer(snapshot));
        Assert.NotEqual(before, Answer(index));
        index.Dispose();
        Assert.Equal(before, Answer(snapshot));
        Assert.Equal(20, new IndexSearcher(snapshot.LuceneReader).Search(new TermQuery(new Term("body", "学习")), 100).TotalHits);
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(() => snapshot.Search("学习"));
        Assert.Throws<ObjectDisposedException>(() => snapshot.LuceneReader);
    }

    [Fact]
    public void Pages_of_a_snapshot_are_the_whole_list_in_every_order()
    {
        var random = new Random(Seed);
        using var index = SearchIndex.InMemory(new SearchIndexOptions { Columns = [new Column("grade", ColumnKind.Integer), new Column("school", ColumnKind.Text)] });
        for (var i = 0; i < 300; i++)
        {
            var document = DocumentReader.Read($"k{i}", $"---\ndate: 202{random.Next(4)}-0{random.Next(1, 9)}-11\n---\n{string.Concat(Enumerable.Repeat("学习", random.Next(1, 5)))}，{string.Concat(Enumerable.Repeat("作风", random.Next(3)))}");
            if (random.Next(3) > 0) document = document.WithColumn("grade", random.Next(5));
            if (random.Next(3) > 0) document = document.WithColumn("school", "甲乙丙"[..random.Next(4)]);
            index.Add(document);
            if (random.Next(50) == 0) index.Commit();
        }
        index.Commit();
        using var snapshot = index.OpenSnapshot();
        SearchOptions[] orders = [new(), new() { Sort = HitSort.Date }, new() { Sort = HitSort.Path }, new() { SortColumn = "grade" }, new() { SortColumn = "grade", Descending = true }, new() { SortColumn = "school" }];
        foreach (var order in orders)
        {
            var all = snapshot.Search("学习 OR 作风", order with { Limit = 0 }).Hits.Select(hit => hit.Key).ToList();
            var paged = new List<string>();
            var options = order with { Limit = 7 };
            for (var page = snapshot.Search("学习 OR 作风", options); page.Hits.Count > 0; page = snapshot.Search("学习 OR 作风", options))
            {
                Assert.Equal(all.Count, page.Total);
                paged.AddRange(page.Hits.Select(hit => hit.Key));
                options = options with { After = SearchCursor.Parse(page.Next!.ToString()) };
                index.Delete(page.Hits[0].Key);                 // another commit does not move the pages
                index.Commit();
            }
            Assert.Equal(all, paged);
            foreach (var deleted in all) index.Delete("none" + deleted);
        }
        var cursor = snapshot.Search("学习").Next;
        Assert.Throws<ArgumentException>(() => snapshot.Search("学习", new SearchOptions { After = cursor, Sort = HitSort.Date }));
        Assert.Null(snapshot.Search("没有这样的词").Next);
    }

    [Fact]
    public void A_damaged_cursor_is_refused()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("甲", "学习"));
        index.Commit();
        var text = index.Search("学习").Next!.ToString();
        Assert.Matches("^[A-Za-z0-9_-]+$", text);
        Assert.Equal(text, SearchCursor.Parse(text).ToString());
        var random = new Random(Seed);
        for (var draw = 0; draw < 2000; draw++)
        {
            var damaged = text.ToCharArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--) damaged[random.Next(damaged.Length)] = (char)random.Next('-', 'z');
            var cut = new string(damaged, 0, random.Next(damaged.Length + 1));
            try
            {
                _ = SearchCursor.Parse(cut).ToString();
            }
            catch (FormatException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void Documents_are_deleted_by_query_those_not_yet_committed_among_them()
    {
        using var index = SearchIndex.Open(_folder.Full("索引"));
        Fill(index, 0, 10);
        index.Add(DocumentReader.Read("k3", "改写了，不再有那个词"));
        index.Add(DocumentReader.Read("new", "学习"));
        Assert.Equal(10, index.DeleteMatching(new LiteralQuery("学习")));
        Assert.Equal(10, index.Search("学习").Total);             // not committed yet
        index.Commit();
        Assert.Equal(["k3"], index.Search("改写 OR 学习").Hits.Select(hit => hit.Key));
        Assert.Equal(0, index.DeleteMatching(new LiteralQuery("学习")));
        Fill(index, 0, 10);
        Assert.ThrowsAny<OperationCanceledException>(() => index.DeleteMatching(new LiteralQuery("学习"), new CancellationToken(canceled: true)));
        index.Commit();
        Assert.Equal(10, index.Count);
    }

    [Fact]
    public void A_rollback_forgets_what_was_not_committed()
    {
        using var index = SearchIndex.Open(_folder.Full("索引"));
        Fill(index, 0, 3);
        index.Add(DocumentReader.Read("later", "学习"));
        index.Rollback();
        index.Commit();
        Assert.Equal(3, index.Count);
    }

    [Fact]
    public void A_backup_is_one_commit_while_writing_goes_on()
    {
        using var index = SearchIndex.Open(_folder.Full("索引"));
        TextIndex.Storage.IndexFolder.WriteUserDictionary(_folder.Full("索引"), "");
        Commit(index, 1);
        var stop = 0;
        var writer = new Thread(() =>
        {
            for (var batch = 2; Volatile.Read(ref stop) == 0; batch++)
            {
                Commit(index, batch);
                if (batch % 7 == 0) index.Merge(1);
            }
        });
        writer.Start();
        using var reader = SearchIndex.Open(_folder.Full("索引"), new SearchIndexOptions { ReadOnly = true });
        try
        {
            for (var copy = 0; copy < 10; copy++)
            {
                var (path, isReader) = (_folder.Full($"备份{copy}"), copy % 2 == 1);
                if (isReader) reader.Backup(path);
                else index.Backup(path);
                Assert.True(SearchIndex.Check(path).Sound);
                using var backup = SearchIndex.Open(path);
                var batch = int.Parse(Assert.Single(backup.Search("state").Hits).Snippet.Text.Split(' ')[1]);
                Assert.Equal(5 * batch + 1, backup.Count);
            }
        }
        finally
        {
            Volatile.Write(ref stop, 1);
            writer.Join();
        }
        // Nothing is held any more: the next commit takes the files of all others away.
        Commit(index, 1);
        var commit = Directory.GetFiles(_folder.Full("索引"), "segments_*");
        Assert.Single(commit);
        Assert.Throws<IOException>(() => index.Backup(_folder.Full("备份0")));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Backup(_folder.Full("不要"), new CancellationToken(canceled: true)));
        Assert.False(Directory.Exists(_folder.Full("不要")));

        static void Commit(SearchIndex index, int batch)
        {
            for (var i = 0; i < 5; i++) index.Add(DocumentReader.Read($"{batch}/{i}", $"第{batch}批学习材料"));
            index.Add(DocumentReader.Read("state", $"state {batch}"));
            index.Commit();
        }
    }

    [Fact]
    public async Task Many_read_while_one_writes_and_each_sees_one_commit()
    {
        using var index = SearchIndex.InMemory();
        Write(index, 0);
        var stop = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            do
            {
                var result = await index.SearchAsync("学习", new SearchOptions { Limit = 0 });
                Assert.Equal(10, result.Total);
                Assert.Single(result.Hits.Select(hit => hit.Snippet.Text).Distinct());
                seen++;
            }
            while (Volatile.Read(ref stop) == 0);
            return seen;
        })).ToList();
        for (var round = 1; round < 60; round++) Write(index, round);
        Volatile.Write(ref stop, 1);
        Assert.All(await Task.WhenAll(readers), seen => Assert.NotEqual(0, seen));

        static void Write(SearchIndex index, int round)
        {
            for (var i = 0; i < 10; i++) index.Add(DocumentReader.Read($"k{i}", $"学习第{round}轮"));
            index.Commit();
        }
    }

    [Fact]
    public async Task Asynchronous_calls_end_when_they_are_cancelled_and_closing_waits_for_nobody()
    {
        var index = SearchIndex.InMemory();
        Fill(index, 0, 3000);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.SearchAsync("学习", SearchOptions.Default, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.ConcordanceAsync("学习", ConcordanceOptions.Default, cancelled));
        // On the caller's thread too, in every kind of query: within 1,024 documents.
        foreach (var query in new[] { "学习", "\"习第\"", "学习 第", "学*", "\"学习 第\"~3", "学习 -第" })
            Assert.ThrowsAny<OperationCanceledException>(() => index.Search(query, new SearchOptions { Limit = 1 }, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Explain("学习", "k1", SearchOptions.Default, cancelled));
        using (var stopping = new CancellationTokenSource())
        {
            var search = index.SearchAsync("学习 OR 第", new SearchOptions { Limit = 0 }, stopping.Token);
            stopping.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
        }
        var running = index.SearchAsync("学习", new SearchOptions { Limit = 0 });
        index.Dispose();
        Assert.Equal(3000, (await running).Total);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => index.SearchAsync("学习", SearchOptions.Default));
    }

    [Fact]
    public async Task A_commit_can_be_awaited()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "学习"));
        await index.CommitAsync();
        Assert.Equal(1, index.Count);
    }

    private static void Fill(SearchIndex index, int from, int to)
    {
        for (var i = from; i < to; i++) index.Add(DocumentReader.Read($"k{i}", $"学习第{i}课"));
        index.Commit();
    }

    private static string Answer(ISearchable index) =>
        string.Join('\n', index.Search("学习", new SearchOptions { Limit = 0 }).Hits.Select(hit => $"{hit.Key} {hit.Score:R} {hit.Snippet.Text}"));
}
