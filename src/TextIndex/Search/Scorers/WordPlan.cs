// SPDX-License-Identifier: MIT
using TextIndex.Analysis;

namespace TextIndex.Search.Scorers;

/// <summary>A query taken apart into words and strings that score, of which all clauses and in each any one are asked for, and sets of documents that do not score.</summary>
/// <remarks>Used again and again; for one thread.</remarks>
internal sealed class WordPlan
{
    // A clause is a bit of a number.
    private const int MostWords = 64;

    private SearchContext _context = null!;

    /// <summary>One word, or a string or a near whose matches are listed.</summary>
    public struct Word
    {
        /// <summary>The word that is looked for; of others null.</summary>
        public LiteralQuery? Query;

        /// <summary>The matches; of a word null.</summary>
        public FieldMatches? Matches;

        /// <summary>What its scores are multiplied by in all.</summary>
        public double Factor;

        /// <summary>The clause that it is a part of.</summary>
        public int Clause;
    }

    /// <summary>The words, in the order in which the query tree holds them.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>Whether there are others than words.</summary>
    public bool HasLists { get; private set; }

    /// <summary>How many clauses there are.</summary>
    public int Clauses { get; private set; }

    /// <summary>Sets that a document must be in.</summary>
    public List<Query> Required { get; } = [];

    /// <summary>Sets that a document must not be in.</summary>
    public List<Query> Excluded { get; } = [];

    /// <summary>Takes a query apart.</summary>
    /// <returns>False where it is not made of words, sets and what joins them.</returns>
    public bool TryRead(Query query, SearchContext context)
    {
        Words.Clear();
        Required.Clear();
        Excluded.Clear();
        (_context, Clauses, HasLists) = (context, 0, false);
        return TryAll(query, 1) && Words.Count <= MostWords;
    }

    /// <summary>Scores a document in double precision, part by part as the query tree is built.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="scores">What each word gives, in the order of <see cref="Words"/>; 0 where it does not match.</param>
    /// <param name="word">The word that comes next.</param>
    public static double Score(Query query, ReadOnlySpan<double> scores, ref int word)
    {
        switch (query)
        {
            case LiteralQuery or NearQuery: return scores[word++];
            case BoostQuery boost: return boost.Factor * Score(boost.Query, scores, ref word);
            case UnshownQuery unshown: return Score(unshown.Query, scores, ref word);
            case PrefixQuery: return 1;
            case AllQuery all: return Sum(all.Required, scores, ref word);
            case AnyQuery any: return Sum(any.Queries, scores, ref word);
            default: return 0;
        }
    }

    private static double Sum(IReadOnlyList<Query> parts, ReadOnlySpan<double> scores, ref int word)
    {
        var sum = 0.0;
        for (var i = 0; i < parts.Count; i++) sum += Score(parts[i], scores, ref word);
        return sum;
    }

    private bool TryAll(Query query, double factor)
    {
        switch (query)
        {
            case AllQuery all:
                for (var i = 0; i < all.Required.Count; i++)
                    if (!TryAll(all.Required[i], factor)) return false;
                for (var i = 0; i < all.Excluded.Count; i++) AddSet(Excluded, all.Excluded[i]);
                return true;
            case BoostQuery boost: return TryAll(boost.Query, factor * boost.Factor);
            case UnshownQuery unshown: return TryAll(unshown.Query, factor);
            case FilterQuery or ColumnQuery or SilentQuery or PrefixQuery:
                AddSet(Required, query);
                return true;
            case LiteralQuery or NearQuery or AnyQuery:
                return TryAny(query, factor) && ++Clauses > 0;
            default: return false;
        }
    }

    private bool TryAny(Query query, double factor)
    {
        switch (query)
        {
            case AnyQuery any:
                for (var i = 0; i < any.Queries.Count; i++)
                    if (!TryAny(any.Queries[i], factor)) return false;
                return true;
            case BoostQuery boost: return TryAny(boost.Query, factor * boost.Factor);
            case UnshownQuery unshown: return TryAny(unshown.Query, factor);
            case LiteralQuery literal when IsWord(literal):
                Words.Add(new Word { Query = literal, Factor = factor, Clause = Clauses });
                return true;
            case LiteralQuery or NearQuery:
                Words.Add(new Word { Matches = query.Bind(_context).Matches!, Factor = factor, Clause = Clauses });
                HasLists = true;
                return true;
            default: return false;
        }
    }

    /// <summary>Tells whether all occurrences of a string stand in one list a field.</summary>
    public bool IsWord(LiteralQuery literal) =>
        !literal.WholeWords && !_context.Exact && !_context.IgnorePunctuation && _context.Analyzer.IsIndexedWord(literal.Folded);

    private void AddSet(List<Query> sets, Query query)
    {
        RefuseUnknownColumns(query);
        sets.Add(query);
    }

    // A slip of the pen is told of even where nothing else would be found.
    private void RefuseUnknownColumns(Query query)
    {
        switch (query)
        {
            case ColumnQuery column:
                column.ColumnOf(_context);
                break;
            case SilentQuery silent:
                RefuseUnknownColumns(silent.Query);
                break;
            case BoostQuery boost:
                RefuseUnknownColumns(boost.Query);
                break;
            case AnyQuery any:
                for (var i = 0; i < any.Queries.Count; i++) RefuseUnknownColumns(any.Queries[i]);
                break;
            case AllQuery all:
                for (var i = 0; i < all.Required.Count; i++) RefuseUnknownColumns(all.Required[i]);
                for (var i = 0; i < all.Excluded.Count; i++) RefuseUnknownColumns(all.Excluded[i]);
                break;
        }
    }
}
