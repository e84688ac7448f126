// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Search;

public class QueryParserTests
{
    [Theory]
    [InlineData("学习 “忠诚", "query column 4: “ is not closed")]
    [InlineData("\"学习", "query column 1: \" is not closed")]
    [InlineData("(学习", "query column 1: ( is not closed")]
    [InlineData("学习)", "query column 3: ) was never opened")]
    [InlineData(")", "query column 1: ) was never opened")]
    [InlineData("", "query column 1: the query has no word to look for")]
    [InlineData("   ", "query column 1: the query has no word to look for")]
    [InlineData("-学习", "query column 1: the query only excludes; it needs a word to look for")]
    [InlineData("学习 OR", "query column 6: OR needs a word after it")]
    [InlineData("OR 学习", "query column 1: OR needs a word before it")]
    [InlineData("学习 AND", "query column 7: AND needs a word after it")]
    [InlineData("学习 NOT", "query column 7: NOT needs a word after it")]
    [InlineData("*", "query column 1: * needs a word before it")]
    [InlineData("^2", "query column 1: ^ needs a word before it")]
    [InlineData("学习^2^3", "query column 5: ^ needs a word before it")]
    [InlineData("学习^x", "query column 4: ^ needs a number after it, such as ^2")]
    [InlineData("date:昨天", "query column 6: expected a date such as 2022, 2022-07 or 2022..2023, found \"昨天\"")]
    [InlineData("title:", "query column 7: title: needs a word after it")]
    [InlineData("😀😀 “", "query column 4: “ is not closed")]
    public void A_query_that_cannot_be_read_says_where_and_why(string query, string message)
    {
        using var index = SearchIndex.InMemory();
        Assert.Equal(message, Assert.Throws<QuerySyntaxException>(() => index.Search(query)).Message);
    }

    [Fact]
    public void What_is_a_word_of_the_dictionary_is_looked_for_as_one_however_it_would_be_cut()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "我们有两个问题"));
        index.Add(DocumentReader.Read("b", "两只手，三个人"));
        index.Commit();
        Assert.Equal(["a"], index.Search("两个").Hits.Select(hit => hit.Key));
        Assert.Equal(["a"], index.Search("兩個").Hits.Select(hit => hit.Key));
        Assert.Equal(2, index.Search("两 个").Total);
        Assert.Equal(2, index.Search("两个", new SearchOptions { Words = WordMatching.Any }).Total);
    }

    [Theory]
    [InlineData("学习", "a,b")]
    [InlineData("学习 忠诚", "a")]
    [InlineData("学习忠诚", "a")]
    [InlineData("学习 AND 忠诚", "a")]
    [InlineData("学习 -忠诚", "b")]
    [InlineData("学习 NOT 忠诚", "b")]
    [InlineData("忠诚 OR 网络", "a,c")]
    [InlineData("（忠诚 OR 网络） -4G", "a")]
    [InlineData("“学习，忠诚”", "a")]
    [InlineData("\"学习忠诚\"", "")]
    [InlineData("忠*", "a")]
    [InlineData("4g", "c")]
    [InlineData("4G网络", "c")]
    [InlineData("g", "")]
    [InlineData("\"g\"", "c")]
    [InlineData("😀", "c")]
    [InlineData("學習", "a,b")]
    [InlineData("忠诚^3 OR 学习", "a,b")]
    public void Queries_find_what_they_say(string query, string keys)
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "学习，忠诚。"));
        index.Add(DocumentReader.Read("b", "学习学习再学习"));
        index.Add(DocumentReader.Read("c", "4G网络😀"));
        index.Commit();
        Assert.Equal(keys, string.Join(',', index.Search(query).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Nesting_without_end_is_an_error_and_no_overflow()
    {
        using var index = SearchIndex.InMemory();
        Assert.Throws<QuerySyntaxException>(() => index.Search(new string('(', 100_000)));
    }

    [Fact]
    public void Random_queries_are_read_or_refused_and_never_fail_otherwise()
    {
        var random = new Random(3);
        string[] parts = ["学习", "(", ")", "（", "）", "\"", "“", "”", "-", "OR", "AND", "NOT", " ", " ", "*", "^2", "~3", "title:", "source:", "date:2022", "body：", "a", "😀", "\uD800", "\n\n", "^", "~"];
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "学习 a"));
        index.Commit();
        for (var draw = 0; draw < 3000; draw++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => parts[random.Next(parts.Length)]));
            try { index.Search(query); }
            catch (QuerySyntaxException error) { Assert.StartsWith("query column ", error.Message); }
        }
    }
}
