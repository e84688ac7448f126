// SPDX-License-Identifier: MIT
using System.Text;
using Lucene.Net.Index;
using TextIndex.Codecs;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds a string wherever it stands, whatever the word boundaries; equal to a scan of the folded text.</summary>
/// <example><code>
/// var query = new LiteralQuery("求是");   // also inside 实事求是
/// </code></example>
/// <remarks>Scored by BM25 in the title and in the body, summed. Immutable; safe to share between threads.</remarks>
public sealed class LiteralQuery : Query
{
    /// <summary>Looks for a string in title and body.</summary>
    public LiteralQuery(string text) : this(text, "") { }

    /// <summary>Looks for a string in one field.</summary>
    /// <param name="text">The string; white space at its ends is left out.</param>
    /// <param name="field"><c>title</c>, <c>body</c>, or empty for both.</param>
    public LiteralQuery(string text, string field) : this(text, field, wholeWords: false) { }

    internal LiteralQuery(string text, string field, bool wholeWords)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Text, Fields, WholeWords) = (text.Trim(), FieldsOf(field), wholeWords);
    }

    /// <summary>The string that is looked for.</summary>
    public string Text { get; }

    /// <summary>Counts only occurrences that begin and end at word boundaries: how a bare Latin word is meant.</summary>
    internal bool WholeWords { get; }

    internal TextField[] Fields { get; }

    internal override BoundQuery Bind(SearchContext context) => new Bound(this, context);

    internal static TextField[] FieldsOf(string field) => field switch
    {
        "" => TextField.All,
        "title" => [TextField.Title],
        "body" => [TextField.Body],
        _ => throw new ArgumentException($"\"{field}\" is no field of text; there are title and body.", nameof(field)),
    };

    private sealed class Bound : BoundQuery
    {
        private readonly LiteralQuery _query;
        private readonly SearchContext _context;
        private readonly LiteralPattern _pattern;
        private readonly MatchList[,] _matches;     // by field of the query and by index segment
        private readonly Bm25[] _bm25;

        public Bound(LiteralQuery query, SearchContext context)
        {
            (_query, _context) = (query, context);
            _pattern = new LiteralPattern(query.Text, context, query.WholeWords);
            _matches = new MatchList[query.Fields.Length, context.Snapshot.Segments.Count];
            _bm25 = new Bm25[query.Fields.Length];
            for (var f = 0; f < query.Fields.Length; f++)
            {
                var documentFrequency = 0;
                foreach (var segment in context.Snapshot.Segments)
                {
                    _matches[f, segment.Ordinal] = _pattern.Match(segment, query.Fields[f]);
                    documentFrequency += _matches[f, segment.Ordinal].Count;
                }
                _bm25[f] = new Bm25(context.Snapshot.DocumentCount, documentFrequency, context.Snapshot.TotalLengths[query.Fields[f].Ordinal]);
            }
        }

        public override DocumentCursor Open(IndexSegment segment)
        {
            var cursors = new DocumentCursor[_query.Fields.Length];
            for (var f = 0; f < cursors.Length; f++)
                cursors[f] = new MatchListCursor(_matches[f, segment.Ordinal], _bm25[f], segment.Numbers(_query.Fields[f].Length));
            return cursors.Length == 1 ? cursors[0] : new AnyCursor(cursors);
        }

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            foreach (var field in _query.Fields)
            {
                if (document.IsInside(field, _query.Fields)) continue;
                foreach (var occurrence in _pattern.Scan(document, field)) places.Add(new Place(field, occurrence.Span));
            }
        }

        public override void Explain(DocumentView document, List<string> lines)
        {
            for (var f = 0; f < _query.Fields.Length; f++)
            {
                var matches = _matches[f, document.Segment.Ordinal];
                var at = matches.Documents.BinarySearch(document.Document);
                if (at < 0) continue;
                var length = document.Segment.Numbers(_query.Fields[f].Length).Get(document.Document);
                lines.Add(FormattableString.Invariant(
                    $"{_bm25[f].Score(matches.FrequencyAt(at), length):F4} {_query.Fields[f].Name}:\"{_query.Text}\" tf {matches.FrequencyAt(at)} idf {_bm25[f].Idf:F4} (df {_bm25[f].DocumentFrequency} of {_bm25[f].Documents}) length {length} (average {_bm25[f].AverageLength:F1})"));
            }
        }
    }
}
