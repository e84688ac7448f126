// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Keeps the documents that a query matches, and neither scores them nor shows its places.</summary>
internal sealed class SilentQuery(Query query) : Query
{
    /// <summary>What is looked for.</summary>
    public Query Query => query;

    internal override BoundQuery Bind(SearchContext context) => new Bound(query.Bind(context));

    private sealed class Bound(BoundQuery inner) : BoundQuery
    {
        public override DocumentCursor Open(IndexSegment segment) => new Cursor(inner.Open(segment));

        public override void FindPlaces(DocumentView document, List<Place> places) { }

        public override void Explain(DocumentView document, List<string> lines) { }
    }

    private sealed class Cursor(DocumentCursor inner) : DocumentCursor
    {
        public override int Advance(int target) => Document = inner.Advance(target);

        public override double Score() => 0;
    }
}
