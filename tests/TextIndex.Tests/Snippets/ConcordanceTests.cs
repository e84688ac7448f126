// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Snippets;

public class ConcordanceTests
{
    [Theory]
    [InlineData("学习", true)]
    [InlineData("学", true)]
    [InlineData("学习 OR 哈哈 OR gdp", false)]
    [InlineData("\"学习\" -哈哈", false)]
    public void A_limit_gives_the_first_lines_of_all_and_counts_as_without_it(string query, bool literal)
    {
        const int seed = 20261122;
        var random = new Random(seed);
        using var index = SearchIndex.InMemory();
        for (var i = 0; i < 120; i++)
        {
            index.Add(i % 3 == 0 ? Document.Create($"d{random.Next(1000):D3}", RandomText.Next(random, random.Next(1, 60)), "论学习")
                : DocumentReader.Read($"d{random.Next(1000):D3}", RandomText.Next(random, random.Next(1, 60)) + "学习"));
            if (i % 40 == 39) index.Commit();
        }
        var options = new ConcordanceOptions { Literal = literal };
        var all = index.Concordance(query, options);
        Assert.Equal(all.Lines.Count, all.Total);
        Assert.True(all.Total > 40);
        for (var limit = 1; limit < all.Total + 5; limit += random.Next(1, 12))
        {
            var first = index.Concordance(query, options with { Limit = limit });
            Assert.Equal(all.Total, first.Total);
            Assert.Equal(all.Lines.Take(limit), first.Lines);
        }
        Assert.Equal(all.Total, index.CountOccurrences(query, new SearchOptions { Literal = literal }).Occurrences);
    }

    [Fact]
    public void A_limit_reads_the_texts_of_the_documents_that_are_shown_and_counting_reads_none()
    {
        const int documents = 600, length = 4000;
        using var index = SearchIndex.InMemory();
        var filler = new string('一', length);
        for (var i = 0; i < documents; i++) index.Add(DocumentReader.Read($"d{i:D4}", filler + "，学习，再学习。"));
        index.Commit();
        foreach (var literal in (bool[])[true, false])
        {
            var options = new ConcordanceOptions { Literal = literal, Limit = 20 };
            var all = Allocated(() => index.Concordance("学习", options with { Limit = 0 }));
            Assert.True(all > documents * 2L * length, $"{all} bytes: all texts");
            var some = Allocated(() => index.Concordance("学习", options));
            Assert.True(some < 10 * 2L * length + documents * 500L, $"{some} bytes: ten texts, and a key a document");
            var none = Allocated(() => index.CountOccurrences("学习", new SearchOptions { Literal = literal }));
            Assert.True(none < documents * 500L, $"{none} bytes: no text");
        }
    }

    // Of the second time: the first one compiles and opens what is kept.
    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
