// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Keeps the best documents of many.</summary>
/// <param name="limit">How many are kept; at least 1, int.MaxValue = all.</param>
/// <param name="sort">Which are best.</param>
internal sealed class TopHits(int limit, HitSort sort)
{
    private readonly PriorityQueue<RankedDocument, RankedDocument> _worstFirst =
        new(Comparer<RankedDocument>.Create((a, b) => RankedDocument.Compare(b, a, sort)));

    /// <summary>Score below which a document cannot enter; only ranking by score knows one.</summary>
    public double Threshold => sort == HitSort.Score && _worstFirst.Count == limit ? _worstFirst.Peek().Score : double.NegativeInfinity;

    /// <summary>Offers a document.</summary>
    public void Offer(RankedDocument document)
    {
        if (_worstFirst.Count < limit) _worstFirst.Enqueue(document, document);
        else _worstFirst.EnqueueDequeue(document, document);
    }

    /// <summary>Takes the documents out, best first.</summary>
    public List<RankedDocument> TakeSorted()
    {
        var documents = new List<RankedDocument>(_worstFirst.Count);
        while (_worstFirst.TryDequeue(out var document, out _)) documents.Add(document);
        documents.Reverse();
        return documents;
    }
}
