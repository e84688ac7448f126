// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Figures;

/// <summary>Words that name a day, month or year by its distance from today.</summary>
internal static class RelativeWords
{
    // Longest first within one beginning; 当天 and 次日 count from a day that the text tells and stay without value.
    private static readonly (string Word, int? Years, int? Months, int? Days)[] Words =
    [
        ("上个月", null, -1, null), ("下个月", null, 1, null), ("上半年", 0, null, null), ("下半年", 0, null, null), ("本年度", 0, null, null), ("上年度", -1, null, null), ("前年", -2, null, null),
        ("今年", 0, null, null), ("去年", -1, null, null), ("明年", 1, null, null), ("后年", 2, null, null), ("上年", -1, null, null), ("本年", 0, null, null), ("年底", 0, null, null), ("年初", 0, null, null),
        ("年末", 0, null, null), ("上月", null, -1, null), ("本月", null, 0, null), ("下月", null, 1, null), ("月底", null, 0, null), ("月初", null, 0, null),
        ("今天", null, null, 0), ("今日", null, null, 0), ("今晚", null, null, 0), ("今晨", null, null, 0), ("昨天", null, null, -1), ("昨日", null, null, -1), ("昨晚", null, null, -1), ("昨夜", null, null, -1), ("明天", null, null, 1),
        ("明日", null, null, 1), ("前天", null, null, -2), ("前日", null, null, -2), ("后天", null, null, 2), ("前晚", null, null, -2), ("当天", null, null, null), ("当日", null, null, null), ("次日", null, null, null), ("翌日", null, null, null),
        ("当月", null, null, null), ("次年", null, null, null), ("翌年", null, null, null), ("同年", null, null, null), ("当晚", null, null, null),
    ];

    /// <summary>Reads a word at the start of a folded text.</summary>
    /// <returns>Its length, 0 for none, and the distance in the unit that it speaks of; no distance where another day of the text is meant.</returns>
    public static (int Length, int? Years, int? Months, int? Days) At(ReadOnlySpan<char> text)
    {
        foreach (var (word, years, months, days) in Words)
        {
            if (!text.StartsWith(word)) continue;
            // 后天下之乐而乐, 后天性, 上年纪 are other words.
            if (text.Length > word.Length && (word[^1] == '天' && word[0] is '后' or '前' && text[word.Length] == '下' || text[word.Length] is '纪' or '性' or '份' && word[^1] is '年' or '天')) return default;
            return (word.Length, years, months, days);
        }
        return default;
    }
}
