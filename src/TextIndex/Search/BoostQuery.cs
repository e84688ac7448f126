// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Multiplies the scores of a query.</summary>
public sealed class BoostQuery : Query
{
    /// <summary>Multiplies the scores of a query by a number.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="factor">0 or more, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not a number.</exception>
    public BoostQuery(Query query, double factor)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!double.IsFinite(factor) || factor < 0) throw new ArgumentOutOfRangeException(nameof(factor));
        (Query, Factor) = (query, factor);
    }

    /// <summary>What is looked for.</summary>
    public Query Query { get; }

    /// <summary>What its scores are multiplied by.</summary>
    public double Factor { get; }

    internal override BoundQuery Bind(SearchContext context) => new Bound(Query.Bind(context), Factor);

    private sealed class Bound(BoundQuery inner, double factor) : BoundQuery
    {
        public override DocumentCursor Open(IndexSegment segment) => new Cursor(inner.Open(segment), factor);

        public override void FindPlaces(DocumentView document, List<Place> places) => inner.FindPlaces(document, places);

        public override void Explain(DocumentView document, List<string> lines)
        {
            var from = lines.Count;
            inner.Explain(document, lines);
            for (var i = from; i < lines.Count; i++) lines[i] = FormattableString.Invariant($"{factor} × {lines[i]}");
        }
    }

    private sealed class Cursor(DocumentCursor inner, double factor) : DocumentCursor
    {
        public override int Advance(int target) => Document = inner.Advance(target);

        public override double Score() => factor * inner.Score();
    }
}
