// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Search;

public class ColumnTests
{
    private const int Seed = 20261122;

    private static readonly SearchIndexOptions Options = new()
    {
        Columns = [new Column("school", ColumnKind.Text), new Column("grade", ColumnKind.Integer), new Column("since", ColumnKind.Date), new Column("年级", ColumnKind.Integer)],
    };

    [Fact]
    public void A_hit_gives_back_the_values_of_its_document()
    {
        using var index = Small();
        var hit = index.Search("甲").Hits[0];
        Assert.Equal(("能动学院", 2L, new DateOnly(2023, 9, 1)), (hit.Columns["school"].Text, hit.Columns["grade"].Integer, hit.Columns["since"].Date));
        Assert.Equal(["年级"], index.Search("丁").Hits[0].Columns.Keys);
        Assert.True(index.TryGet("a", out var document));
        Assert.Equal(("甲生学习", 3), (document.Text, document.Columns.Count));
        Assert.False(index.TryGet("z", out _));
    }

    [Theory]
    [InlineData("学习 school:能动学院", "a b")]
    [InlineData("学习 school:\"能動學院\"", "a b")]
    [InlineData("学习 school:能动", "")]
    [InlineData("学习 grade:2", "a")]
    [InlineData("学习 grade:2..3", "a b")]
    [InlineData("学习 grade:..2", "a c")]
    [InlineData("学习 grade:3..", "b")]
    [InlineData("学习 grade:-5..-5", "c")]
    [InlineData("学习 since:2023", "a b")]
    [InlineData("学习 since:2023-09..2023-10", "a")]
    [InlineData("学习 -grade:2", "b c d")]
    [InlineData("grade:2 OR grade:3", "a b")]
    [InlineData("学习 school:A..Z", "c")]
    [InlineData("学习 年级：2", "d")]
    [InlineData("学习 班级:2", "")]
    public void A_query_filters_by_a_column(string query, string keys)
    {
        using var index = Small();
        Assert.Equal(keys, string.Join(' ', index.Search(query, new SearchOptions { Sort = HitSort.Path }).Hits.Select(hit => hit.Key)));
    }

    [Theory]
    [InlineData("grade:x", "query column 7: grade: expected a whole number such as 5, or a range such as 3..7, found \"x\"")]
    [InlineData("since:去年", "query column 7: since: expected a day such as 2022, 2022-07 or 2022..2023, found \"去年\"")]
    [InlineData("grade:", "query column 7: grade: needs a word after it")]
    public void A_value_that_cannot_be_read_is_told(string query, string message)
    {
        using var index = Small();
        Assert.Equal(message, Assert.Throws<QuerySyntaxException>(() => index.Search(query)).Message);
    }

    [Fact]
    public void Hits_are_sorted_by_a_column_and_those_without_a_value_are_last()
    {
        using var index = Small();
        string Keys(string column, bool descending) => string.Join(' ', index.Search("学习", new SearchOptions { SortColumn = column, Descending = descending }).Hits.Select(hit => hit.Key));
        Assert.Equal("c a b d", Keys("grade", false));
        Assert.Equal("b a c d", Keys("grade", true));
        Assert.Equal("c a b d", Keys("school", false));
        Assert.Equal("b a c d", Keys("since", true));
        Assert.Throws<ArgumentException>(() => Keys("none", false));
        Assert.Throws<ArgumentException>(() => index.Search("学习", new SearchOptions { SortColumn = "grade", Sort = HitSort.Date }));
    }

    [Fact]
    public void Filters_built_in_code_do_not_score_and_are_not_shown()
    {
        using var index = Small();
        var plain = index.Search("学习").Hits.Single(hit => hit.Key == "b");
        var filtered = Assert.Single(index.Search("学习", new SearchOptions { Filter = new AllQuery([ColumnQuery.Between("grade", 3, null), new LiteralQuery("乙")]) }).Hits);
        Assert.Equal((plain.Key, plain.Score), (filtered.Key, filtered.Score));
        Assert.Equal(plain.Matches, filtered.Matches);
        Assert.Throws<ArgumentException>(() => index.Search(ColumnQuery.Is("none", 1), SearchOptions.Default));
        Assert.Throws<ArgumentException>(() => index.Search(ColumnQuery.Is("grade", "2"), SearchOptions.Default));
        Assert.Throws<ArgumentException>(() => ColumnQuery.Between("grade", 2, "3"));
        Assert.Throws<ArgumentException>(() => ColumnQuery.Between("grade", null, null));
    }

