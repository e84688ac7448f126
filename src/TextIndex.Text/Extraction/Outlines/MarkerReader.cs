// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Outlines;

/// <summary>What stands at the head of a numbered line.</summary>
/// <param name="Style">How it is numbered.</param>
/// <param name="Ordinal">The number; 0 for none.</param>
/// <param name="Length">Code units of the marker.</param>
/// <param name="Components">Numbers of a decimal marker: 2 for 3.1; 0 for any other.</param>
internal readonly record struct Marker(HeadingStyle Style, int Ordinal, int Length, int Components = 0);

/// <summary>Reads the number at the head of a folded line. A marker is refused where the line only looks numbered: dates, pairs of numbers, cross-references.</summary>
internal static class MarkerReader
{
    private const string Numerals = "〇一二三四五六七八九";
    private static readonly PhraseTable Sequels = new("首先 其次 再次 再者 然后 最后 其一 其二 其三 其四 其五");
    private static readonly PhraseTable Points = new("句话 个问题 件事 点 个方面 方面 个字 个故事 点体会 点感受 点希望 层 层意思 种");
    private static readonly PhraseTable Firsts = new("首先 其一");

    // After "五、" a numeral one higher and one of these is a pair of numbers (五、六月), not a heading.
    private static readonly PhraseTable Units = new("年 月 日 号 天 岁 个 名 人 位 次 点 时 周 期 届 级 线 十 百 千 万 亿 成 楼 层 班 组 里 公里 亩 元 米 斤");

    public static bool TryRead(ReadOnlySpan<char> line, out Marker marker)
    {
        marker = default;
        if (line.IsEmpty) return false;
        var first = line[0];
        if (first is >= '①' and <= '⑳') { marker = new Marker(HeadingStyle.Circled, first - '①' + 1, 1); return true; }
        if (first is '(') return TryReadParenthesis(line, out marker);
        if (first is '第') return TryReadOrder(line, out marker);
        if (char.IsAsciiDigit(first)) return TryReadArabic(line, out marker) || TryReadDecimal(line, out marker);
        if (ReadNumeral(line, out var ordinal) is var digits and > 0) return TryReadCjk(line, digits, ordinal, out marker);
        if (Sequels.StartingAt(line, 0) is var length and > 0 && length < line.Length && line[length] is ',' or ':' or '是')
        {
            marker = new Marker(HeadingStyle.Sequence, Firsts.StartingAt(line, 0) > 0 ? 1 : 0, line[length] == '是' ? length : length + 1);
            return true;
        }
        return false;
    }

    private static bool TryReadCjk(ReadOnlySpan<char> line, int digits, int ordinal, out Marker marker)
    {
        marker = default;
        if (digits < line.Length && line[digits] == ' ') digits++;       // 一 、 as scanners read it
        if (digits >= line.Length || ordinal == 0) return false;
        switch (line[digits])
        {
            case '、' or '.' when !IsPairOfNumbers(line[(digits + 1)..], ordinal):
                marker = new Marker(HeadingStyle.CjkDunhao, ordinal, digits + 1);
                return true;
            case '是' or '要' when ordinal < 20:
                marker = new Marker(HeadingStyle.EnumShi, ordinal, digits + 1);
                return true;
        }
        return false;
    }

    private static bool IsPairOfNumbers(ReadOnlySpan<char> rest, int ordinal)
    {
        var digits = ReadNumeral(rest, out var next);
        return digits > 0 && next == ordinal + 1 && Units.StartingAt(rest, digits) > 0;
    }

    private static bool TryReadParenthesis(ReadOnlySpan<char> line, out Marker marker)
    {
        marker = default;
        var inner = line[1..];
        var digits = ReadNumeral(inner, out var ordinal);
        var style = HeadingStyle.CjkParenthesis;
        if (digits == 0) (digits, style) = (ReadDigits(inner, out ordinal), HeadingStyle.ArabicParenthesis);
        if (digits == 0 || ordinal == 0 || digits >= inner.Length || inner[digits] != ')') return false;
        var rest = inner[(digits + 1)..];
        if (rest.Length > 0 && rest[0] is '项' or '款' or '条' or '至' or '、' or ')' or '(') return false;   // a cross-reference that a line break has brought here
        marker = new Marker(style, ordinal, digits + 2);
        return true;
    }

    private static bool TryReadArabic(ReadOnlySpan<char> line, out Marker marker)
    {
        marker = default;
        var digits = ReadDigits(line, out var ordinal);
        if (digits is 0 or > 3 || ordinal == 0 || digits >= line.Length) return false;
        var next = digits + 1 < line.Length ? line[digits + 1] : ' ';
        switch (line[digits])
        {
            case '.' when !char.IsAsciiDigit(next): marker = new Marker(HeadingStyle.ArabicDot, ordinal, digits + 1); return true;
            case '、' when !IsPairOfDigits(line[(digits + 1)..], ordinal): marker = new Marker(HeadingStyle.ArabicDunhao, ordinal, digits + 1); return true;
            case ')': marker = new Marker(HeadingStyle.ArabicParenthesis, ordinal, digits + 1); return true;
        }
        return false;
    }

