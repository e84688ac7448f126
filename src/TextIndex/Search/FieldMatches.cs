// SPDX-License-Identifier: MIT
using TextIndex.Indexing;

namespace TextIndex.Search;

/// <summary>The documents of a snapshot that match something, field by field, with the statistics that score them.</summary>
internal sealed class FieldMatches
{
    private readonly SearchContext _context;
    private readonly TextField[] _fields;
    private readonly Func<IndexSegment, TextField, MatchList> _match;
    private MatchList[,]? _matches;     // by field and by index segment
    private Bm25[] _bm25 = [];

    /// <summary>Matches every field in every index segment, once it is asked.</summary>
    public FieldMatches(SearchContext context, TextField[] fields, Func<IndexSegment, TextField, MatchList> match) => (_context, _fields, _match) = (context, fields, match);

    /// <summary>How the matches of a field, by its place among the fields, are scored.</summary>
    public ref readonly Bm25 ScoredBy(int field)
    {
        MatchAll();
        return ref _bm25[field];
    }

    /// <summary>The matches of a field, by its place among the fields.</summary>
    public MatchList In(int field, IndexSegment segment) => MatchAll()[field, segment.Ordinal];

    /// <summary>The fields.</summary>
    public TextField[] Fields => _fields;

    /// <summary>Walks the matching documents of an index segment; scores of the fields are summed.</summary>
    public DocumentCursor Open(IndexSegment segment)
    {
        var cursors = new DocumentCursor[_fields.Length];
        for (var f = 0; f < cursors.Length; f++)
            cursors[f] = new MatchListCursor(In(f, segment), ScoredBy(f), segment.Numbers(_fields[f].Length));
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
            var matches = In(f, document.Segment);
            var at = matches.Documents.BinarySearch(document.Document);
            if (at < 0) continue;
            // Lengths are kept in half occurrences, which no score tells from whole ones: each is divided by the average.
            var length = document.Segment.Numbers(_fields[f].Length).Get(document.Document);
            lines.Add(FormattableString.Invariant(
                $"{_bm25[f].Score(matches.FrequencyAt(at), length):F4} {_fields[f].Name}:\"{text}\" tf {matches.FrequencyAt(at)} idf {_bm25[f].Idf:F4} (df {_bm25[f].DocumentFrequency} of {_bm25[f].Documents}) length {length / 2.0} (average {_bm25[f].AverageLength / 2:F1})"));
        }
    }

    private MatchList[,] MatchAll()
    {
        if (_matches is not null) return _matches;
        var snapshot = _context.Snapshot;
        var matches = new MatchList[_fields.Length, snapshot.Segments.Count];
        _bm25 = new Bm25[_fields.Length];
        for (var f = 0; f < _fields.Length; f++)
        {
            var documentFrequency = 0;
            foreach (var segment in snapshot.Segments) documentFrequency += (matches[f, segment.Ordinal] = _match(segment, _fields[f])).Count;
            _bm25[f] = new Bm25(snapshot.DocumentCount, documentFrequency, snapshot.TotalLengths[_fields[f].Ordinal], _context.Boosts[_fields[f].Ordinal]);
        }
        return _matches = matches;
    }
}
