// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Keeps the best documents of many.</summary>
/// <param name="limit">How many are kept; at least 1, int.MaxValue = all.</param>
/// <param name="order">Which are best.</param>
internal sealed class TopHits(int limit, HitOrder order)
{
    private readonly PriorityQueue<RankedDocument, RankedDocument> _worstFirst =
        new(Comparer<RankedDocument>.Create((a, b) => order.Compare(b, a)));

    /// <summary>Score below which a document cannot enter; only ranking by score knows one.</summary>
    public double Threshold => order.IsByScore && _worstFirst.Count == limit ? _worstFirst.Peek().Score : double.NegativeInfinity;

    /// <summary>Score above which a document has been on an earlier page; only ranking by score knows one.</summary>
    public double Ceiling => order.IsByScore && order.After is { } after ? after.Score : double.PositiveInfinity;

    /// <summary>Offers a document.</summary>
    public void Offer(RankedDocument document)
    {
        if (order.After is { } after && order.Compare(document, after) <= 0) return;
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
