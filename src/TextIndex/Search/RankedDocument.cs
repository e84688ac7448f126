// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>A document that matches, with all that its rank hangs on.</summary>
/// <param name="Segment">Place of its index segment in the snapshot.</param>
/// <param name="Document">Id in that index segment.</param>
/// <param name="Score">BM25 score.</param>
/// <param name="Date">yyyymmdd; 0 = undated.</param>
/// <param name="Key">The document's key.</param>
internal sealed record RankedDocument(int Segment, int Document, double Score, long Date, string Key)
{
    /// <summary>Orders the better one first; two documents are never equal, so ranks do not hang on where the index keeps them.</summary>
    public static int Compare(RankedDocument a, RankedDocument b, HitSort sort)
    {
        var order = sort switch
        {
            HitSort.Date => b.Date.CompareTo(a.Date) is var byDate and not 0 ? byDate : b.Score.CompareTo(a.Score),
            HitSort.Path => 0,
            _ => b.Score.CompareTo(a.Score),
        };
        return order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
    }
}
