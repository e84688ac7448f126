// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

public class BackgroundMergesTests
{
    [Fact]
    public void Small_index_segments_are_merged_and_stay_merged_when_the_index_is_closed()
    {
        using var folder = new TemporaryFolder();
        for (var process = 0; process < 30; process++)
        {
            using var index = SearchIndex.Open(folder.Path);
            index.Add(DocumentReader.Read($"{process}", "学习"));
            index.Commit();
        }
        using var left = SearchIndex.Open(folder.Path, new SearchIndexOptions { ReadOnly = true });
        Assert.Equal(30, left.Search("学习").Total);
        Assert.InRange(left.Statistics().IndexSegments, 1, 12);
        Assert.True(SearchIndex.Check(folder.Path).Sound);
    }

    [Fact]
    public void Whoever_adds_and_commits_does_not_wait_for_a_merge()
    {
        using var directory = new SlowMerges();
        using (var index = SearchIndex.Open(directory, "(test)", SearchIndexOptions.Default))
        {
            Add(index, 0, 30);                                   // a merge begins and stands still
            Assert.True(directory.Begun.Wait(TimeSpan.FromSeconds(60)));
            Add(index, 30, 40);
            Assert.Equal(40, index.Search("学习").Total);
            directory.Go.Set();
        }
        using var left = SearchIndex.Open(directory, "(test)", SearchIndexOptions.Default);
        Assert.Equal(40, left.Search("学习").Total);
        Assert.InRange(left.Statistics().IndexSegments, 1, 20);
    }

    [Fact]
    public void Rolling_back_ends_a_merge_that_is_under_way()
    {
        using var directory = new SlowMerges();
        using var index = SearchIndex.Open(directory, "(test)", SearchIndexOptions.Default);
        Add(index, 0, 30);
        Assert.True(directory.Begun.Wait(TimeSpan.FromSeconds(60)));
        index.Add(DocumentReader.Read("lost", "学习"));
        directory.Go.Set();
        index.Rollback();
        Add(index, 30, 40);
        Assert.Equal(40, index.Search("学习").Total);
    }

    [Fact]
    public void A_merge_that_failed_is_told_by_the_next_call_and_loses_nothing()
    {
        using var directory = new SlowMerges { Fails = true };
        directory.Go.Set();
        using var index = SearchIndex.Open(directory, "(test)", SearchIndexOptions.Default);
        var told = Record.Exception(() =>
        {
            for (var i = 0; i < 100_000; i++) Add(index, i, i + 1);
        });
        Assert.Contains("no merge today", Assert.IsType<IOException>(told).Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(index.Commit);
        directory.Fails = false;
        index.Rollback();
        index.Refresh();
        var count = index.Count;
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i:D6}"), index.Search("学习", new() { Limit = 0, Sort = HitSort.Path }).Hits.Select(hit => hit.Key));
        Add(index, count, count + 20);
        Assert.Equal(count + 20, index.Search("学习").Total);
    }

    private static void Add(SearchIndex index, int from, int end)
    {
        for (; from < end; from++)
        {
            index.Add(DocumentReader.Read($"{from:D6}", "学习"));
            index.Commit();
        }
    }

    /// <summary>A directory where a merge waits until it may go on, or fails.</summary>
    private sealed class SlowMerges : RAMDirectory
    {
        public ManualResetEventSlim Begun { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public bool Fails { get; set; }

        // An index closes its directory; here it is opened again.
        protected override void Dispose(bool disposing) { }

        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            if (context.Context != IOContext.UsageContext.MERGE) return base.CreateOutput(name, context);
            Begun.Set();
            Go.Wait();
            return Fails ? throw new IOException("no merge today") : base.CreateOutput(name, context);
        }
    }
}
