// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Lucene.Net as it comes, BM25.</summary>
internal sealed class StockEngine : TimedEngine
{
    private readonly MMapDirectory _directory;
    private readonly IndexSearcher _searcher;

    public StockEngine(string folder)
    {
        _directory = new MMapDirectory(folder);
        Reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(Reader) { Similarity = new BM25Similarity() };
    }

    public override string Name => "Lucene.Net";

    public DirectoryReader Reader { get; }

    public override void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
    }

    protected override Func<long> Prepare(EngineQuery query)
    {
        var terms = query.Words.Select(word => new Term("b", word)).ToArray();
        Query built;
        if (query.Kind == QueryKind.Term) built = new TermQuery(terms[0]);
        else if (query.Kind == QueryKind.Prefix) built = new PrefixQuery(terms[0]);
        else if (query.Kind == QueryKind.Phrase)
        {
            var phrase = new PhraseQuery();
            foreach (var term in terms) phrase.Add(term);
            built = phrase;
        }
        else
        {
            var words = new BooleanQuery();
            foreach (var term in terms) words.Add(new TermQuery(term), query.Kind == QueryKind.And ? Occur.MUST : Occur.SHOULD);
            built = words;
        }
        return () => _searcher.Search(built, 10).TotalHits;
    }
}
