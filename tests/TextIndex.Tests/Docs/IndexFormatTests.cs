// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using TextIndex.Documents;
using TextIndex.Normalization;
using Xunit;

namespace TextIndex.Tests.Docs;

/// <summary>Holds docs/index-format.md to the code: its worked bytes and its list of fields.</summary>
public partial class IndexFormatTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs/index-format.md"));

    [Fact]
    public void The_worked_offset_map_is_what_the_code_writes()
    {
        var bytes = Convert.FromHexString(Hex().Match(Page).Groups[1].Value.Replace(" ", ""));
        var normalized = TextNormalizer.Normalize("实事\n\n求  是 a");
        Assert.Equal("实事\n求是 a", normalized.Text);
        Assert.Equal(bytes, normalized.Map.ToBytes());
        Assert.Equal(TextSpan.FromBounds(4, 8), OffsetMap.FromBytes(bytes).ToSource(TextSpan.FromBounds(3, 5)));
    }

    [Fact]
    public void Every_field_of_an_index_is_on_the_page()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "---\ntitle: 题\nsource: 报\n---\n学习实事求是 \uD800"));
        index.Add(DocumentReader.Read("b", "学习"));
        index.Commit();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in index.LuceneReader.Leaves)
            foreach (var field in ((Lucene.Net.Index.AtomicReader)leaf.Reader).FieldInfos) names.Add(field.Name);
        foreach (var name in names)
        {
            var parts = name.Split('.');
            var shown = parts[0] is "title" or "body" ? parts.Length == 1 ? "| *F* |" : $"| *F*`.{parts[1]}` |" : $"`{name}`";
            Assert.True(Page.Contains(shown, StringComparison.Ordinal), $"{name} is not on the page");
        }
        Assert.Contains("text16", names);
    }

    [GeneratedRegex("```hex\n(.*?)\n```")]
    private static partial Regex Hex();
}
