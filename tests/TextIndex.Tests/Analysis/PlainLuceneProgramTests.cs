// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using Xunit;

namespace TextIndex.Tests.Analysis;

/// <summary>A program of plain Lucene.Net that takes nothing of this library but the analyzer: kept as a compiled example.</summary>
public sealed class PlainLuceneProgramTests
{
    [Fact]
    public void A_plain_Lucene_program_indexes_and_finds_Chinese_words()
    {
        using var directory = new RAMDirectory();
        using var analyzer = new ChineseAnalyzer();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            writer.AddDocument([new StringField("key", "a.txt", Field.Store.YES), new TextField("body", "坚持实事求是的思想路线。", Field.Store.YES)]);
            writer.AddDocument([new StringField("key", "b.txt", Field.Store.YES), new TextField("body", "向群眾\n學習。", Field.Store.YES)]);
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);

        Assert.Equal(["a.txt"], Keys(new TermQuery(new Term("body", "实事求是"))));
        Assert.Equal(["b.txt"], Keys(new TermQuery(new Term("body", "群众"))));
        Assert.Equal(["b.txt"], Keys(new PhraseQuery { new Term("body", "群众"), new Term("body", "学习") }));
        Assert.Empty(Keys(new TermQuery(new Term("body", "求是"))));

        string[] Keys(Lucene.Net.Search.Query query) => [.. searcher.Search(query, 10).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("key"))];
    }
}
