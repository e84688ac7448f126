// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>Finds the documents that match at least one of some queries; scores of those that match are summed.</summary>
public sealed class AnyQuery : Query
{
    /// <summary>Requires at least one of some queries.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public AnyQuery(IReadOnlyList<Query> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfZero(queries.Count, nameof(queries));
        foreach (var query in queries) ArgumentNullException.ThrowIfNull(query, nameof(queries));
        Queries = [.. queries];
    }

    /// <summary>What may match.</summary>
    public IReadOnlyList<Query> Queries { get; }

    internal override BoundQuery Bind(SearchContext context) =>
        new Bound([.. Queries.Select(query => query.Bind(context))], [.. Queries.Select(query => query is LiteralQuery or BoostQuery { Query: LiteralQuery or UnshownQuery } or UnshownQuery)]);

    private sealed class Bound(BoundQuery[] parts, bool[] showAlone) : BoundQuery
    {
        public override DocumentCursor Open(IndexSegment segment) => new AnyCursor([.. parts.Select(part => part.Open(segment))]);

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            // A string that does not match has no places, so that nobody needs to know whether it does.
            for (var i = 0; i < parts.Length; i++)
                if (showAlone[i] || DoesMatch(parts[i], document)) parts[i].FindPlaces(document, places);
        }

        public override void Explain(DocumentView document, List<string> lines)
        {
            foreach (var part in parts)
                if (DoesMatch(part, document)) part.Explain(document, lines);
        }

        // A part such as (a AND b) that does not match has places of a alone: they are not the reason why the document is found.
        private static bool DoesMatch(BoundQuery part, DocumentView document) => part.Open(document.Segment).Advance(document.Document) == document.Document;
    }
}
