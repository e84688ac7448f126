// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Search;

// Texts and queries that make a careless search quadratic, or stop it with an error of another kind. A quadratic one shows by not ending.
public class HostileTextTests
{
    [Fact]
    public void A_long_string_in_a_text_of_one_character_is_found_at_every_place()
    {
        using var index = IndexOf(new string('哈', 400_000));
        Assert.Equal(new OccurrenceCount(1, 200_001), index.CountOccurrences(new string('哈', 200_000), new SearchOptions { Literal = true }));
        Assert.Equal(0, index.Search(new string('哈', 100_000) + "人" + new string('哈', 100_000), new SearchOptions { Literal = true }).Total);
    }

    [Fact]
    public void Long_strings_are_found_where_a_plain_scan_finds_them()
    {
        const int seed = 11;
        var random = new Random(seed);
        for (var draw = 0; draw < 30; draw++)
        {
            var text = string.Concat(Enumerable.Range(0, 600).Select(_ => "甲乙"[random.Next(8) == 0 ? 1 : 0]));
            text = string.Concat(Enumerable.Repeat(text[..random.Next(20, 300)], 3)) + text;
            using var index = IndexOf(text);
            var start = random.Next(text.Length - 200);
            var literal = text.Substring(start, random.Next(60, 200));
            var expected = Enumerable.Range(0, text.Length - literal.Length + 1).Where(at => string.CompareOrdinal(text, at, literal, 0, literal.Length) == 0);
            Assert.Equal(expected, index.Concordance(literal, new ConcordanceOptions { Literal = true }).Lines.Select(line => line.Span.Start));
        }
    }

    [Fact]
    public void Near_counts_on_from_one_place_to_the_next()
    {
        using var index = IndexOf(string.Concat(Enumerable.Repeat("学习，同志。", 100_000)));
        Assert.Equal(1, index.Search("\"学习 同志\"~2").Total);
    }

    [Fact]
    public void Near_without_a_bound_reaches_through_the_whole_text()
    {
        using var index = IndexOf("学习是一件很重要的大事，每一位同志都要认真对待");
        Assert.Equal(1, index.Search("\"学习 同志\"~2147483647").Total);
    }

    [Fact]
    public void A_run_of_many_words_is_cut_and_found()
    {
        var run = string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)('一' + i)));
        using var index = IndexOf(run);
        Assert.Equal(1, index.Search(run[..4000]).Total);
        Assert.Equal(1, index.Search(run, new SearchOptions { Literal = true }).Total);
    }

    [Fact]
    public void A_prefix_of_many_words_costs_one_scan_a_document()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => "a" + i));
        using var index = IndexOf(text);
        var hit = Assert.Single(index.Search("a*", new SearchOptions { MatchLimit = 0 }).Hits);
        Assert.Equal(20_000, hit.Matches.Count);
        Assert.All(hit.Matches.Take(100), match => Assert.StartsWith("a", match.In(text)));
    }

    [Fact]
    public void A_prefix_gives_the_places_of_its_words_and_no_others()
    {
        using var index = IndexOf("忠诚度，无限忠诚。忠于，a1 ba1 A12");
        string[] Matches(string query) => [.. Assert.Single(index.Search(query).Hits).Matches.Select(match => match.In("忠诚度，无限忠诚。忠于，a1 ba1 A12"))];
        Assert.Equal(["忠诚", "忠诚度", "忠诚", "忠于"], Matches("忠*").Where(word => word != "忠"));
        Assert.Equal(["a1", "A12"], Matches("a*"));
    }

    [Fact]
    public void A_filter_beside_a_word_is_worked_out_once_an_index_segment()
    {
        using var index = SearchIndex.InMemory();
        for (var i = 0; i < 3000; i++) index.Add(DocumentReader.Read($"k{i:D4}", "学习"));
        index.Commit();
        index.CountOccurrences("学习 OR date:2022", SearchOptions.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(3000, index.CountOccurrences("学习 OR date:2022", SearchOptions.Default).Documents);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3000 * 6000);
    }

    [Fact]
    public void A_source_too_long_to_be_a_name_is_kept_and_is_no_filter()
    {
        var source = new string('源', 40_000);
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", $"---\nsource: {source}\n---\n学习"));
        index.Commit();
        Assert.Equal(source, Assert.Single(index.Search("学习").Hits).Source);
        Assert.Equal(0, index.Search("学习", new SearchOptions { Source = source }).Total);
    }

    private static SearchIndex IndexOf(string text)
    {
        var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", text));
        index.Commit();
        return index;
    }
}
