// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Extraction.Figures;

/// <summary>Dates of the lunar calendar (农历) and the festivals, given as days of the common calendar where the year is known.</summary>
internal static class LunarDates
{
    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>Reads 农历正月初五, 腊月二十三, 正月十五, 冬月初一.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, int? year, out int length, out DateValue value, out DateForm form, out string rule)
    {
        (length, value, form, rule) = (0, DateValue.Unknown, DateForm.Lunar, "lunar");
        var i = at;
        var marked = text[i..].StartsWith("农历");
        if (marked) i += 2;
        if (i < text.Length && text[i] == '闰') i++;
        int month, taken;
        if (i < text.Length && text[i] is '正' or '腊' or '冬' && i + 1 < text.Length && text[i + 1] == '月') (month, taken) = (text[i] == '正' ? 1 : text[i] == '腊' ? 12 : 11, 2);
        else if (marked && TryMonth(text, i, out month, out taken)) { }
        else return false;
        i += taken;
        length = i - at;
        if (TryDay(text, i, out var day, out var more))
        {
            length += more;
            value = Of(year, month, day);
        }
        return true;
    }

    /// <summary>The day of a festival.</summary>
    public static DateValue Festival(ReadOnlySpan<char> name, int? year) => name switch
    {
        "春节" or "大年初一" => Of(year, 1, 1),
        "元宵" or "元宵节" => Of(year, 1, 15),
        "端午" or "端午节" => Of(year, 5, 5),
        "七夕" => Of(year, 7, 7),
        "中秋" or "中秋节" => Of(year, 8, 15),
        "重阳" or "重阳节" => Of(year, 9, 9),
        "除夕" or "大年三十" or "大年夜" => Before(Of(year, 1, 1)),
        "元旦" => DateValue.Day(year, 1, 1),
        "妇女节" => DateValue.Day(year, 3, 8),
        "劳动节" => DateValue.Day(year, 5, 1),
        "青年节" => DateValue.Day(year, 5, 4),
        "儿童节" => DateValue.Day(year, 6, 1),
        "建军节" => DateValue.Day(year, 8, 1),
        "教师节" => DateValue.Day(year, 9, 10),
        "国庆" or "国庆节" => DateValue.Day(year, 10, 1),
        _ => DateValue.Unknown,
    };

    private static DateValue Before(DateValue day) => day.First is { } first ? DateValue.Day(first.AddDays(-1)) : DateValue.Unknown;

    private static DateValue Of(int? year, int month, int day)
    {
        if (year is not { } y || y is < 1902 or > 2099) return DateValue.Unknown;
        var leap = Calendar.GetLeapMonth(y);
        var place = leap > 0 && month >= leap ? month + 1 : month;
        return day > Calendar.GetDaysInMonth(y, place) ? DateValue.Unknown : DateValue.Day(DateOnly.FromDateTime(Calendar.ToDateTime(y, place, day, 0, 0, 0, 0)));
    }

    // 八月, 十二月, 8月
    private static bool TryMonth(ReadOnlySpan<char> text, int at, out int month, out int length)
    {
        (month, length) = (0, 0);
        for (; length < 2 && at + length < text.Length; length++)
        {
            var c = text[at + length];
            if (NumeralReader.IsDigit(c)) month = month * 10 + (c - '0');
            else if (c == '十') month = 10;
            else if (c != '两' && NumeralReader.Digit(c) is var d and > 0) month += d;
            else break;
        }
        if (month is < 1 or > 12 || at + length >= text.Length || text[at + length] != '月') return false;
        length++;
        return true;
    }

    private static bool TryDay(ReadOnlySpan<char> text, int at, out int day, out int length)
    {
        (day, length) = (0, 0);
        if (at >= text.Length) return false;
        var i = at;
        if (text[i] == '初') i++;
        for (; i < text.Length && i - at < 4; i++)
        {
            if (text[i] == '十') day = Math.Max(day, 1) * 10;
            else if (text[i] is '廿') day = 20;
            else if (NumeralReader.Digit(text[i]) is var d and > 0 && text[i] != '两') day = day % 10 == 0 && day > 0 ? day + d : d;
            else break;
        }
        length = i - at;
        if (i < text.Length && text[i] == '日') length++;
        return day is >= 1 and <= 30;
    }
}
