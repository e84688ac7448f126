// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>The documents of a snapshot that match something, field by field, with the statistics that score them.</summary>
internal sealed class FieldMatches
{
    private readonly TextField[] _fields;
    private readonly MatchList[,] _matches;     // by field and by index segment
    private readonly Bm25[] _bm25;

    /// <summary>Matches every field in every index segment.</summary>
    public FieldMatches(SearchContext context, TextField[] fields, Func<IndexSegment, TextField, MatchList> match)
    {
        _fields = fields;
        _matches = new MatchList[fields.Length, context.Snapshot.Segments.Count];
        _bm25 = new Bm25[fields.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            var documentFrequency = 0;
            foreach (var segment in context.Snapshot.Segments)
                documentFrequency += (_matches[f, segment.Ordinal] = match(segment, fields[f])).Count;
            _bm25[f] = new Bm25(context.Snapshot.DocumentCount, documentFrequency, context.Snapshot.TotalLengths[fields[f].Ordinal], context.Boosts[fields[f].Ordinal]);
        }
    }

    /// <summary>Walks the matching documents of an index segment; scores of the fields are summed.</summary>
    public DocumentCursor Open(IndexSegment segment)
    {
        var cursors = new DocumentCursor[_fields.Length];
        for (var f = 0; f < cursors.Length; f++)
            cursors[f] = new MatchListCursor(_matches[f, segment.Ordinal], _bm25[f], segment.Numbers(_fields[f].Length));
        return cursors.Length == 1 ? cursors[0] : new AnyCursor(cursors);
    }

    /// <summary>Tells the parts of a document's score, a line a field.</summary>
    /// <param name="document">The document.</param>
    /// <param name="text">What was looked for.</param>
    /// <param name="lines">Receives the lines.</param>
    public void Explain(DocumentView document, string text, List<string> lines)
    {
        for (var f = 0; f < _fields.Length; f++)
        {
            var matches = _matches[f, document.Segment.Ordinal];
            var at = matches.Documents.BinarySearch(document.Document);
            if (at < 0) continue;
            // Lengths are kept in half occurrences, which no score tells from whole ones: each is divided by the average.
            var length = document.Segment.Numbers(_fields[f].Length).Get(document.Document);
            lines.Add(FormattableString.Invariant(
                $"{_bm25[f].Score(matches.FrequencyAt(at), length):F4} {_fields[f].Name}:\"{text}\" tf {matches.FrequencyAt(at)} idf {_bm25[f].Idf:F4} (df {_bm25[f].DocumentFrequency} of {_bm25[f].Documents}) length {length / 2.0} (average {_bm25[f].AverageLength / 2:F1})"));
        }
    }
}
