// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Storage;

namespace TextIndex.Benchmarks.Peers;

/// <summary>This library without its passages: reading the query, matching and ranking, which is what the other engines are asked for.</summary>
internal sealed class RankingPeer : IPeer
{
    private readonly FieldAnalyzer _analyzer = new(WordSegmenter.WordGraph);
    private Lucene.Net.Store.Directory? _directory;
    private IndexSnapshot? _snapshot;

    public string Name => "TextIndex, ranking alone";

    public string Note => "the same without passages: query text in; exact total, ten best documents; no text is shown";

    public bool HasIndex => false;

    public void Build(IReadOnlyList<SyntheticDocument> documents, string folder) => throw new InvalidOperationException("It reads the index of TextIndex.");

    public void Open(string folder)
    {
        _directory = IndexFolder.Open(folder, create: false);
        _snapshot = IndexSnapshot.Open(_directory, folder, IndexSession.FingerprintOf(_analyzer));
    }

    public Func<int> Prepare(QueryCase query)
    {
        var (snapshot, text, literal) = (_snapshot!, TextIndexPeer.TextOf(query), query.Kind == QueryKind.Literal);
        return () =>
        {
            new Searcher(snapshot, _analyzer, Searcher.Read(text, literal, _analyzer), SearchOptions.Default, CancellationToken.None).FindTop(10, HitOrder.ByScore, out var total);
            return total;
        };
    }

    public void Dispose()
    {
        _snapshot?.Dispose();
        _directory?.Dispose();
    }
}
