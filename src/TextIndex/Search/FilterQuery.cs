// SPDX-License-Identifier: MIT
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Keeps the documents of one source, or of some days. Scores nothing.</summary>
public sealed class FilterQuery : Query
{
    private readonly string _source;
    private readonly long _from;
    private readonly long _to;

    private FilterQuery(string source, DateOnly? from, DateOnly? to) =>
        (_source, _from, _to) = (TextNormalizer.Fold(source), from is null ? 1 : IndexDate.ToNumber(from), to is null ? long.MaxValue : IndexDate.ToNumber(to));

    /// <summary>Keeps the documents that appeared in a source, compared folded and whole.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static FilterQuery Source(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return new FilterQuery(source, null, null);
    }

    /// <summary>Keeps the documents dated in a range, both days included; undated ones are left out.</summary>
    /// <param name="from">First day; null = from the beginning.</param>
    /// <param name="to">Last day; null = to the end.</param>
    public static FilterQuery Date(DateOnly? from, DateOnly? to) => new("", from, to);

    /// <summary>The source as it was asked for; empty where days are.</summary>
    internal string SourceName => _source;

    /// <summary>The days as a query writes them.</summary>
    internal string Days => $"{DayOf(_from)}..{DayOf(_to)}";

    private static string DayOf(long number) => IndexDate.FromNumber(number) is { } day ? ((ColumnValue)day).ToString() : "";

    internal override BoundQuery Bind(SearchContext context) => new Bound(this, context);

    internal FilterKey CacheKey => new("", _source, _from, _to, null, null);

    /// <summary>The documents of an index segment that are kept.</summary>
    internal FixedBitSet Match(IndexSegment segment)
    {
        var documents = new FixedBitSet(Math.Max(1, segment.DocumentCount));
        if (_source.Length > 0)
        {
            if (PostingsCursor.Open(segment.Reader, IndexSchema.Source, _source) is { } cursor)
                for (var document = cursor.Next(); document != PostingsCursor.End; document = cursor.Next()) documents.Set(document);
            return documents;
        }
        var dates = segment.Numbers(IndexSchema.Date);
        for (var document = 0; document < segment.DocumentCount; document++)
            if (segment.IsLive(document) && dates.Get(document) is var date && date >= _from && date <= _to) documents.Set(document);
        return documents;
    }

    private sealed class Bound(FilterQuery query, SearchContext context) : BoundQuery
    {
        // An index segment is opened for each of its documents where a query asks which of its parts a document matches.
        private readonly FixedBitSet?[] _documents = new FixedBitSet?[context.Snapshot.Segments.Count];

        public override DocumentCursor Open(IndexSegment segment) => new ConstantCursor(_documents[segment.Ordinal] ??= query.Match(segment), 0);

        public override void FindPlaces(DocumentView document, List<Place> places) { }

        public override void Explain(DocumentView document, List<string> lines) { }
    }
}
