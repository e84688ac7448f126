// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Tells whether a line begins with a sign that it starts something: a numbered heading, a list item, a markdown mark.</summary>
internal static class LineMarker
{
    /// <summary>Tells whether <paramref name="line"/>, without white space at its ends, begins with a marker of any kind.</summary>
    public static bool Begins(ReadOnlySpan<char> line) =>
        line.Length > 0 && (IsNumbered(line) || line[0] is '#' or '>' or '|' or '•' or '·' or '●' or '○' or '■' or '□' or '◆' or '◇' or '★' or '▲' or '※' || IsDashed(line));

    /// <summary>Tells whether <paramref name="line"/> begins with a number of the kind headings and items carry: 一、 （一） 1. 1、 (1) ① 第一章.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> line)
    {
        if (line.Length == 0) return false;
        if (line[0] is (>= '①' and <= '⒛') or (>= '㈠' and <= '㈩')) return true;
        var opens = line[0] is '（' or '(' or '第';
        var at = opens ? 1 : 0;
        var start = at;
        while (at < line.Length && at - start < 4 && IsNumeral(line[at])) at++;
        if (at == start || at >= line.Length) return false;
        if (line[0] == '第') return line[at] is '章' or '节' or '節' or '条' or '條' or '部' or '编' or '編' or '篇' or '回' or '卷';
        if (opens) return line[at] is '）' or ')';
        if (line[at] is '、' or '．' or '）' or ')') return true;
        return line[at] == '.' && (at + 1 == line.Length || !char.IsAsciiDigit(line[at + 1]));      // 3.5 is a figure
    }

    private static bool IsDashed(ReadOnlySpan<char> line) =>
        line[0] is '-' or '*' or '+' && (line.Length == 1 || line[1] is ' ' or '-' or '*' or '\t' or '\u3000');

    private static bool IsNumeral(char c) => c is >= '0' and <= '9' or >= '０' and <= '９' || "一二三四五六七八九十百〇零".Contains(c);
}
