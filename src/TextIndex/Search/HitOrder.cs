// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Search;

/// <summary>Which of two documents comes first: a total order, so that ranks do not hang on where the index keeps them.</summary>
internal sealed class HitOrder
{
    private readonly HitSort _sort;
    private readonly Column? _column;
    private readonly bool _descending;

    /// <summary>Reads the order from the options of a search.</summary>
    /// <exception cref="ArgumentException">There is no such column, or two orders are asked for, or the cursor is of another order.</exception>
    public HitOrder(SearchOptions options, ColumnSet columns)
    {
        (_sort, _descending) = (options.Sort, options.Descending);
        if (options.SortColumn.Length > 0)
        {
            if (options.Sort != HitSort.Score) throw new ArgumentException(Messages.SortNeedsOneOrder, nameof(options));
            _column = columns.Get(options.SortColumn, nameof(options));
        }
        if (options.After is not { } cursor) return;
        if (cursor.Sort != _sort || cursor.SortColumn != options.SortColumn || cursor.Descending != (_column is not null && _descending))
            throw new ArgumentException(Messages.CursorOtherOrder, nameof(options));
        After = cursor.Document;
    }

    /// <summary>Reads the order from the options of a search.</summary>
    /// <inheritdoc cref="HitOrder(SearchOptions, ColumnSet)"/>
    public static HitOrder Of(SearchOptions options, ColumnSet columns) =>
        options is { Sort: HitSort.Score, SortColumn.Length: 0, After: null } ? ByScore : new HitOrder(options, columns);

    /// <summary>The order by score.</summary>
    public static HitOrder ByScore { get; } = new(SearchOptions.Default, ColumnSet.None);

    /// <summary>Only documents behind this one are wanted; null = all.</summary>
    public RankedDocument? After { get; }

    /// <summary>True where the score alone decides, so that a low one can be passed over.</summary>
    public bool IsByScore => _sort == HitSort.Score && _column is null;

    /// <summary>Opens the values that are compared; null where no column of the caller's is.</summary>
    public ColumnValues? OpenValues(IndexSegment segment) => _column is null ? null : new ColumnValues(segment, _column);

    /// <summary>Orders the better one first; two documents of one index are never equal.</summary>
    public int Compare(RankedDocument a, RankedDocument b)
    {
        var order = _column is not null ? CompareValues(a.Value, b.Value) : _sort switch
        {
            HitSort.Date => b.Date.CompareTo(a.Date) is var byDate and not 0 ? byDate : b.Score.CompareTo(a.Score),
            HitSort.Path => 0,
            _ => b.Score.CompareTo(a.Score),
        };
        if (order == 0) order = string.CompareOrdinal(a.Key, b.Key);
        // Two indexes that are searched as one may hold a key each.
        return order != 0 ? order : a.Part.CompareTo(b.Part);
    }

    // Documents without a value are last, whichever way the others go.
    private int CompareValues(ColumnValue? a, ColumnValue? b)
    {
        if (a is not { } left || b is not { } right) return (a is null ? 1 : 0) - (b is null ? 1 : 0);
        var order = left.Kind == ColumnKind.Text ? CompareCodePoints(left.Text, right.Text) : ColumnFields.ToNumber(left).CompareTo(ColumnFields.ToNumber(right));
        return _descending ? -order : order;
    }

    // As the index orders its terms. Code units order the same but for the surrogates, which stand for the highest code points.
    private static int CompareCodePoints(string a, string b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i]) continue;
            if (char.IsSurrogate(a[i]) == char.IsSurrogate(b[i])) return a[i].CompareTo(b[i]);
            return char.IsSurrogate(a[i]) ? 1 : -1;
        }
        return a.Length.CompareTo(b.Length);
    }
}
