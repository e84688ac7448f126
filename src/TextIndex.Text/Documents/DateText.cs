// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Reads full dates as they are written: 2023年7月20日, 2023-07-20, 2023.7.20, 2023/7/20, 二〇二三年七月二十日.</summary>
internal static class DateText
{
    /// <summary>Reads a full date at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="date">The date; null where the digits name a day that no calendar has.</param>
    /// <param name="length">Code units that the date takes.</param>
    /// <returns>False where no full date is written here.</returns>
    public static bool TryReadStart(ReadOnlySpan<char> text, out DateOnly? date, out int length)
    {
        (date, length) = (null, 0);
        if (!TryReadYear(text, out var year, out var at) || at >= text.Length) return false;
        var separator = text[at++];
        if (separator is not ('年' or '-' or '.' or '/' or '．' or '－')) return false;
        SkipSpaces(text, ref at);
        if (!TryReadNumber(text, ref at, out var month) || at >= text.Length) return false;
        SkipSpaces(text, ref at);
        if (at >= text.Length || text[at++] != (separator == '年' ? '月' : separator)) return false;
        SkipSpaces(text, ref at);
        if (!TryReadNumber(text, ref at, out var day)) return false;
        if (separator == '年')
        {
            SkipSpaces(text, ref at);
            if (at >= text.Length || text[at++] is not ('日' or '号' or '號')) return false;
        }
        else if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            return false;
        }
        length = at;
        if (month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadYear(ReadOnlySpan<char> text, out int year, out int length)
    {
        (year, length) = (0, 0);
        while (length < text.Length && length < 4 && Digit(text[length]) is var digit and >= 0)
        {
            year = year * 10 + digit;
            length++;
        }
        return length == 4;
    }

    /// <summary>Reads 1 to 99: 7, 07, ７, 七, 十, 十二, 二十, 三十一, 廿三.</summary>
    private static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, out int number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && at - start < 2 && ArabicDigit(text[at]) is var digit and >= 0)
        {
            number = number * 10 + digit;
            at++;
        }
        if (at > start) return true;
        var units = 0;
        for (; at < text.Length && at - start < 4; at++)
        {
            var c = text[at];
            if (c == '十') (number, units) = (number + Math.Max(units, 1) * 10, 0);
            else if (c == '廿') number += 20;
            else if (c == '卅') number += 30;
            else if (ChineseDigit(c) is var digit and >= 0) units = units * 10 + digit;
            else break;
        }
        number += units;
        return at > start;
    }

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] is (' ' or '\u3000')) at++;
    }

    private static int Digit(char c) => Math.Max(ArabicDigit(c), ChineseDigit(c));

    private static int ArabicDigit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    private static int ChineseDigit(char c) => c is '零' or '○' or '◯' or 'Ｏ' ? 0 : "〇一二三四五六七八九".IndexOf(c);
}
