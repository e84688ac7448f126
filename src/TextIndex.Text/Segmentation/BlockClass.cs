// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Segmentation;

/// <summary>jieba's classes of characters, which cut a text into blocks before any dictionary is asked.</summary>
internal static class BlockClass
{
    /// <summary>[一-鿕]: the Han that jieba knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char unit) => (uint)(unit - 0x4E00) <= 0x9FD5 - 0x4E00;

    /// <summary>[一-鿕a-zA-Z0-9+#&amp;._%-]: what the dictionary is asked about.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlock(char unit) => IsHan(unit) || (unit < 128 && IsAsciiBlock(unit));

    /// <summary>[一-鿕a-zA-Z0-9+#&amp;._]: the same for posseg, which has no % and no -.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPossegBlock(char unit) => IsBlock(unit) && unit is not ('%' or '-');

    /// <summary>Length of the word at <paramref name="at"/>, outside every block: one code point, or a line end \r\n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOutside(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return 1;
        var unit = text[at];
        return (unit == '\r' && text[at + 1] == '\n') || (char.IsHighSurrogate(unit) && char.IsLowSurrogate(text[at + 1])) ? 2 : 1;
    }

    /// <summary>White space as python's \s has it: that of .NET and the four separators U+001C to U+001F.</summary>
    public static bool IsPythonSpace(char unit) => char.IsWhiteSpace(unit) || unit is >= '\u001C' and <= '\u001F';

    // A set of 128 bits: # % & + - . 0-9 A-Z _ a-z.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAsciiBlock(char unit) =>
        (((unit < 64 ? 0x03FF_6868_0000_0000UL : 0x07FF_FFFE_87FF_FFFEUL) >> (unit & 63)) & 1) != 0;
}
