// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Indexing;
using TextIndex.Lac;
using Xunit;

namespace TextIndex.Cli.Tests;

/// <summary>What docs/extraction.md shows of names and columns.</summary>
public class NamesAsColumnsTests
{
    [Fact]
    public void The_person_whom_a_document_is_about_can_be_a_column()
    {
        var options = new NameOptions { Model = LacModel.Default };
        using var index = SearchIndex.InMemory(new SearchIndexOptions { Columns = [new Column("person", ColumnKind.Text)] });
        foreach (var document in new[] { DocumentReader.Read("a.txt", "陶玉屏教授作风过硬，陶玉屏常下乡。林小满也去了。"), DocumentReader.Read("b.txt", "林小满同志作风过硬。") })
        {
            var person = NameExtractor.Extract(document, options).Where(name => name.Type == NameType.Person).MaxBy(name => name.Mentions.Count);
            index.Add(person is null ? document : document.WithColumn("person", person.Canonical));
        }
        index.Commit();
        Assert.Equal("a.txt", Assert.Single(index.Search("作风 person:陶玉屏").Hits).Key);
    }
}
