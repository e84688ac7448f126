// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Search;

public class MisuseTests
{
    [Fact]
    public void Numbers_out_of_range_are_refused_where_they_are_set()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Limit = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Offset = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { MatchLimit = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { SnippetLength = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcordanceOptions { Width = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcordanceOptions { Limit = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchIndexOptions { MemoryMegabytes = 100 });
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        using var index = SearchIndex.InMemory();
        Assert.Throws<ArgumentNullException>("query", () => index.Search((string)null!));
        Assert.Throws<ArgumentNullException>("query", () => index.Search((Query)null!, SearchOptions.Default));
        Assert.Throws<ArgumentNullException>("options", () => index.Search("学习", null!));
        Assert.Throws<ArgumentNullException>("query", () => index.Concordance(null!, ConcordanceOptions.Default));
        Assert.Throws<ArgumentNullException>("options", () => index.Concordance("学习", null!));
        Assert.Throws<ArgumentNullException>("query", () => index.CountOccurrences(null!, SearchOptions.Default));
        Assert.Throws<ArgumentNullException>("options", () => SearchIndex.InMemory(null!));
        Assert.Throws<ArgumentNullException>("required", () => new AllQuery([null!]));
        Assert.Throws<ArgumentNullException>("queries", () => new AnyQuery(null!));
        Assert.Throws<ArgumentNullException>("query", () => new BoostQuery(null!, 2));
        Assert.Throws<ArgumentNullException>("texts", () => new NearQuery(["学习", null!], 2));
    }

    [Fact]
    public void A_closed_index_says_so()
    {
        var index = SearchIndex.InMemory();
        index.Dispose();
        index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => index.Search("学习"));
        Assert.Throws<ObjectDisposedException>(() => index.Add(DocumentReader.Read("a", "学习")));
        Assert.Throws<ObjectDisposedException>(() => index.LuceneReader);
    }

    [Fact]
    public void The_largest_numbers_are_taken()
    {
        using var index = SearchIndex.InMemory();
        index.Add(Document.Create("a", "要学习。", "学习"));
        index.Commit();
        var options = new SearchOptions { Limit = int.MaxValue, MatchLimit = int.MaxValue, SnippetLength = int.MaxValue };
        Assert.Equal("要学习。", Assert.Single(index.Search("要 学习", options).Hits).Snippet.Text);
        Assert.Equal("要学习。", Assert.Single(index.Search("date:..2022 OR 要", options).Hits).Snippet.Text);
        Assert.Empty(index.Search("学习", options with { Offset = int.MaxValue }).Hits);
        Assert.Equal(2, index.Concordance("学习", new ConcordanceOptions { Width = int.MaxValue, Limit = int.MaxValue }).Total);
    }

    [Fact]
    public void A_search_of_all_hits_stops_when_it_is_cancelled()
    {
        using var index = SearchIndex.InMemory();
        for (var i = 0; i < 20; i++) index.Add(DocumentReader.Read($"k{i}", "学习"));
        index.Commit();
        Assert.Throws<OperationCanceledException>(() => index.Search("学习", new SearchOptions { Limit = 0 }, new CancellationToken(canceled: true)));
    }
}
