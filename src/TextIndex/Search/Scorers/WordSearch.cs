// SPDX-License-Identifier: MIT
using System.Numerics;
using TextIndex.Codecs;
using TextIndex.Indexing;

namespace TextIndex.Search.Scorers;

/// <summary>Ranks what a <see cref="WordPlan"/> can take apart straight from blocks: every other query walks cursors. Scratch that is used again and again; for one thread.</summary>
/// <remarks>
/// The scorer finds whatever may be among the best in single precision; those few are scored again as a cursor scores them, sum by sum, so that what is given
/// equals what the cursors give to the last bit.
/// </remarks>
internal sealed unsafe class WordSearch(SnapshotView snapshot)
{
    // Outside of this a score in single precision might be 0 or infinite.
    private const double Least = 1e-9, Most = 1e9;

    // Beside what does not hang on words, a score of less is rounded away; beside more of it, any is.
    private const double LeastBeside = 1e-4, MostConstant = 1e3;

    private static readonly int Fields = TextField.All.Length;

    private readonly PostingsScorer _scorer = new();
    private readonly WordPlan _plan = new();
    private readonly CandidateOrder _order = new(snapshot);
    private DocumentSets? _sets;
    private PostingsEntry[] _entries = [];          // by index segment, word and field
    private Bm25[] _bm25 = [];                      // by word and field
    private TermCursor?[] _cursors = [];            // of the index segment at hand, by word and field
    private double[] _scores = [];                  // of the document at hand, by word
    private SearchContext _context = null!;
    private Query _query = null!;
    private double _constant;                       // what every document that matches scores, whatever its words

    /// <summary>Finds the best documents by score.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="context">What it is bound to.</param>
    /// <param name="most">How many; int.MaxValue = all.</param>
    /// <param name="after">Only documents behind this one are wanted; null = all.</param>
    /// <param name="total">How many match.</param>
    /// <returns>Null where the query is not made of words and sets.</returns>
    public static List<RankedDocument>? TryFind(Query query, SearchContext context, int most, RankedDocument? after, out int total)
    {
        total = 0;
        var snapshot = SnapshotView.Of(context.Snapshot);
        if (!snapshot.IsOurs) return null;
        var search = snapshot.Rent();
        var found = search.Find(query, context, most, after, out total);
        snapshot.Return(search);
        return found;
    }

    private List<RankedDocument>? Find(Query query, SearchContext context, int most, RankedDocument? after, out int total)
    {
        total = 0;
        (_context, _query) = (context, query);
        if (!_plan.TryRead(query, context) || !TryWeigh()) return null;
        _sets ??= new DocumentSets(_scorer, _plan);
        _sets.Begin(context);
        _scorer.Begin(most, after is null ? float.PositiveInfinity : (float)(after.Score - _constant + 1e-9), context.CancellationToken);
        for (var s = 0; s < snapshot.Segments.Length; s++) Run(snapshot.Segments[s], s);
        total = (int)_scorer.Total;
        return _order.Best(_scorer.Top.Clean(), most, after);
    }

    // Looks every word up, and works out what it weighs.
    private bool TryWeigh()
    {
        var count = _plan.Words.Count * Fields;
        if (_entries.Length < count * snapshot.Segments.Length) _entries = new PostingsEntry[count * snapshot.Segments.Length];
        if (_bm25.Length < count) (_bm25, _cursors, _scores) = (new Bm25[count], new TermCursor?[count], new double[_plan.Words.Count]);
        Array.Clear(_scores);
        _constant = WholeOf();
        if (_constant > MostConstant) return false;
        for (var word = 0; word < _plan.Words.Count; word++)
        {
            if (_plan.Words[word].Query is not { } query)
            {
                var matches = _plan.Words[word].Matches!;
                for (var f = 0; f < matches.Fields.Length; f++)
                    if (!Weighs(word, matches.Fields[f], matches.ScoredBy(f))) return false;
                continue;
            }
            foreach (var field in query.Fields)
            {
                var frequency = 0;
                for (var s = 0; s < snapshot.Segments.Length; s++)
                {
                    ref var entry = ref _entries[s * count + word * Fields + field.Ordinal];
                    entry.DocumentFrequency = 0;
                    if (snapshot.Segments[s].Field(field) is { } view && view.Terms.TryFind(query.FoldedBytes, out entry)) frequency += snapshot.Segments[s].LiveCountOf(field, entry);
                }
                var bm25 = new Bm25(_context.Snapshot.DocumentCount, frequency, _context.Snapshot.TotalLengths[field.Ordinal], _context.Boosts[field.Ordinal]);
                if (!Weighs(word, field, bm25)) return false;
            }
        }
        return true;
    }

    private bool Weighs(int word, TextField field, in Bm25 bm25)
    {
        _bm25[word * Fields + field.Ordinal] = bm25;
        var weight = _plan.Words[word].Factor * bm25.Idf;
        return bm25.DocumentFrequency == 0 || weight >= (_constant > 0 ? LeastBeside : Least) && weight <= Most;
    }

