// SPDX-License-Identifier: MIT
namespace TextIndex.Search.Scorers;

/// <summary>Evaluates queries as sets of documents of one index segment, a bit each. Scratch that is used again and again; for one thread.</summary>
/// <remarks>The scorer's lists are used on the way: sets come before the scoring of an index segment.</remarks>
internal sealed unsafe class DocumentSets(PostingsScorer scorer, WordPlan plan)
{
    private readonly List<PinnedArray<ulong>> _scratch = [];
    private readonly List<(Query Query, BoundQuery Bound)> _bound = [];
    private SearchContext _context = null!;
    private SegmentView _view = null!;
    private int _used;

    /// <summary>Begins a search.</summary>
    public void Begin(SearchContext context)
    {
        _bound.Clear();
        _context = context;
    }

    /// <summary>The documents that are not deleted, and in all sets that are required and in none that is excluded.</summary>
    /// <param name="view">The index segment.</param>
    /// <returns>Null = all documents. Valid until the next call.</returns>
    public ulong* Allowed(SegmentView view)
    {
        (_view, _used) = (view, 0);
        if (plan.Required.Count + plan.Excluded.Count == 0) return view.Live;
        var allowed = TakeAll(view.Live);
        foreach (var query in plan.Required) Keep(allowed, Evaluate(query));
        foreach (var query in plan.Excluded) Drop(allowed, Evaluate(query));
        return allowed;
    }

    /// <summary>The documents that are allowed and hold a word of every clause.</summary>
    /// <param name="allowed">What <see cref="Allowed"/> gave.</param>
    /// <param name="count">How many they are.</param>
    public ulong* WithClauses(ulong* allowed, out int count)
    {
        var found = TakeAll(allowed);
        for (var (clause, word) = (0, 0); clause < plan.Clauses; clause++)
        {
            var any = Take();
            for (; word < plan.Words.Count && plan.Words[word].Clause == clause; word++)
            {
                if (plan.Words[word].Query is { } literal) AddWord(literal, any);
                else AddMatches(plan.Words[word].Matches!, any);
            }
            Keep(found, any);
        }
        count = CountOf(found);
        return found;
    }

    /// <summary>The documents of a set that have a match which is listed; they are taken out of it.</summary>
    public ulong* TakeListed(ulong* set)
    {
        var listed = Take();
        foreach (var word in plan.Words)
            if (word.Matches is { } matches) AddMatches(matches, listed);
        Keep(listed, set);
        Drop(set, listed);
        return listed;
    }

    /// <summary>How many documents are in a set.</summary>
    public int CountOf(ulong* set)
    {
        var count = 0;
        for (var w = 0; w < _view.WordCount; w++) count += System.Numerics.BitOperations.PopCount(set[w]);
        return count;
    }

    /// <summary>The documents of a set, or where it is null all documents of the index segment.</summary>
    public ulong* TakeAll(ulong* set)
    {
        var all = Take();
        if (set is not null)
        {
            new ReadOnlySpan<ulong>(set, _view.WordCount).CopyTo(new Span<ulong>(all, _view.WordCount));
            return all;
        }
        var count = _view.DocumentCount;
        new Span<ulong>(all, count >> 6).Fill(~0ul);
        if ((count & 63) != 0) all[count >> 6] = (1ul << (count & 63)) - 1;
        return all;
    }

    private ulong* Take()
    {
        if (_used == _scratch.Count) _scratch.Add(new PinnedArray<ulong>(_view.WordCount));
        var scratch = _scratch[_used++];
        scratch.Require(_view.WordCount);
        new Span<ulong>(scratch.Pointer, _view.WordCount).Clear();
        return scratch.Pointer;
    }

    private ulong* Evaluate(Query query)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        switch (query)
        {
            case SilentQuery silent: return Evaluate(silent.Query);
            case UnshownQuery unshown: return Evaluate(unshown.Query);
            case BoostQuery boost: return Evaluate(boost.Query);
            case FilterQuery filter: return Copy(_view.Filter(filter.CacheKey, filter, static (segment, filter) => filter.Match(segment)));
            case ColumnQuery column:
                return Copy(_view.Filter(column.CacheKey, (column, _context), static (segment, asked) => asked.column.Match(segment, asked.column.ColumnOf(asked._context))));
        }
        var found = Take();
        switch (query)
        {
            case PrefixQuery prefix:
                foreach (var name in prefix.Fields)
                {
                    if (_view.Field(name) is not { } field) continue;
                    scorer.RunPrefix(field, prefix.FoldedBytes, out var documents);
                    for (var w = 0; w < documents.Length; w++) found[w] |= documents[w];
                }
                return found;
            case LiteralQuery literal when plan.IsWord(literal):
                AddWord(literal, found);
                return found;
            case AnyQuery any:
                for (var i = 0; i < any.Queries.Count; i++) Add(found, Evaluate(any.Queries[i]));
                return found;
            case AllQuery all:
                Add(found, Evaluate(all.Required[0]));
                for (var i = 1; i < all.Required.Count; i++) Keep(found, Evaluate(all.Required[i]));
                for (var i = 0; i < all.Excluded.Count; i++) Drop(found, Evaluate(all.Excluded[i]));
                return found;
            default:
                var cursor = BoundOf(query).Open(_view.Segment);
                for (var document = cursor.Next(); document != DocumentCursor.End; document = cursor.Next()) found[document >> 6] |= 1ul << (document & 63);
                return found;
        }
    }

    private ulong* Copy(PinnedArray<ulong> bits)
    {
        var copy = Take();
        bits.Span[.._view.WordCount].CopyTo(new Span<ulong>(copy, _view.WordCount));
        return copy;
    }

    private void AddMatches(FieldMatches matches, ulong* found)
    {
        for (var f = 0; f < matches.Fields.Length; f++)
            foreach (var document in matches.In(f, _view.Segment).Documents) found[document >> 6] |= 1ul << (document & 63);
    }

    private void AddWord(LiteralQuery literal, ulong* found)
    {
        foreach (var name in literal.Fields)
            if (_view.Field(name) is { } field && field.Terms.TryFind(literal.FoldedBytes, out var entry)) scorer.Unite(field, entry, found);
    }

    private BoundQuery BoundOf(Query query)
    {
        foreach (var (known, bound) in _bound)
            if (ReferenceEquals(known, query)) return bound;
        _bound.Add((query, query.Bind(_context)));
        return _bound[^1].Bound;
    }

    private void Add(ulong* set, ulong* other)
    {
        for (var w = 0; w < _view.WordCount; w++) set[w] |= other[w];
    }

    private void Keep(ulong* set, ulong* other)
    {
        for (var w = 0; w < _view.WordCount; w++) set[w] &= other[w];
    }

    private void Drop(ulong* set, ulong* other)
    {
        for (var w = 0; w < _view.WordCount; w++) set[w] &= ~other[w];
    }
}
