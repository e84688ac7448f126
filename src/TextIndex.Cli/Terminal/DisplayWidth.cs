// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace TextIndex.Cli.Terminal;

/// <summary>Counts the columns that text takes in a terminal: two for Han, kana, hangul, full-width forms and emoji, none for marks, one for the rest.</summary>
// “ ” — … and their like are "ambiguous" in UAX 11; terminals of today give them one column unless told otherwise, and so do we.
internal static class DisplayWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes()) columns += Of(rune);
        return columns;
    }

    public static int Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300) return value is < 0x20 or (>= 0x7F and < 0xA0) or 0xAD ? 0 : 1;
        if (IsWide(value)) return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }

    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE10 and <= 0xFE19)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or 0x231A or 0x231B or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3 or 0x2614 or 0x2615 or 0x26A1 or 0x2705 or 0x2728 or 0x274C or 0x2753 or 0x2757
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF) or (>= 0x1F004 and <= 0x1F0CF)
        or (>= 0x1F18E and <= 0x1F265) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Cuts text from its end so that it takes at most so many columns; a cut shows as …</summary>
    public static string CutEnd(string text, int columns)
    {
        if (Of(text) <= columns) return text;
        var taken = 0;
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (taken + Of(rune) > columns - 1) break;
            taken += Of(rune);
            kept += rune.Utf16SequenceLength;
        }
        return columns < 1 ? "" : text[..kept] + "…";
    }

    /// <summary>Cuts text from its start so that it takes at most so many columns; a cut shows as …</summary>
    public static string CutStart(string text, int columns)
    {
        var excess = Of(text) - columns;
        if (excess <= 0) return text;
        var dropped = 0;
        var cut = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (dropped >= excess + 1) break;
            dropped += Of(rune);
            cut += rune.Utf16SequenceLength;
        }
        return columns < 1 ? "" : "…" + text[cut..];
    }
}
