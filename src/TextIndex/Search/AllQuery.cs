// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Finds the documents that match all of some queries and none of some others; scores are summed.</summary>
public sealed class AllQuery : Query
{
    /// <summary>Requires all of some queries.</summary>
    public AllQuery(IReadOnlyList<Query> required) : this(required, []) { }

    /// <summary>Requires all of some queries and none of some others.</summary>
    /// <exception cref="ArgumentException">Nothing is required.</exception>
    public AllQuery(IReadOnlyList<Query> required, IReadOnlyList<Query> excluded)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(excluded);
        ArgumentOutOfRangeException.ThrowIfZero(required.Count, nameof(required));
        foreach (var query in required) ArgumentNullException.ThrowIfNull(query, nameof(required));
        foreach (var query in excluded) ArgumentNullException.ThrowIfNull(query, nameof(excluded));
        (Required, Excluded) = ([.. required], [.. excluded]);
    }

    /// <summary>What must match.</summary>
    public IReadOnlyList<Query> Required { get; }

    /// <summary>What must not match.</summary>
    public IReadOnlyList<Query> Excluded { get; }

    internal override BoundQuery Bind(SearchContext context) =>
        new Bound([.. Required.Select(query => query.Bind(context))], [.. Excluded.Select(query => query.Bind(context))]);

    private sealed class Bound(BoundQuery[] required, BoundQuery[] excluded) : BoundQuery
    {
        public override DocumentCursor Open(IndexSegment segment) =>
            new AllCursor([.. required.Select(part => part.Open(segment))], [.. excluded.Select(part => part.Open(segment))]);

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            foreach (var part in required) part.FindPlaces(document, places);
        }

        public override void Explain(DocumentView document, List<string> lines)
        {
            foreach (var part in required) part.Explain(document, lines);
        }
    }
}
