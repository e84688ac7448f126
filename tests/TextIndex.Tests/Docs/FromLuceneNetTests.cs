// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Snippets;
using TextIndex.Storage;
using TextIndex.Tests.Storage;
using Xunit;
using Document = TextIndex.Documents.Document;
using TextField = Lucene.Net.Documents.TextField;

namespace TextIndex.Tests.Docs;

/// <summary>The programs of docs/from-lucene-net.md, word for word: they compile here and find what the page says.</summary>
public sealed class FromLuceneNetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string path => _folder.Full("index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_programs_of_the_page_are_these()
    {
        var page = File.ReadAllText(Repository.File("docs/from-lucene-net.md")).ReplaceLineEndings("\n");
        var here = File.ReadAllText(Repository.File("tests/TextIndex.Tests/Docs/FromLuceneNetTests.cs")).ReplaceLineEndings("\n");
        var blocks = page.Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        Assert.Equal(4, blocks.Count);
        foreach (var block in blocks)
        {
            var indented = string.Concat(block.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"        {line}\n"));
            Assert.True(here.Contains(indented, StringComparison.Ordinal), block);
        }
    }

    [Fact]
    public void Our_analyzer()
    {
        using var directory = new RAMDirectory();
        using var analyzer = new ChineseAnalyzer();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            writer.AddDocument([new StringField("key", "a", Field.Store.YES), new TextField("body", "坚持實事求是的思想路线", Field.Store.YES)]);
        }
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        int found = searcher.Search(new TermQuery(new Term("body", "实事求是")), 10).TotalHits;      // 1

        Assert.Equal(1, found);
    }

    [Fact]
    public void Our_codec()
    {
        using var directory = new MappedDirectory(path);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new ChineseAnalyzer()) { Codec = TextIndexCodec.Instance }))
        {
            writer.AddDocument([new TextField("body", "学习雷锋同志，为人民服务", Field.Store.YES)]);
        }
        TextIndexCodec.Register();                                        // in a program that only reads, before it opens the index
        using var reader = DirectoryReader.Open(directory);
        int found = new IndexSearcher(reader).Search(new TermQuery(new Term("body", "人民")), 10).TotalHits;      // 1

        Assert.Equal(1, found);
    }

    [Fact]
    public void All_of_it()
    {
        var options = new SearchIndexOptions { Columns = [new Column("school", ColumnKind.Text), new Column("grade", ColumnKind.Integer)] };
        using var index = SearchIndex.Open(path, options);
        index.Add(Document.Create("a", "要坚持实事求是。", "学习的方法").WithColumn("school", "能动学院").WithColumn("grade", 2));
        index.Commit();
        var result = index.Search("求是 grade:2..3", new SearchOptions { SortColumn = "grade", Descending = true });
        using var snapshot = index.OpenSnapshot();
        int stock = new IndexSearcher(snapshot.LuceneReader).Search(new TermQuery(new Term("body", "实事求是")), 10).TotalHits;      // 1

        Assert.Equal("能动学院", Assert.Single(result.Hits).Columns["school"].Text);
        Assert.Equal(1, stock);
    }

    [Fact]
    public void Marking_matches()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "实事<求是>，为人民服务。"));
        index.Commit();
        var hit = index.Search("人民 OR \"求是\"").Hits[0];
        string html = Highlighter.Html.Mark(hit.Snippet);          // 实事&lt;<mark>求是</mark>&gt;，为<mark>人民</mark>服务。
        string whole = (Highlighter.Plain with { Before = "【", After = "】" }).Mark("实事<求是>，为人民服务。", hit.Matches);      // 实事<【求是】>，为【人民】服务。
        bool first = Highlighter.Runs(hit.Snippet)[0].IsMatch;     // false: 实事<

        Assert.Equal("实事&lt;<mark>求是</mark>&gt;，为<mark>人民</mark>服务。", html);
        Assert.Equal("实事<【求是】>，为【人民】服务。", whole);
        Assert.False(first);
    }
}
