// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Segmentation;

/// <summary>Where no word of a user may begin or end, so that a list of Chinese words never breaks an English one.</summary>
internal static class WordEdge
{
    /// <summary>Tells whether a boundary at <paramref name="at"/> parts two Latin letters or digits (SA|ID), a number at its point (2|.0), a name
    /// from its signs (C|++, C|#) or a code point.</summary>
    public static unsafe bool Parts(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length) return false;
        fixed (char* units = text) return Parts(units + at, at + 1 < text.Length);
    }

    /// <summary>The same where a unit stands on both sides.</summary>
    /// <param name="at">The unit after the boundary.</param>
    /// <param name="hasNext">Whether one more follows it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool Parts(char* at, bool hasNext)
    {
        if (BlockClass.IsHan(at[-1]) || BlockClass.IsHan(at[0])) return false;
        return PartsOthers(at[-1], at[0], hasNext ? at[1] : '\0');
    }

    private static bool PartsOthers(char before, char after, char next)
    {
        if (IsLatinOrDigit(before))
            return IsLatinOrDigit(after) || (after is '+' or '#' && !char.IsAsciiDigit(before) && !IsLatinOrDigit(next)) || (after == '.' && char.IsAsciiDigit(before) && char.IsAsciiDigit(next));
        return char.IsHighSurrogate(before) && char.IsLowSurrogate(after);
    }

    private static bool IsLatinOrDigit(char unit) => unit < 128
        ? char.IsAsciiLetterOrDigit(unit)
        : unit is >= '\u00C0' and <= '\u024F' and not '×' and not '÷' || unit is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
}
