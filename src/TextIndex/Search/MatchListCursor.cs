// SPDX-License-Identifier: MIT
using Lucene.Net.Index;

namespace TextIndex.Search;

/// <summary>Walks a list of matches and scores them by BM25.</summary>
internal sealed class MatchListCursor(MatchList matches, Bm25 bm25, NumericDocValues lengths) : DocumentCursor
{
    private int _next;

    public override int Advance(int target)
    {
        if (Document >= target) return Document;
        var documents = matches.Documents;
        // Galloping: a cursor that is led by a rarer one skips far.
        var step = 1;
        while (_next + step < documents.Length && documents[_next + step] < target) step <<= 1;
        var at = documents[_next..Math.Min(documents.Length, _next + step + 1)].BinarySearch(target);
        _next += at < 0 ? ~at : at;
        return Document = _next < documents.Length ? documents[_next] : End;
    }

    public override double Score() => bm25.Score(matches.FrequencyAt(_next), lengths.Get(Document));
}
