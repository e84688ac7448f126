// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Search;

public class WordMatchingTests
{
    private static readonly SearchOptions Any = new() { Words = WordMatching.Any };

    [Fact]
    public void One_word_is_enough_and_more_are_better()
    {
        using var index = Index(("a", "学习材料"), ("b", "学习作风"), ("c", "别的"), ("d", "作风"), ("e", "其他"), ("f", "再无"));
        Assert.Equal(["b"], Keys(index, "学习 作风", SearchOptions.Default));
        Assert.Equal("b", Keys(index, "学习 作风", Any)[0]);
        Assert.Equal(["a", "b", "d"], Keys(index, "学习 作风", Any).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "d"], Keys(index, "学习作风", Any).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_side_by_side_as_in_the_query_are_better_and_are_shown_once()
    {
        using var index = Index(("a", "作风与学习，说的是两件事。"), ("b", "说的是一件事，与学习作风。"), ("c", "别的"), ("d", "其他"));
        var hits = index.Search("学习作风", Any).Hits;
        Assert.Equal(["b", "a"], hits.Select(hit => hit.Key));
        Assert.Equal(["学习", "作风"], hits[0].Matches.Select(match => match.In("说的是一件事，与学习作风。")));
        Assert.Equal(hits[0].Score, index.Explain("学习作风", "b", Any).Score);
    }

    [Fact]
    public void What_is_written_strictly_stays_strict()
    {
        using var index = Index(("a", "---\nsource: 甲报\n---\n学习材料"), ("b", "---\nsource: 乙报\n---\n学习作风"), ("c", "别的"));
        Assert.Equal(["b"], Keys(index, "学习 AND 作风", Any));
        Assert.Equal(["a"], Keys(index, "学习 材料 别的 source:甲报", Any));
        Assert.Equal(["c"], Keys(index, "别的 材料 -学习", Any));
        Assert.Equal(["b"], Keys(index, "\"学习作风\"", Any));
    }

    private static string[] Keys(SearchIndex index, string query, SearchOptions options) => [.. index.Search(query, options).Hits.Select(hit => hit.Key)];

    private static SearchIndex Index(params (string Key, string Text)[] documents)
    {
        var index = SearchIndex.InMemory();
        foreach (var (key, text) in documents) index.Add(DocumentReader.Read(key, text));
        index.Commit();
        return index;
    }
}