    // 2 系统设计, 3.1 网络补盲: numbers before a blank and a short line without a full stop.
    private static bool TryReadDecimal(ReadOnlySpan<char> line, out Marker marker)
    {
        marker = default;
        int at = 0, components = 0, ordinal = 0;
        while (components < 5)
        {
            var digits = ReadDigits(line[at..], out ordinal);
            if (digits is 0 or > 2) return false;
            at += digits;
            components++;
            if (at + 1 < line.Length && line[at] == '.' && char.IsAsciiDigit(line[at + 1])) { at++; continue; }
            break;
        }
        if (at >= line.Length || line[at] is not (' ' or '\u3000' or '\t')) return false;
        var words = line[at..].Trim();
        if (words.Length is < 2 or > 24 || ordinal == 0 || words.IndexOfAny("。;!?,|=%") >= 0 || char.IsAsciiDigit(words[0]) || Units.StartingAt(words, 0) > 0) return false;
        marker = new Marker(HeadingStyle.Decimal, ordinal, at, components);
        return true;
    }

    private static readonly PhraseTable Appendices = new("附录 附件");

    /// <summary>Reads what numbers a markdown heading after its signs: ## 2.1 水源, ## 附录A 常见故障.</summary>
    public static bool TryReadInMarkdown(ReadOnlySpan<char> line, out Marker marker)
    {
        if (TryRead(line, out marker)) return true;
        if (line.Length < 4 || Appendices.StartingAt(line, 0) == 0) return false;
        var at = 2;
        while (at < line.Length && at < 5 && (char.IsAsciiLetterOrDigit(line[at]) || Numerals.Contains(line[at]))) at++;
        if (at == 2 || at >= line.Length || line[at] is not (' ' or '\u3000' or ':')) return false;
        marker = new Marker(HeadingStyle.Markdown, 0, at + (line[at] == ':' ? 1 : 0));
        return true;
    }

    // 一问“我是谁”, 二看…: lines that count what they do.
    private const string Counted = "问看讲学悟查思议比记谈析盼赞访";

    /// <summary>Reads the number of a line such as 一问“我是谁”; 0 for none.</summary>
    public static int ReadCounted(ReadOnlySpan<char> line)
    {
        var digits = ReadNumeral(line, out var ordinal);
        return digits is 1 or 2 && ordinal is > 0 and < 13 && line.Length > digits + 2 && line.Length <= 20 && Counted.Contains(line[digits]) && line.IndexOfAny("。,;!") < 0 ? ordinal : 0;
    }

    /// <summary>Tells whether a line belongs to a table of contents: dots lead to a page.</summary>
    public static bool IsContentsLine(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        var digits = 0;
        while (digits < line.Length && digits < 5 && char.IsAsciiDigit(line[^(digits + 1)])) digits++;
        if (digits == 0) return false;
        line = line[..^digits].TrimEnd(" ()-—\u3000\t");
        var dots = 0;
        while (dots < line.Length && line[^(dots + 1)] is '…' or '.' or '·' or '-' or '—' or '_') dots++;
        return dots >= 2;
    }

    private static bool IsPairOfDigits(ReadOnlySpan<char> rest, int ordinal)
    {
        var digits = ReadDigits(rest, out var next);
        return digits > 0 && (next == ordinal + 1 || Units.StartingAt(rest, digits) > 0);
    }

    private static bool TryReadOrder(ReadOnlySpan<char> line, out Marker marker)
    {
        marker = default;
        var inner = line[1..];
        var digits = ReadNumeral(inner, out var ordinal);
        if (digits == 0) digits = ReadDigits(inner, out ordinal);
        if (digits == 0 || digits >= inner.Length) return false;
        var end = digits + 1;
        HeadingStyle style;
        switch (inner[digits])
        {
            case '章' or '讲' or '课': style = HeadingStyle.Chapter; break;
            case '节': style = HeadingStyle.Section; break;
            case '编' or '篇' or '卷': style = HeadingStyle.Part; break;
            case '部' when digits + 1 < inner.Length && inner[digits + 1] == '分': (style, end) = (HeadingStyle.Part, end + 1); break;
            case '条': style = HeadingStyle.Article; break;
            case ',' or '、' or ':': marker = new Marker(HeadingStyle.Sequence, ordinal, digits + 2); return true;
            // 第一句话，做一个…的人。
            case var _ when Points.StartingAt(inner, digits) is var point and > 0 && digits + point < inner.Length && inner[digits + point] is ',' or ':' or '、':
                marker = new Marker(HeadingStyle.Sequence, ordinal, digits + point + 2);
                return true;
            default: return false;
        }
        // 第一条 路 …, 第三节车厢: a heading leaves a blank after its number, or is a short line by itself.
        var after = inner[end..];
        if (end > inner.Length || (after.Length > 0 && !char.IsWhiteSpace(after[0]) && after[0] is not (':' or '、') && (style is HeadingStyle.Article || after.Length > 20 || after.IndexOfAny(",。;") >= 0))) return false;
        marker = new Marker(style, ordinal, end + 1);
        return true;
    }

    /// <summary>Reads a Chinese number from 1 to 999 (十一, 二十三, 一百零五); length 0 where there is none.</summary>
    internal static int ReadNumeral(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        int i = 0, digit = 0;
        for (; i < text.Length && i < 7; i++)
        {
            var c = text[i] == '零' ? '〇' : text[i];
            if (Numerals.IndexOf(c) is var d and >= 0) digit = i > 0 && digit > 0 ? digit * 10 + d : d;
            else if (c == '十') (value, digit) = (value + 10 * (digit == 0 ? 1 : digit), 0);
            else if (c == '百') (value, digit) = (value + 100 * digit, 0);
            else break;
        }
        value += digit;
        return i;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var i = 0;
        for (; i < text.Length && i < 6 && char.IsAsciiDigit(text[i]); i++) value = value * 10 + text[i] - '0';
        return i < text.Length && char.IsAsciiDigit(text[i]) ? 0 : i;
    }
}
