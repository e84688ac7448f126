// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search.Scorers;

namespace TextIndex.Search;

/// <summary>Finds strings that stand near each other, in any order, counted in word positions.</summary>
/// <remarks>
/// An occurrence stands at the word that holds its first character. A match is a choice of one occurrence a string that spans at most
/// <see cref="Distance"/> words more than the strings in a row would; a string that is asked for twice needs two occurrences. Counted are the choices that no later start makes shorter. Scored by BM25, each match as 1.
/// </remarks>
public sealed class NearQuery : Query
{
    private readonly TextField[] _fields;

    /// <summary>Looks for strings near each other in title or body.</summary>
    public NearQuery(IReadOnlyList<string> texts, int distance) : this(texts, distance, "") { }

    /// <summary>Looks for strings near each other in one field.</summary>
    /// <param name="texts">Two strings or more.</param>
    /// <param name="distance">Words that may stand between them in all; 0 or more.</param>
    /// <param name="field"><c>title</c>, <c>body</c>, or empty for both.</param>
    public NearQuery(IReadOnlyList<string> texts, int distance, string field)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(texts.Count, 2, nameof(texts));
        foreach (var text in texts) ArgumentNullException.ThrowIfNull(text, nameof(texts));
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        (Texts, Distance, _fields) = ([.. texts], distance, LiteralQuery.FieldsOf(field));
    }

    /// <summary>The strings.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Words that may stand between them in all.</summary>
    public int Distance { get; }

    internal TextField[] Fields => _fields;

    internal override BoundQuery Bind(SearchContext context) => new Bound(this, context);

    private sealed class Bound : BoundQuery
    {
        private readonly NearQuery _query;
        private readonly SearchContext _context;
        private readonly LiteralPattern[] _patterns;
        private readonly FieldMatches _matches;

        public Bound(NearQuery query, SearchContext context)
        {
            (_query, _context) = (query, context);
            _patterns = [.. query.Texts.Select(text => new LiteralPattern(text, context, wholeWords: false))];
            _matches = new FieldMatches(context, query._fields, Match);
        }

        public override FieldMatches Matches => _matches;

        public override DocumentCursor Open(IndexSegment segment) => _matches.Open(segment);

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            foreach (var field in _query._fields)
            {
                if (document.IsInside(field, _query._fields)) continue;
                foreach (var match in FindMatches(document, field))
                    foreach (var span in match) places.Add(new Place(field, span));
            }
        }

        public override void Explain(DocumentView document, List<string> lines) =>
            lines.Add($"near {_query.Distance}: {string.Join(" + ", _query.Texts)}");

        private MatchList Match(IndexSegment segment, TextField field)
        {
            var matches = new MatchList();
            var view = new DocumentView(segment, segment.OpenColumns());
            foreach (var document in DocumentsWithAll(segment, field))
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
                view.MoveTo(document);
                if (FindMatches(view, field).Count is var count and > 0) matches.Add(document, count);
            }
            return matches;
        }

        // Words of the dictionary have their lists cut with each other, the rarest first, before any text is looked at.
        private List<int> DocumentsWithAll(IndexSegment segment, TextField field)
        {
            var views = SnapshotView.Of(_context.Snapshot);
            byte[][] words = views.IsOurs ? [.. _patterns.Where(pattern => pattern.IsWord).Select(pattern => Encoding.UTF8.GetBytes(pattern.Folded))] : [];
            var common = words.Length > 0 ? views.Intersect(segment.Ordinal, field, words, _context.CancellationToken) : null;
            if (common is { Count: 0 }) return common;
            foreach (var pattern in _patterns)
            {
                if (words.Length > 0 && pattern.IsWord) continue;
                var list = pattern.Match(segment, field);
                if (common is null) common = [.. list.Documents];
                else common.RemoveAll(document => list.Documents.BinarySearch(document) < 0);
            }
            return common!;
        }

        private List<TextSpan[]> FindMatches(DocumentView document, TextField field)
        {
            var occurrences = new List<(int Position, int Pattern, TextSpan Span)>();
            var firsts = new TextSpan[_patterns.Length];
            var needs = new int[_patterns.Length];
            for (var p = 0; p < _patterns.Length; p++)
            {
                var found = _patterns[p].Scan(document, field);
                if (found.Count == 0) return [];
                // Two strings that stand at one place are the same string: it is needed twice.
                firsts[p] = found[0].Span;
                var same = Array.IndexOf(firsts, found[0].Span);
                needs[same]++;
                if (same < p) continue;
                var boundaries = document.Boundaries(field);
                // Counted on from the occurrence before: from the start of the text each time would be quadratic.
                var (position, counted) = (-1, 0);
                foreach (var occurrence in found)
                {
                    position += boundaries.CountTokens(counted, occurrence.Span.Start + 1);
                    counted = occurrence.Span.Start + 1;
                    occurrences.Add((position, p, occurrence.Span));
                }
            }
            occurrences.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Pattern.CompareTo(b.Pattern));
            return NearWindows.Find(document.Folded(field), occurrences, needs, _query.Distance);
        }
    }
}
