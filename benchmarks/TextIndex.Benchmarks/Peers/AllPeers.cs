// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace TextIndex.Benchmarks.Peers;

/// <summary>The engines of the comparison; the first is ours, and all ratios are to it.</summary>
internal static class AllPeers
{
    public static IReadOnlyList<IPeer> Create() =>
    [
        new TextIndexPeer(),
        new RankingPeer(),
        new LucenePeer("Lucene.Net StandardAnalyzer", new StandardAnalyzer(LuceneVersion.LUCENE_48)),
        new LucenePeer("Lucene.Net CJKAnalyzer", new CJKAnalyzer(LuceneVersion.LUCENE_48)),
        new Fts5Peer(trigram: false),
        new Fts5Peer(trigram: true),
    ];
}
