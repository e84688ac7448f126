// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Docs;

/// <summary>Runs every row of docs/query-syntax.md: what the page says is found is what is found.</summary>
public class QuerySyntaxPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.File("docs/query-syntax.md"));

    public static TheoryData<string, string> Found { get; } = Pairs(Rows("| query | finds |"));

    public static TheoryData<string, string> Refused { get; } = Pairs(Rows("| query | says |"));

    [Theory]
    [MemberData(nameof(Found))]
    public void A_query_finds_the_documents_that_the_page_names(string query, string keys)
    {
        using var index = Index();
        var found = index.Search(query).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal);
        Assert.Equal(keys, string.Join(' ', found));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_query_that_cannot_be_read_is_told_as_the_page_says(string query, string message)
    {
        using var index = Index();
        Assert.Equal(message, Assert.Throws<QuerySyntaxException>(() => index.Search(query)).Message);
    }

    private static SearchIndex Index()
    {
        var index = SearchIndex.InMemory(new SearchIndexOptions { Columns = [new Column("school", ColumnKind.Text), new Column("grade", ColumnKind.Integer), new Column("since", ColumnKind.Date)] });
        var values = Rows("| key | school |").ToDictionary(row => row[0]);
        foreach (var row in Rows("| key | title |"))
        {
            var date = row[3].Length > 0 ? $"date: {row[3]}\n" : "";
            var document = DocumentReader.Read(row[0], $"---\ntitle: {row[1]}\nsource: {row[2]}\n{date}---\n\n{row[4]}\n");
            index.Add(values.TryGetValue(row[0], out var cells) ? WithValues(document, cells) : document);
        }
        index.Commit();
        return index;
    }

    private static Document WithValues(Document document, string[] cells)
    {
        document = document.WithColumn("school", cells[1]).WithColumn("grade", long.Parse(cells[2], CultureInfo.InvariantCulture));
        return cells[3].Length > 0 ? document.WithColumn("since", DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture)) : document;
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string[]> rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in rows) data.Add(row[0].Trim('`'), row[1]);
        return data;
    }

    // The rows of every table whose head begins so.
    private static IEnumerable<string[]> Rows(string head)
    {
        for (var i = 0; i < Page.Length; i++)
        {
            if (!Page[i].StartsWith(head, StringComparison.Ordinal)) continue;
            for (i += 2; i < Page.Length && Page[i].StartsWith('|'); i++) yield return [.. Page[i].Trim('|').Split('|').Select(cell => cell.Trim())];
        }
    }
}
