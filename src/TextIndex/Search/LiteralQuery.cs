// SPDX-License-Identifier: MIT
using System.Text;
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

    /// <summary>The string folded.</summary>
    internal string Folded => field ??= TextNormalizer.Fold(Text);

    /// <summary>The string folded, UTF-8.</summary>
    internal byte[] FoldedBytes => field ??= Encoding.UTF8.GetBytes(Folded);

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
        private readonly LiteralPattern _pattern;
        private readonly FieldMatches _matches;

        public Bound(LiteralQuery query, SearchContext context)
        {
            _query = query;
            _pattern = new LiteralPattern(query.Text, context, query.WholeWords);
            _matches = new FieldMatches(context, query.Fields, _pattern.Match);
        }

        public override FieldMatches Matches => _matches;

        public override DocumentCursor Open(IndexSegment segment) => _matches.Open(segment);

        public override void FindPlaces(DocumentView document, List<Place> places)
        {
            foreach (var field in _query.Fields)
            {
                if (document.IsInside(field, _query.Fields)) continue;
                foreach (var occurrence in _pattern.Scan(document, field)) places.Add(new Place(field, occurrence.Span));
            }
        }

        // A title that is part of the body is known from what is kept beside the text, which is read only where the title holds the string.
        public override int CountPlaces(DocumentView document)
        {
            var count = 0;
            foreach (var field in _query.Fields)
                if (_pattern.Count(document, field) is var places and > 0 && !document.IsInside(field, _query.Fields)) count += places;
            return count;
        }

        public override void Explain(DocumentView document, List<string> lines) => _matches.Explain(document, _query.Text, lines);
    }
}
