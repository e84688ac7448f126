// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

// Two grammars over folded text:
//   arabic  := digits ("," ddd)* ("." digits)? scale* rest?        1,260  3.6万  100多万  2亿3000万  1万1140亿
//   chinese := digit | digit "、"? digit | (digit? scale)+ digit? …      三百一十二  十五六  七八十  数百  二〇二三  三点五
//   rest    := 余 | 多 | 来, before a unit or a scale
// A number longer than LongestRun is no number that anybody wrote to be read.
internal static class NumeralReader
{
    private const int LongestRun = 24;

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static int Digit(char c) => c switch
    {
        '零' or '〇' or '○' => 0, '一' => 1, '二' or '两' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9,
        _ => -1,
    };

    public static int Scale(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, '廿' => 20, '卅' => 30, _ => 0 };

    public static bool IsChinese(char c) => Digit(c) >= 0 || Scale(c) > 0;

    /// <summary>Reads a number that begins exactly at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral) =>
        at < text.Length && IsDigit(text[at]) ? TryReadArabic(text, at, out numeral) : TryReadChinese(text, at, out numeral);

    private static bool TryReadArabic(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var i = at;
        decimal value = 0;
        var start = i;
        while (i < text.Length && IsDigit(text[i]) && i - start < 15) value = value * 10 + (text[i++] - '0');
        if (i < text.Length && IsDigit(text[i])) return false;
        var positional = true;
        while (i - start <= 3 && IsGroup(text, i) || i - start > 3 && !positional && IsGroup(text, i))
        {
            for (var k = 1; k <= 3; k++) value = value * 10 + (text[i + k] - '0');
            i += 4;
            positional = false;
            if (i - start > LongestRun) return false;
        }
        if (i + 1 < text.Length && text[i] == '.' && IsDigit(text[i + 1]))
        {
            decimal place = 1;
            i++;
            while (i < text.Length && IsDigit(text[i]) && place > 0.00000001m) value += (text[i++] - '0') * (place /= 10);
            positional = false;
            if (i < text.Length && (IsDigit(text[i]) || text[i] == '.' && i + 1 < text.Length && IsDigit(text[i + 1]))) return false;   // 3.1.4 is no number
        }
        var approximation = Approximation.None;
        var scale = ReadScales(text, ref i, ref approximation);
        if (scale > 1) positional = false;
        value *= scale;
        // 2亿3000万: a second, smaller part.
        if (scale >= 10_000 && i < text.Length && IsDigit(text[i]) && TryReadArabic(text, i, out var rest) && rest.Value < scale && rest.Length > 1 && Scale(text[i + rest.Length - 1]) > 1)
        {
            value += rest.Value;
            i += rest.Length;
            approximation = rest.Approximation;
        }
        else if (scale == 10_000) ReadBelowTenThousand(text, ref i, ref value);
        numeral = new Numeral(i - at, value, null, approximation, true, positional);
        return true;
    }

