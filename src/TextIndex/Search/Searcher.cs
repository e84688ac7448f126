// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Indexing;
using TextIndex.Search.Scorers;

namespace TextIndex.Search;

/// <summary>Runs a query over a snapshot.</summary>
internal sealed class Searcher
{
    private readonly SearchContext _context;
    private readonly Query _query;
    private BoundQuery? _bound;

    /// <summary>Binds a query to a snapshot.</summary>
    public Searcher(IndexSnapshot snapshot, FieldAnalyzer analyzer, Query query, SearchOptions options, CancellationToken cancellationToken)
    {
        _context = ContextOf(snapshot, analyzer, options, cancellationToken);
        _query = WithFilters(query, options);
    }

    private BoundQuery Bound => _bound ??= _query.Bind(_context);

    /// <summary>A query with the filters of the options.</summary>
    public static Query WithFilters(Query query, SearchOptions options)
    {
        if (options.From is null && options.To is null && string.IsNullOrWhiteSpace(options.Source) && options.Filter is null) return query;
        var filters = new List<Query>();
        if (options.From is not null || options.To is not null) filters.Add(FilterQuery.Date(options.From, options.To));
        if (!string.IsNullOrWhiteSpace(options.Source)) filters.Add(FilterQuery.Source(options.Source));
        if (options.Filter is { } filter) filters.Add(new SilentQuery(filter));
        return new AllQuery([query, .. filters]);
    }

    /// <summary>What a query is bound to.</summary>
    public static SearchContext ContextOf(IndexSnapshot snapshot, FieldAnalyzer analyzer, SearchOptions options, CancellationToken cancellationToken) =>
        new(snapshot, analyzer, options.Exact, options.IgnorePunctuation, cancellationToken) { Boosts = [options.TitleBoost, options.BodyBoost] };

    /// <summary>Reads a query the way the options say.</summary>
    /// <exception cref="QuerySyntaxException">It cannot be read.</exception>
    public static Query Read(string query, bool literal, FieldAnalyzer analyzer) => Read(query, literal, analyzer, ColumnSet.None, WordMatching.All);

    /// <summary>Reads a query the way the options say.</summary>
    /// <exception cref="QuerySyntaxException">It cannot be read.</exception>
    public static Query Read(string query, bool literal, FieldAnalyzer analyzer, ColumnSet columns, WordMatching words) =>
        !literal ? QueryParser.Parse(query, analyzer, columns, words)
        : query.Trim().Length > 0 ? new LiteralQuery(query)
        : throw new QuerySyntaxException(query, default, Primitives.Messages.QueryEmpty);

    /// <summary>Finds the best documents.</summary>
    /// <param name="most">How many; int.MaxValue = all.</param>
    /// <param name="order">Which are best.</param>
    /// <param name="total">How many match.</param>
    public List<RankedDocument> FindTop(int most, HitOrder order, out int total) =>
        order.IsByScore && WordSearch.TryFind(_query, _context, Math.Max(1, most), order.After, out total) is { } found ? found : WalkTop(most, order, out total);

    /// <summary>The same by walking cursors, document by document: any query, any order.</summary>
    public List<RankedDocument> WalkTop(int most, HitOrder order, out int total)
    {
        total = 0;
        var top = new TopHits(Math.Max(1, most), order);
        foreach (var segment in _context.Snapshot.Segments)
        {
            var cursor = Bound.Open(segment);
            var columns = segment.OpenColumns();
            var dates = segment.Numbers(IndexSchema.Date);
            var values = order.OpenValues(segment);
            var ceiling = top.Ceiling;
            for (var document = cursor.Next(); document != DocumentCursor.End; document = cursor.Next())
            {
                if ((++total & 1023) == 0) _context.CancellationToken.ThrowIfCancellationRequested();
                var score = cursor.Score();
                if (score < top.Threshold || score > ceiling) continue;
                top.Offer(new RankedDocument(segment.Ordinal, document, score, dates.Get(document), columns.Key(document), values?.Value(document), segment.Part));
            }
        }
        return top.TakeSorted();
    }

    /// <summary>Gives each matching document once, in no promised order; the view is the same object, moved.</summary>
    public IEnumerable<DocumentView> Matching()
    {
        foreach (var segment in _context.Snapshot.Segments)
        {
            var cursor = Bound.Open(segment);
            var view = new DocumentView(segment, segment.OpenColumns());
            for (var document = cursor.Next(); document != DocumentCursor.End; document = cursor.Next())
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
                view.MoveTo(document);
                yield return view;
            }
        }
    }

    /// <summary>Gives the places of a matching document, ascending, each once.</summary>
    public List<Documents.TextSpan> FindPlaces(DocumentView document)
    {
        var places = new List<Place>();
        Bound.FindPlaces(document, places);
        Place.KeepDistinct(places);
        var spans = new List<Documents.TextSpan>(places.Count);
        foreach (var place in places) spans.Add(document.ToSource(place.Field, place.Folded));
        spans.Sort();
        return spans;
    }

    /// <summary>Counts the places of a matching document, each once.</summary>
    public int CountPlaces(DocumentView document) => Bound.CountPlaces(document);

    /// <summary>Tells the parts of a document's score, a line each.</summary>
    public string Explain(DocumentView document)
    {
        var lines = new List<string>();
        Bound.Explain(document, lines);
        return string.Join('\n', lines);
    }
}
