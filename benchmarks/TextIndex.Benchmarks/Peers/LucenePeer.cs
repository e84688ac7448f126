// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;
using Document = Lucene.Net.Documents.Document;

namespace TextIndex.Benchmarks.Peers;

/// <summary>Stock Lucene.Net with one of its own analyzers: a word is what the analyzer makes of it, several tokens are a phrase.</summary>
internal sealed class LucenePeer(string name, Analyzer analyzer) : IPeer
{
    private Directory? _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public string Name => name;

    public string Note => "a query built in code; exact total, ten best document numbers (BM25, one-byte lengths); no text is shown";

    public void Build(IReadOnlyList<SyntheticDocument> documents, string folder)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 64, Similarity = new BM25Similarity() });
        foreach (var document in documents)
            writer.AddDocument(new Document { new StringField("key", document.Key, Field.Store.YES), new TextField("body", document.Text, Field.Store.YES) });
        writer.Commit();
    }

    public void Open(string folder)
    {
        _directory = FSDirectory.Open(folder);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public Func<int> Prepare(QueryCase query)
    {
        var searcher = _searcher!;
        Query built;
        if (query.Kind is QueryKind.And or QueryKind.Or)
        {
            var all = new BooleanQuery();
            foreach (var word in query.Words) all.Add(Word(word), query.Kind == QueryKind.And ? Occur.MUST : Occur.SHOULD);
            built = all;
        }
        else built = Word(query.Joined);
        return () => searcher.Search(built, 10).TotalHits;
    }

    private Query Word(string text)
    {
        var phrase = new PhraseQuery();
        using var tokens = analyzer.GetTokenStream("body", text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken()) phrase.Add(new Term("body", term.ToString()));
        tokens.End();
        return phrase.GetTerms() is [var only] ? new TermQuery(only) : phrase;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
    }
}
