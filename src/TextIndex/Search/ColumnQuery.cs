// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Keeps the documents whose value in a column of the caller's is one value, or lies in a range. Scores nothing.</summary>
/// <example><code>
/// Query second = ColumnQuery.Between("grade", 2, 3);
/// Query school = ColumnQuery.Is("school", "能动学院");
/// </code></example>
/// <remarks>
/// Documents without a value are left out. Strings are compared folded and whole, ranges of strings by code point. Immutable; safe to share between threads.
/// </remarks>
public sealed class ColumnQuery : Query
{
    private ColumnQuery(string column, ColumnValue? from, ColumnValue? to)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        if (from is null && to is null) throw new ArgumentException(Primitives.Messages.RangeIsOpen(column), nameof(from));
        if (from is { } first && to is { } last && first.Kind != last.Kind) throw new ArgumentException(Primitives.Messages.RangeKinds(column), nameof(to));
        (Column, From, To) = (column, from, to);
    }

    /// <summary>Name of the column.</summary>
    public string Column { get; }

    /// <summary>Least value that is kept; null = from the beginning.</summary>
    public ColumnValue? From { get; }

    /// <summary>Greatest value that is kept; null = to the end.</summary>
    public ColumnValue? To { get; }

    /// <summary>Keeps the documents with one value.</summary>
    public static ColumnQuery Is(string column, ColumnValue value) => new(column, value, value);

    /// <summary>Keeps the documents with a value in a range, both ends included.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="from">Least value; null = from the beginning.</param>
    /// <param name="to">Greatest value; null = to the end.</param>
    /// <exception cref="ArgumentException">Both ends are open, or they are of two kinds.</exception>
    public static ColumnQuery Between(string column, ColumnValue? from, ColumnValue? to) => new(column, from, to);

    internal FilterKey CacheKey => new(Column, "", 0, 0, From, To);

    internal override BoundQuery Bind(SearchContext context) => new Bound(this, ColumnOf(context), context);

    /// <summary>The column. One that the index does not have, or has with another kind, is refused: to find nothing would hide a slip of the pen.</summary>
    internal Column ColumnOf(SearchContext context)
    {
        var column = context.Snapshot.Columns.Get(Column, "query");
        var kind = (From ?? To)!.Value.Kind;
        if (kind != column.Kind) throw new ArgumentException(Primitives.Messages.NeedsColumnValue(Column, column.Kind.ToString(), kind.ToString()), "query");
        return column;
    }

    /// <summary>The documents of an index segment that are kept.</summary>
    internal FixedBitSet Match(IndexSegment segment, Column column)
    {
        var documents = new FixedBitSet(Math.Max(1, segment.DocumentCount));
        if (column.Kind == ColumnKind.Text) MatchTexts(segment, column, documents);
        else MatchNumbers(segment, column, documents);
        return documents;
    }

    private void MatchNumbers(IndexSegment segment, Column column, FixedBitSet documents)
    {
        var (least, most) = (From is { } from ? ColumnFields.ToNumber(from) : long.MinValue, To is { } to ? ColumnFields.ToNumber(to) : long.MaxValue);
        var values = new ColumnValues(segment, column);
        for (var document = 0; document < segment.DocumentCount; document++)
            if (segment.IsLive(document) && values.Has(document) && values.Number(document) is var number && number >= least && number <= most) documents.Set(document);
    }

    private void MatchTexts(IndexSegment segment, Column column, FixedBitSet documents)
    {
        var first = From is { } from ? new BytesRef(TextNormalizer.Fold(from.Text)) : new BytesRef();
        var last = To is { } to ? new BytesRef(TextNormalizer.Fold(to.Text)) : null;
        if (segment.Terms(column.FieldName) is not { } terms || terms.SeekCeil(first) == TermsEnum.SeekStatus.END) return;
        for (var term = terms.Term; term is not null && (last is null || term.CompareTo(last) <= 0); term = terms.MoveNext() ? terms.Term : null)
        {
            var cursor = PostingsCursor.Open(segment.Reader, terms);
            for (var document = cursor.Next(); document != PostingsCursor.End; document = cursor.Next()) documents.Set(document);
        }
    }

    private sealed class Bound(ColumnQuery query, Column column, SearchContext context) : BoundQuery
    {
        private readonly FixedBitSet?[] _documents = new FixedBitSet?[context.Snapshot.Segments.Count];

        public override DocumentCursor Open(IndexSegment segment) => new ConstantCursor(_documents[segment.Ordinal] ??= query.Match(segment, column), 0);

        public override void FindPlaces(DocumentView document, List<Place> places) { }

        public override void Explain(DocumentView document, List<string> lines) { }
    }
}
