// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Search;

public class ExplanationTests
{
    private const int Seed = 20261122;

    [Fact]
    public void The_score_that_is_explained_is_the_score_of_the_hit()
    {
        var random = new Random(Seed);
        string[] words = ["学习", "作风", "实事求是", "\"求是\"", "学*", "\"学习 作风\"~3", "title:题", "gdp", "(学习 OR 人民)", "作风^2.5", "-干部", "source:甲报"];
        using var index = SearchIndex.InMemory();
        for (var i = 0; i < 50; i++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => new[] { "学习", "作风", "实事求是", "，", "人民", "干部", " gdp ", "的" }[random.Next(8)]));
            index.Add(DocumentReader.Read($"k{i}", $"---\ntitle: 题{i}\nsource: {(i % 2 == 0 ? "甲报" : "乙报")}\n---\n{body}"));
            if (i % 13 == 0) index.Commit();
        }
        index.Commit();
        for (var draw = 0; draw < 200; draw++)
        {
            var query = "的 " + string.Join(random.Next(3) == 0 ? " OR " : " ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]));
            if (query.Contains("OR -", StringComparison.Ordinal)) continue;
            var options = new SearchOptions { Limit = 0, TitleBoost = random.Next(3), Words = (WordMatching)random.Next(2) };
            var hits = index.Search(query, options).Hits.ToDictionary(hit => hit.Key, hit => hit.Score);
            for (var i = 0; i < 50; i++)
            {
                var why = index.Explain(query, $"k{i}", options);
                var where = $"seed {Seed}, {query}, k{i}:\n{why}";
                Assert.True(hits.ContainsKey($"k{i}") == why.Matches, where);
                if (why.Matches) Assert.True(hits[$"k{i}"] == why.Score, where);
                else Assert.True(why.Parts.Count > 0 || why.Reason.Length > 0, where);
            }
        }
    }

    [Theory]
    [InlineData("信心", "- \"信心\": it stands nowhere in the document; 1 of 4 documents hold it")]
    [InlineData("\"实事求真\"", "- \"实事求真\": it stands nowhere in the document; 0 of 4 documents hold it; the longest part that does is \"实事求\"")]
    [InlineData("\"过硬大家\"", "- \"过硬大家\": it stands across the border of two paragraphs, which no match crosses")]
    [InlineData("\"求是作风\"", "- \"求是作风\": it stands with marks between (\"求是，作风\"); they can be left out of the comparison")]
    [InlineData("gd", "- gd: it stands inside another word alone (\"gdps\"); a Latin word or a number matches as a whole, a \"phrase\" anywhere")]
    [InlineData("title:作风", "- title:\"作风\": it stands in the body only")]
    [InlineData("\"调查 作风\"~1", "- \"调查 作风\"~1: 3 words more than in a row stand between them at the closest, 1 are allowed")]
    [InlineData("\"调查 信心\"~1", "- \"调查 信心\"~1: \"信心\" stands nowhere in the field")]
    [InlineData("\"调查 大家\"~1", "- \"调查 大家\"~1: they never stand within one paragraph")]
    [InlineData("调查 source:求是", "- source:求是: the source is 人民日报")]
    [InlineData("date:2023", "- date:2023-01-01..2023-12-31: the date is 2022-03-01")]
    [InlineData("grade:3", "- grade:3: the grade is 2")]
    [InlineData("school:甲..乙", "- school:甲..乙: the document has no school")]
    [InlineData("党*", "- 党*: no word of the document begins with \"党\"")]
    [InlineData("调查 -作风", "- not \"作风\": the document holds what is excluded")]
    [InlineData("信心 OR 忠诚", "- any of: none of the parts matches")]
    public void What_is_missing_is_told(string query, string line)
    {
        using var index = SearchIndex.InMemory(new SearchIndexOptions { Columns = [new Column("grade", ColumnKind.Integer), new Column("school", ColumnKind.Text)] });
        index.Add(DocumentReader.Read("a", "---\ntitle: 题\nsource: 人民日报\ndate: 2022-03-01\n---\n调查研究要实事求是，作风要过硬\n\n大家 gdps 增长").WithColumn("grade", 2));
        index.Add(DocumentReader.Read("b", "人民有信心"));
        index.Add(DocumentReader.Read("c", "忠诚"));
        index.Add(DocumentReader.Read("d", "别的"));
        index.Commit();
        var why = index.Explain(query, "a", SearchOptions.Default);
        Assert.False(why.Matches);
        Assert.Contains(line, why.ToString().Split('\n').Select(text => text.TrimStart()));
    }

    [Fact]
    public void Spelling_that_is_compared_exactly_is_told()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "要實事求是"));
        index.Commit();
        Assert.Equal("- \"实事求是\": it stands in another spelling alone (\"實事求是\"), and spelling is compared exactly",
            index.Explain("实事求是", "a", new SearchOptions { Exact = true }).ToString());
        Assert.Equal("z: the index holds no document with this key.", Assert.Throws<KeyNotFoundException>(() => index.Explain("学习", "z", SearchOptions.Default)).Message);
    }
}