    // 14万零350, 1万1140亿: the digits below ten thousand, and a scale that is for both.
    private static void ReadBelowTenThousand(ReadOnlySpan<char> text, ref int i, ref decimal value)
    {
        var start = i < text.Length && text[i] == '零' ? i + 1 : i;
        var end = start;
        decimal rest = 0;
        while (end < text.Length && IsDigit(text[end]) && end - start < 5) rest = rest * 10 + (text[end++] - '0');
        if (end == start || end - start > 4 || start == i && end - start < 4 || end < text.Length && text[end] is '.' or ',' or '年') return;
        value += rest;
        i = end;
        if (i < text.Length && text[i] == '亿') (value, i) = (value * 100_000_000, i + 1);
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at + 3 < text.Length && text[at] == ',' && IsDigit(text[at + 1]) && IsDigit(text[at + 2]) && IsDigit(text[at + 3]) && !(at + 4 < text.Length && IsDigit(text[at + 4]));

    // 余 and 多 stand before the scale (100多万), after it (3万余), or before a unit.
    private static decimal ReadScales(ReadOnlySpan<char> text, ref int i, ref Approximation approximation)
    {
        decimal scale = 1;
        ReadRest(text, ref i, ref approximation);
        while (i < text.Length && Scale(text[i]) is var s and >= 10 and not 20 and not 30 && scale < 1_000_000_000_000)
        {
            if (text[i] == '千' && UnitTable.LengthAt(text, i) > 1) break;               // 7412亿|千瓦时
            scale *= s;
            i++;
            ReadRest(text, ref i, ref approximation);
        }
        return scale;
    }

    private static void ReadRest(ReadOnlySpan<char> text, ref int i, ref Approximation approximation)
    {
        if (approximation != Approximation.None || i + 1 >= text.Length) return;
        if (text[i] is '余' or '多' or '来' && (Scale(text[i + 1]) >= 100 || UnitTable.LengthAt(text, i + 1) > 0 || text[i] == '余'))
        {
            approximation = text[i] == '来' ? Approximation.About : Approximation.More;
            i++;
        }
    }

    private static bool TryReadChinese(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (at >= text.Length) return false;
        var i = at;
        var approximation = Approximation.None;
        decimal total = 0, section = 0;
        int digit = -1, second = -1, digits = 0, scales = 0;
        decimal lastScale = 0, positional = 0;
        decimal spread = 0;            // of 七八十: what the second digit adds
        var several = text[i] is '数' or '几';
        if (several)
        {
            if (i + 1 >= text.Length || Scale(text[i + 1]) < 10) return false;
            approximation = Approximation.More;
            digit = 1;
            i++;
        }
        for (; i < text.Length && i - at < LongestRun; i++)
        {
            var c = text[i];
            if (Digit(c) is var d and >= 0)
            {
                if (c == '两' && digit >= 0 && !(digit is 1 or 3 && second < 0)) break;     // 八两 ends a number; 一两个, 三两个 do not
                if (digit >= 0 && c != '零' && c != '〇') second = digit;
                positional = positional * 10 + d;
                if (++digits > 8) return false;
                digit = d;
                continue;
            }
            // 四、五十年, 三、四个
            if (c == '、' && digits == 1 && scales == 0 && i + 2 < text.Length && Digit(text[i + 1]) == digit + 1 && digit > 0 && (Scale(text[i + 2]) > 0 || UnitTable.LengthAt(text, i + 2) > 0)) continue;
            if (Scale(c) is var s and > 0)
            {
                if (s is 20 or 30) { section += s; digit = second = -1; scales++; lastScale = 10; continue; }
                if (second > 0 && digit > second && scales == 0 || second > 0 && digit > second && lastScale > s) spread = (digit - second) * s;
                else if (second >= 0 && digit >= 0 && second > 0 && scales == 0) break;
                var unit = second > 0 ? second : digit;
                if (s >= 10_000)
                {
                    section = section + Math.Max(0, unit);
                    if (section == 0) section = 1;
                    if (spread > 0) spread = (digit - second) * (decimal)s;
                    total = s == 100_000_000 ? (total + section) * s : total + section * s;
                    section = 0;
                }
                else
                {
                    section += (unit < 0 || unit == 0 && digit <= 0 ? 1 : unit) * s;
                }
                (digit, second) = (-1, -1);
                lastScale = s;
                scales++;
                if (i + 1 < text.Length) { i++; ReadInnerRest(text, ref i, ref approximation); i--; }
                continue;
            }
            if (c == '几' && scales > 0 && digit < 0 && lastScale == 10) { approximation = Approximation.More; i++; break; }      // 十几
            break;
        }
        if (i == at || several && scales == 0) return false;
        // 三点五: a decimal.
        if (scales == 0 && digits == 1 && i + 1 < text.Length && text[i] == '点' && Digit(text[i + 1]) >= 0 && (i + 2 >= text.Length || !IsChinese(text[i + 2]) || Scale(text[i + 2]) >= 10_000) && text[i + 1] != '两')
        {
            var fraction = digit + Digit(text[i + 1]) / 10m;
            i += 2;
            if (i < text.Length && Scale(text[i]) >= 10_000) fraction *= Scale(text[i++]);
            else if (UnitTable.LengthAt(text, i) == 0) return false;
            numeral = new Numeral(i - at, fraction, null, approximation, false, false);
            return true;
        }
        decimal? upper = null;
        decimal value;
        if (scales == 0)
        {
            if (digits == 1) value = digit;
            else if (digits == 2 && (digit == second + 1 || second == 3 && digit == 5 || digit == 2 && second is 1 or 3) && second > 0)
                (value, upper) = (Math.Min(second, digit), (decimal)Math.Max(second, digit));
            else value = positional;
        }
        else
        {
            value = total + section;
            if (second > 0 && digit > second) { value += second; upper = value + (digit - second); }            // 十五六
            else if (digit > 0) value += lastScale >= 100 && text[i - 2] != '零' && text[i - 2] != '〇' ? digit * lastScale / 10 : digit;      // 一百二 = 120
            if (spread > 0) upper = value + spread;
        }
        if (scales > 0 || upper is null) ReadRest(text, ref i, ref approximation);
        // 一百多万: the scale after the rest.
        if (approximation == Approximation.More && i < text.Length && Scale(text[i]) >= 10_000 && total == 0)
        {
            value *= Scale(text[i]);
            i++;
        }
        numeral = new Numeral(i - at, value, upper, approximation, false, scales == 0 && digits >= 2 && upper is null);
        return true;
    }

    private static void ReadInnerRest(ReadOnlySpan<char> text, ref int i, ref Approximation approximation)
    {
        if (text[i] is '余' or '多' or '来' && approximation == Approximation.None && i + 1 < text.Length && Scale(text[i + 1]) >= 10_000)
        {
            approximation = text[i] == '来' ? Approximation.About : Approximation.More;
            i++;
        }
    }
}
