// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Extraction.Figures;

/// <summary>What a date expression means: a stretch of days and its notation.</summary>
/// <param name="Notation">In ISO 8601-2; empty for unknown.</param>
/// <param name="First">First day; null for unknown.</param>
/// <param name="Last">Last day; null for unknown.</param>
internal readonly record struct DateValue(string Notation, DateOnly? First, DateOnly? Last)
{
    public static readonly DateValue Unknown = new("", null, null);

    public static DateValue Year(int year) => year is < 1 or > 9999
        ? Unknown
        : new(Text($"{year:0000}"), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static DateValue Month(int? year, int month)
    {
        if (month is < 1 or > 12 || year is < 1 or > 9999) return Unknown;
        if (year is not { } y) return new(Text($"XXXX-{month:00}"), null, null);
        return new(Text($"{y:0000}-{month:00}"), new DateOnly(y, month, 1), new DateOnly(y, month, DateTime.DaysInMonth(y, month)));
    }

    public static DateValue Day(int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31 || year is < 1 or > 9999) return Unknown;
        if (year is not { } y) return new(Text($"XXXX-{month:00}-{day:00}"), null, null);
        return day > DateTime.DaysInMonth(y, month) ? Unknown : Day(new DateOnly(y, month, day));
    }

    public static DateValue Day(DateOnly day) => new(Text($"{day.Year:0000}-{day.Month:00}-{day.Day:00}"), day, day);

    public static DateValue About(DateOnly day) => new(Day(day).Notation + "~", null, null);

    /// <summary>Spring is 1, winter is 4; winter ends in the next year.</summary>
    public static DateValue Season(int? year, int season)
    {
        if (year is not { } y || y is < 1 or > 9998) return Unknown;
        var first = new DateOnly(y, 3 * season, 1);
        return new(Text($"{y:0000}-{20 + season}"), first, first.AddMonths(3).AddDays(-1));
    }

    public static DateValue Between(DateOnly first, DateOnly last) => new(Day(first).Notation + "/" + Day(last).Notation, first, last);

    /// <summary>From the beginning of one to the end of the other.</summary>
    public static DateValue Between(DateValue from, DateValue to) =>
        from.Notation.Length == 0 || to.Notation.Length == 0 ? Unknown : new(from.Notation + "/" + to.Notation, from.First, to.Last);

    /// <summary>A third of a month, its begin or its end.</summary>
    public static DateValue PartOfMonth(int? year, int month, int from, int to)
    {
        if (year is not { } y || month is < 1 or > 12 || y is < 1 or > 9999) return Month(year, month);
        return Between(new DateOnly(y, month, from), new DateOnly(y, month, Math.Min(to, DateTime.DaysInMonth(y, month))));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