    private void Run(SegmentView view, int segment)
    {
        var allowed = _sets!.Allowed(view);
        if (_plan.Clauses == 0)
        {
            OfferAll(view, segment, allowed);
            return;
        }
        if (_plan.HasLists)
        {
            RunListed(view, segment, allowed);
            return;
        }
        var single = _plan.Clauses == _plan.Words.Count;
        var counted = -1;
        if (_plan.Clauses > 1 && !single) allowed = _sets.WithClauses(allowed, out counted);
        _scorer.Open(segment, view.DocumentCount, allowed);
        if (AddLists(view, segment, allowed) < _plan.Clauses) return;
        if (counted >= 0) _scorer.RunCounted(counted, offered: false);
        else if (_plan.Clauses > 1) _scorer.RunAllWords();
        else _scorer.RunAny();
        Rescore(view, segment);
        GC.KeepAlive(view);
    }

    // Documents with a match that is listed are scored one by one, and all others by their words alone.
    private void RunListed(SegmentView view, int segment, ulong* allowed)
    {
        var rest = _sets!.WithClauses(allowed, out _);
        var listed = _sets.TakeListed(rest);
        _scorer.Open(segment, view.DocumentCount, rest);
        AddLists(view, segment, rest);
        for (var w = 0; w < view.WordCount; w++)
        {
            if ((w & 63) == 63) _context.CancellationToken.ThrowIfCancellationRequested();
            for (var left = listed[w]; left != 0; left &= left - 1)
            {
                var document = w << 6 | BitOperations.TrailingZeroCount(left);
                _scorer.OfferScored(document, ScoreOf(view, document, 0) - _constant);
            }
        }
        if (_sets.CountOf(rest) is var count and > 0) _scorer.RunCounted(count, offered: true);
        Rescore(view, segment);
        GC.KeepAlive(view);
    }

    // Tells how many clauses have a list: where one has none, no document of the index segment matches.
    private int AddLists(SegmentView view, int segment, ulong* allowed)
    {
        var count = _plan.Words.Count * Fields;
        var lacking = -1;
        var clauses = 0;
        for (var word = 0; word < _plan.Words.Count; word++)
        {
            TermCursor? title = null, body = null;
            if (_plan.Words[word].Query is not { } query) continue;
            var (factor, clause) = (_plan.Words[word].Factor, _plan.Words[word].Clause);
            foreach (var field in query.Fields)
            {
                ref readonly var entry = ref _entries[segment * count + word * Fields + field.Ordinal];
                TermCursor? cursor = null;
                if (entry.DocumentFrequency > 0)
                {
                    cursor = _scorer.Add(view.Field(field)!, entry, (float)(factor * _bm25[word * Fields + field.Ordinal].Idf * (Bm25.K1 + 1)));
                    if (allowed == view.Live) cursor.Live = view.LiveCountOf(field, entry);
                }
                if (field == TextField.Title) title = cursor;
                else body = cursor;
            }
            (_cursors[word * Fields + TextField.Title.Ordinal], _cursors[word * Fields + TextField.Body.Ordinal]) = (title, body);
            if (title is null && body is null) continue;
            if (clause != lacking) (lacking, clauses) = (clause, clauses + 1);
            if (_plan.Clauses > 1 && !_plan.HasLists) _scorer.AddWord(body ?? title, body is null ? null : title);
        }
        return clauses;
    }

    // Scores again as cursors do, in double precision.
    private void Rescore(SegmentView view, int segment)
    {
        foreach (ref var candidate in _scorer.Top.Clean())
            if (candidate.Segment == segment) candidate = candidate with { Whole = ScoreOf(view, candidate.Document, candidate.Frequency) };
    }

    private double ScoreOf(SegmentView view, int document, int known)
    {
        for (var word = 0; word < _plan.Words.Count; word++)
        {
            var sum = 0.0;
            if (_plan.Words[word].Query is not { } query)
            {
                _scores[word] = ScoreOf(_plan.Words[word].Matches!, word, view, document);
                continue;
            }
            foreach (var field in query.Fields)
            {
                var at = word * Fields + field.Ordinal;
                // A frequency that is known is that of the one list that was asked.
                if (_cursors[at] is { } cursor && (known > 0 ? known : cursor.FrequencyOf(document)) is var frequency and > 0)
                    sum += _bm25[at].Score(frequency / (double)SegmentView.Scale, cursor.Field.Terms.LengthOf(document));
            }
            _scores[word] = sum;
        }
        return WholeOf();
    }

    private double ScoreOf(FieldMatches matches, int word, SegmentView view, int document)
    {
        var sum = 0.0;
        for (var f = 0; f < matches.Fields.Length; f++)
        {
            var list = matches.In(f, view.Segment);
            if (list.Documents.BinarySearch(document) is var at and >= 0)
                sum += _bm25[word * Fields + matches.Fields[f].Ordinal].Score(list.FrequencyAt(at), view.Field(matches.Fields[f])?.Terms.LengthOf(document) ?? 0);
        }
        return sum;
    }

    private double WholeOf()
    {
        var next = 0;
        return WordPlan.Score(_query, _scores, ref next);
    }

    // Nothing but sets: every document has the same score.
    private void OfferAll(SegmentView view, int segment, ulong* allowed)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        var all = _sets!.TakeAll(allowed);
        _scorer.OfferAll(segment, all, view.WordCount, _constant);
    }
}