    [Fact]
    public void An_index_remembers_its_columns_and_refuses_other_kinds()
    {
        using var folder = new TemporaryFolder();
        using (var index = SearchIndex.Open(folder.Path, Options)) index.Add(DocumentReader.Read("a", "学习").WithColumn("grade", 1));
        using (var index = SearchIndex.Open(folder.Path))                                      // nothing was committed but the columns
        {
            Assert.Equal(0, index.Count);
            index.Add(DocumentReader.Read("a", "学习").WithColumn("grade", 1));
            index.Commit();
            Assert.Throws<ArgumentException>(() => index.Add(DocumentReader.Read("b", "学习").WithColumn("grade", "一")));
            Assert.Throws<ArgumentException>(() => index.Add(DocumentReader.Read("b", "学习").WithColumn("none", 1)));
            Assert.Throws<ArgumentException>(() => index.Add(DocumentReader.Read("b", "学习").WithColumn("school", new string('长', 8193))));
            index.Commit();
        }
        Assert.Throws<ArgumentException>(() => SearchIndex.Open(folder.Path, new SearchIndexOptions { Columns = [new Column("grade", ColumnKind.Text)] }));
        using (var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { Columns = [new Column("more", ColumnKind.Text)] })) index.Commit();
        using var reader = SearchIndex.Open(folder.Path, new SearchIndexOptions { ReadOnly = true });
        Assert.Equal("a", Assert.Single(reader.Search("grade:1").Hits).Key);
        using var snapshot = reader.OpenSnapshot();
        Assert.Equal(["school", "grade", "since", "年级", "more"], snapshot.Columns.Select(column => column.Name));
        Assert.True(SearchIndex.Check(folder.Path).Sound);
        foreach (var name in new[] { "", "title", "key", "2a", "a b", "a:b" }) Assert.ThrowsAny<ArgumentException>(() => new Column(name, ColumnKind.Text));
    }

    [Fact]
    public void Filters_and_orders_equal_a_scan_on_random_values_over_several_index_segments()
    {
        var random = new Random(Seed);
        using var index = SearchIndex.InMemory(Options);
        var values = new Dictionary<string, (string? School, long? Grade)>();
        for (var i = 0; i < 400; i++)
        {
            var key = $"k{random.Next(300):D3}";
            var document = DocumentReader.Read(key, "学习");
            var (school, grade) = (random.Next(4) == 0 ? null : "甲乙丙丁戊𠀀Aé"[..random.Next(0, 9)], random.Next(4) == 0 ? null : (long?)random.Next(-20, 20));
            if (school is not null && char.IsHighSurrogate(school.LastOrDefault())) school = "甲";
            if (school is not null) document = document.WithColumn("school", school);
            if (grade is { } number) document = document.WithColumn("grade", number);
            index.Add(document);
            values[key] = (school, grade);
            if (random.Next(40) == 0) index.Commit();
            if (random.Next(20) == 0) { index.Delete(key); values.Remove(key); }
        }
        index.Commit();
        for (var draw = 0; draw < 100; draw++)
        {
            var (low, high) = (random.Next(-22, 22), random.Next(-22, 22));
            var expected = values.Where(pair => pair.Value.Grade >= low && pair.Value.Grade <= high).Select(pair => pair.Key).Order(StringComparer.Ordinal);
            Assert.Equal(expected, index.Search($"学习 grade:{low}..{high}", new SearchOptions { Limit = 0, Sort = HitSort.Path }).Hits.Select(hit => hit.Key));
        }
        foreach (var descending in new[] { false, true })
        {
            var expected = values.OrderBy(pair => pair.Value.School is null)
                .ThenBy(pair => pair.Value.School is { } school ? string.Concat(school.EnumerateRunes().Select(rune => rune.Value.ToString("x6"))) : "", Comparer<string>.Create((a, b) => descending ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b)))
                .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
            var options = new SearchOptions { Limit = 0, SortColumn = "school", Descending = descending };
            Assert.Equal(expected, index.Search("学习", options).Hits.Select(hit => hit.Key));
            Assert.Equal(expected.Take(9), index.Search("学习", options with { Limit = 9 }).Hits.Select(hit => hit.Key));
        }
    }

    [Fact]
    public void A_value_knows_its_kind()
    {
        ColumnValue text = "甲", number = 5, day = new DateOnly(2023, 9, 1);
        Assert.Equal(("甲", "5", "2023-09-01"), (text.ToString(), number.ToString(), day.ToString()));
        Assert.Throws<InvalidOperationException>(() => text.Integer);
        Assert.Throws<InvalidOperationException>(() => number.Date);
        Assert.Throws<InvalidOperationException>(() => day.Text);
        Assert.Throws<ArgumentNullException>(() => { ColumnValue none = (string)null!; });
        Assert.True(text == "甲" && number != text && default(ColumnValue) == "" && text.GetHashCode() == ((ColumnValue)"甲").GetHashCode());
    }

    private static SearchIndex Small()
    {
        var index = SearchIndex.InMemory(Options);
        index.Add(DocumentReader.Read("a", "甲生学习").WithColumn("school", "能动学院").WithColumn("grade", 2).WithColumn("since", new DateOnly(2023, 9, 1)));
        index.Add(DocumentReader.Read("b", "乙生学习").WithColumn("school", "能动学院").WithColumn("grade", 3).WithColumn("since", new DateOnly(2023, 12, 31)));
        index.Commit();
        index.Add(DocumentReader.Read("c", "丙生学习").WithColumn("school", "Law").WithColumn("grade", -5).WithColumn("since", new DateOnly(2022, 9, 1)));
        index.Add(DocumentReader.Read("d", "丁生学习").WithColumn("年级", 1).WithColumn("年级", 2));
        index.Commit();
        return index;
    }
}
