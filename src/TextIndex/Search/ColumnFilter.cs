// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Search;

/// <summary>Reads the value or the range that stands behind the name of a column in a query: <c>grade:2</c>, <c>grade:2..4</c>, <c>since:2023-09..</c>.</summary>
internal static class ColumnFilter
{
    /// <summary>Reads a value.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">What stands behind its name.</param>
    /// <param name="quoted">True where it stood in quotation marks: then <c>..</c> in a string is part of it.</param>
    /// <returns>Null where it cannot be read.</returns>
    public static ColumnQuery? Read(Column column, string text, bool quoted)
    {
        if (column.Kind == ColumnKind.Date)
            return DateRange.TryParse(text, out var first, out var last) ? ColumnQuery.Between(column.Name, Value(first), Value(last)) : null;
        var dots = quoted && column.Kind == ColumnKind.Text ? -1 : text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return Part(column, text) is { } value ? ColumnQuery.Is(column.Name, value) : null;
        var (left, right) = (text[..dots], text[(dots + 2)..]);
        var (from, to) = (Part(column, left), Part(column, right));
        if (left.Length > 0 && from is null || right.Length > 0 && to is null || from is null && to is null) return null;
        return ColumnQuery.Between(column.Name, from, to);
    }

    /// <summary>What could have been read.</summary>
    public static string Expected(Column column, string found) =>
        Messages.NeedsColumnValue(column.Name, column.Kind switch { ColumnKind.Integer => Messages.AnInteger, ColumnKind.Date => Messages.ADay, _ => Messages.AString }, found);

    private static ColumnValue? Value(DateOnly? day) => day is { } value ? value : (ColumnValue?)null;

    private static ColumnValue? Part(Column column, string text)
    {
        if (text.Length == 0) return null;
        if (column.Kind == ColumnKind.Text) return (ColumnValue)text;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (ColumnValue?)null;
    }
}
