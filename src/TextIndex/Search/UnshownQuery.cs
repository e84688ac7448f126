// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Scores as another query does and shows none of its places: what it looks for is shown by other parts already.</summary>
internal sealed class UnshownQuery(Query query) : Query
{
    /// <summary>What is looked for.</summary>
    public Query Query => query;

    internal override BoundQuery Bind(SearchContext context) => new Bound(query.Bind(context));

    private sealed class Bound(BoundQuery inner) : BoundQuery
    {
        public override DocumentCursor Open(IndexSegment segment) => inner.Open(segment);

        public override void FindPlaces(DocumentView document, List<Place> places) { }

        public override void Explain(DocumentView document, List<string> lines) => inner.Explain(document, lines);
    }
}
