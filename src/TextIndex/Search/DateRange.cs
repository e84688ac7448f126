// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Search;

/// <summary>Reads days and ranges of days: 2022, 2022-07, 2022-07-01, and two of them with .. between, either side open.</summary>
internal static class DateRange
{
    /// <summary>Reads a range; both days are included, null is an open side.</summary>
    public static bool TryParse(string text, out DateOnly? from, out DateOnly? to)
    {
        (from, to) = (null, null);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return TryParsePart(text, out from, out to);
        var (left, right) = (text[..dots], text[(dots + 2)..]);
        if (left.Length > 0) { if (!TryParsePart(left, out from, out _)) return false; }
        if (right.Length > 0) { if (!TryParsePart(right, out _, out to)) return false; }
        return left.Length + right.Length > 0;
    }

    private static bool TryParsePart(string text, out DateOnly? first, out DateOnly? last)
    {
        (first, last) = (null, null);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) (first, last) = (day, day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) (first, last) = (day, day.AddMonths(1).AddDays(-1));
        else if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) (first, last) = (day, new DateOnly(day.Year, 12, 31));
        return first is not null;
    }
}
