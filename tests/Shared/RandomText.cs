// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Normalization;

namespace TextIndex.Tests;

/// <summary>Draws nasty little texts: traditional characters, wrapped lines, barriers, emoji, Latin, full width, damage.</summary>
internal static class RandomText
{
    private static readonly string[] Parts =
    [
        "学", "习", "实", "事", "求", "是", "为", "人", "民", "服", "务", "的", "了", "一", "学习", "实事求是", "为人民服务", "同志", "干部", "作风",
        "學", "習", "實", "為", "務", "黨", "㑯", "\U00020BDF", "\U0002B7A9", "𠀀", "𪜶",
        "，", "。", "：", "“", "”", "《", "》", "、", "—", "…",
        "a", "B", "GDP", "C++", "3.5%", "2023", "Ｔ", "ＡＢ", "１２", "ｘ", "é", "İ", "ß",
        " ", "  ", "\n", "\r\n", "\t", "\u3000", "\n\n", "\n\u3000\u3000", "\r\n\r\n", "\u00A0", "\u2028",
        "😀", "👨‍👩‍👧", "\uFFFD", "\uD83D", "\uDE00", "\0", "\u0001", "哈哈", "哈哈哈",
    ];

    public static string Next(Random random, int parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts; i++) text.Append(Parts[random.Next(Parts.Length)]);
        return text.Length == 0 ? "空" : text.ToString();
    }

    /// <summary>Tells whether the law of literals speaks of this substring: whole code points, no barrier inside, no white space at its ends.</summary>
    public static bool IsWholeLiteral(string source, int start, int end)
    {
        if (start >= end || char.IsWhiteSpace(source[start]) || char.IsWhiteSpace(source[end - 1])) return false;
        if (Splits(source, start) || Splits(source, end)) return false;
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(source[i])) continue;
            var runEnd = i + 1;
            while (char.IsWhiteSpace(source[runEnd])) runEnd++;
            if (TextNormalizer.IsBarrier(source.AsSpan(i, runEnd - i))) return false;
            i = runEnd;
        }
        return true;
    }

    private static bool Splits(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
