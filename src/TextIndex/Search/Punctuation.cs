// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Search;

/// <summary>Leaves punctuation out of a text: the code points of Unicode's categories P.</summary>
internal static class Punctuation
{
    public static string Strip(string text) => new(Strip(text, out _));

    /// <summary>Strips a text and tells where each code unit that is left came from.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text, out int[] offsets)
    {
        var kept = new char[text.Length];
        offsets = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            if (!Rune.IsPunctuation(rune))
                for (var k = 0; k < length; k++) (kept[count], offsets[count++]) = (text[i + k], i + k);
            i += length;
        }
        return kept.AsSpan(0, count);
    }
}
