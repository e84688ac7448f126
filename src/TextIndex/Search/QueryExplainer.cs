// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;
using TextIndex.Primitives;

namespace TextIndex.Search;

/// <summary>Tells clause by clause why a document matches a query, or why it does not. For one thread.</summary>
/// <remarks>Scores are asked of the same cursors that a search walks and summed in the same order; only the reasons of a failure are found out here.</remarks>
internal sealed class QueryExplainer(SearchContext context)
{
    private static readonly string[] FieldNames = ["title", "body"];

    /// <summary>Explains a query for the document with a key.</summary>
    /// <returns>Null where there is no such document.</returns>
    public Explanation? Explain(Query query, string key)
    {
        if (!DocumentLookup.TryFind(context.Snapshot, key, out var segment, out var document)) return null;
        var view = new DocumentView(segment, segment.OpenColumns());
        view.MoveTo(document);
        return Explain(query, view);
    }

    private Explanation Explain(Query query, DocumentView document)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return query switch
        {
            AllQuery all => ExplainAll(all, document),
            AnyQuery any => ExplainAny(any, document),
            BoostQuery boost => ExplainBoost(boost, document),
            SilentQuery silent => Explain(silent.Query, document) with { Score = 0 },
            UnshownQuery unshown => Explain(unshown.Query, document),
            _ => ExplainLeaf(query, document),
        };
    }

    private Explanation ExplainAll(AllQuery query, DocumentView document)
    {
        var parts = query.Required.Select(part => Explain(part, document)).ToList();
        var missing = parts.Count(part => !part.Matches);
        var score = 0.0;
        foreach (var part in parts) score += part.Score;
        foreach (var excluded in query.Excluded)
        {
            var found = Explain(excluded, document);
            parts.Add(new Explanation(!found.Matches, 0, Messages.ExplainExcluded(found.Clause), found.Matches ? Messages.ExplainExcludedMatches : "", []));
        }
        var failed = parts.Count(part => !part.Matches);
        return new Explanation(failed == 0, failed == 0 ? score : 0, Messages.ExplainAll, failed == 0 ? "" : Messages.ExplainMissing(failed, parts.Count), parts);
    }

    private Explanation ExplainAny(AnyQuery query, DocumentView document)
    {
        var parts = query.Queries.Select(part => Explain(part, document)).ToList();
        var matches = parts.Exists(part => part.Matches);
        var score = 0.0;
        foreach (var part in parts)
            if (part.Matches) score += part.Score;
        return new Explanation(matches, score, Messages.ExplainAny, matches ? "" : Messages.ExplainNoneMatches, parts);
    }

    private Explanation ExplainBoost(BoostQuery query, DocumentView document)
    {
        var inner = Explain(query.Query, document);
        var clause = FormattableString.Invariant($"{inner.Clause}^{query.Factor}");
        return new Explanation(inner.Matches, inner.Matches ? query.Factor * inner.Score : 0, clause, "", [inner]);
    }

    private Explanation ExplainLeaf(Query query, DocumentView document)
    {
        var bound = query.Bind(context);
        var clause = ClauseOf(query);
        var cursor = bound.Open(document.Segment);
        if (cursor.Advance(document.Document) != document.Document) return new Explanation(false, 0, clause, ReasonOf(query, bound, document), []);
        var lines = new List<string>();
        bound.Explain(document, lines);
        if (lines.Count == 0) lines.Add(FactOf(query, document));
        return new Explanation(true, cursor.Score(), clause, string.Join('\n', lines), []);
    }

    private static string ClauseOf(Query query) => query switch
    {
        LiteralQuery literal => FieldPrefix(literal.Fields) + (literal.WholeWords ? literal.Text : $"\"{literal.Text}\""),
        NearQuery near => Messages.ExplainNear(string.Join(' ', near.Texts), near.Distance),
        PrefixQuery prefix => prefix.Prefix + "*",
        ColumnQuery column => $"{column.Column}:{(column.From == column.To ? column.From.ToString() : $"{column.From}..{column.To}")}",
        FilterQuery { SourceName.Length: > 0 } filter => "source:" + filter.SourceName,
        FilterQuery filter => $"date:{filter.Days}",
        _ => query.GetType().Name,
    };

    private static string FieldPrefix(TextField[] fields) => fields.Length == 1 ? fields[0].Name + ":" : "";

    private string ReasonOf(Query query, BoundQuery bound, DocumentView document) => query switch
    {
        LiteralQuery literal => ReasonOf(literal, bound, document),
        NearQuery near => ReasonOf(near, document),
        PrefixQuery prefix => Messages.ExplainNoPrefix(prefix.Prefix),
        _ => FactOf(query, document),
    };

    // What the document has where a filter looks.
    private string FactOf(Query query, DocumentView document)
    {
        switch (query)
        {
            case ColumnQuery column when context.Snapshot.Columns.TryGet(column.Column, out var known):
                return new ColumnValues(document.Segment, known).Value(document.Document) is { } value ? Messages.ExplainIs(column.Column, value.ToString()) : Messages.ExplainHasNone(column.Column);
            case FilterQuery { SourceName.Length: > 0 }:
                return document.Meta.Source is { Length: > 0 } source ? Messages.ExplainIs("source", source) : Messages.ExplainHasNone("source");
            case FilterQuery:
                var date = IndexDate.FromNumber(document.Segment.Numbers(IndexSchema.Date).Get(document.Document));
                return date is { } day ? Messages.ExplainIs("date", ((ColumnValue)day).ToString()) : Messages.ExplainHasNone("date");
            default:
                return "";
        }
    }

    private string ReasonOf(LiteralQuery query, BoundQuery bound, DocumentView document)
    {
        var folded = TextNormalizer.Fold(query.Text);
        if (context.IgnorePunctuation) folded = Punctuation.Strip(folded).Trim(' ');
        if (folded.Length == 0 || folded.Contains(TextNormalizer.Barrier)) return folded.Length == 0 ? Messages.ExplainNothingToFind : Messages.ExplainCrossesBorder;
        if (query.WholeWords && FindAs(new LiteralQuery(query.Text, OnlyField(query)), context, document) is { } inside) return Messages.ExplainInsideWord(WordAround(document, inside));
        if (context.Exact && FindAs(query, context with { Exact = false }, document) is { } spelling) return Messages.ExplainOtherSpelling(SourceOf(document, spelling));
        if (!context.IgnorePunctuation && FindAs(query, context with { IgnorePunctuation = true }, document) is { } marked) return Messages.ExplainPunctuation(SourceOf(document, marked));
        if (query.Fields.Length == 1)
        {
            var other = FieldNames[1 - query.Fields[0].Ordinal];
            if (FindAs(new LiteralQuery(query.Text, other, query.WholeWords), context, document) is not null) return Messages.ExplainElsewhere(other);
        }
        foreach (var field in query.Fields)
            if (document.Folded(field).ToString().Replace(TextNormalizer.Barrier.ToString(), "", StringComparison.Ordinal).Contains(folded, StringComparison.Ordinal)) return Messages.ExplainCrossesBorder;
        var reason = Messages.ExplainNowhere(CountDocuments(bound), context.Snapshot.DocumentCount);
        return LongestPart(query, folded, document) is { Length: > 0 } part ? $"{reason}; {Messages.ExplainLongestPart(part)}" : reason;
    }

    private static string OnlyField(LiteralQuery query) => query.Fields.Length == 1 ? query.Fields[0].Name : "";

    // The first place of a query asked in another way.
    private static Place? FindAs(Query query, SearchContext context, DocumentView document)
    {
        var bound = query.Bind(context);
        if (bound.Open(document.Segment).Advance(document.Document) != document.Document) return null;
        var places = new List<Place>();
        bound.FindPlaces(document, places);
        return places.Count > 0 ? places.Min() : null;
    }

    private static string SourceOf(DocumentView document, Place place) => document.ToSource(place.Field, place.Folded).In(document.Text);

    private static string WordAround(DocumentView document, Place place)
    {
        var text = document.Folded(place.Field);
        var boundaries = document.Boundaries(place.Field);
        var (start, end) = (place.Folded.Start, place.Folded.End);
        while (start > 0 && !boundaries.Aligned(start, text.Length)) start--;
        while (end < text.Length && !boundaries.Aligned(start, end)) end++;
        return text[start..end].ToString();
    }

    private int CountDocuments(BoundQuery bound)
    {
        var count = 0;
        foreach (var segment in context.Snapshot.Segments)
        {
            var cursor = bound.Open(segment);
            while (cursor.Next() != DocumentCursor.End) count++;
        }
        return count;
    }

    // The longest stretch of the string that stands in the field, of two code units or more: where a quotation was misremembered.
    private static string LongestPart(LiteralQuery query, string folded, DocumentView document)
    {
        var longest = "";
        foreach (var field in query.Fields)
        {
            var text = document.Folded(field);
            for (var start = 0; start < folded.Length; start++)
                while (start + longest.Length < folded.Length && text.IndexOf(folded.AsSpan(start, longest.Length + 1)) >= 0) longest = folded.Substring(start, longest.Length + 1);
        }
        return longest.Length >= 2 && !char.IsLowSurrogate(longest[0]) && !char.IsHighSurrogate(longest[^1]) ? longest : "";
    }

    private string ReasonOf(NearQuery query, DocumentView document)
    {
        var field = query.Fields.Length == 1 ? query.Fields[0].Name : "";
        foreach (var text in query.Texts)
            if (FindAs(new LiteralQuery(text, field), context, document) is null) return Messages.ExplainNearMissing(text);
        int Closest(string name)
        {
            var (low, high) = (query.Distance, query.Distance + 1);
            while (FindAs(new NearQuery(query.Texts, high, name), context, document) is null)
            {
                if (high > document.Text.Length + query.Distance) return int.MaxValue;
                (low, high) = (high, 2 * high);
            }
            while (high - low > 1)
            {
                var middle = low + (high - low) / 2;
                if (FindAs(new NearQuery(query.Texts, middle, name), context, document) is null) low = middle; else high = middle;
            }
            return high;
        }
        var closest = Closest(field);
        return closest == int.MaxValue ? Messages.ExplainNearNever : Messages.ExplainNearTooFar(closest, query.Distance);
    }
}
