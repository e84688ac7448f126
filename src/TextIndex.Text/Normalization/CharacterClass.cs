// SPDX-License-Identifier: MIT
namespace TextIndex.Normalization;

/// <summary>The few classes of code points that the fold rule speaks of.</summary>
internal static class CharacterClass
{
    /// <summary>Tells whether white space beside this code point has no meaning: Han, or punctuation of Chinese text.</summary>
    public static bool IsHanOrChinesePunctuation(int codePoint) => IsHan(codePoint) || IsChinesePunctuation(codePoint);

    /// <summary>Han characters: all blocks of ideographs, their radicals, 々 and 〇.</summary>
    public static bool IsHan(int codePoint) =>
        codePoint is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x2E80 and <= 0x2FDF) or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3038 and <= 0x303B);

    /// <summary>CJK punctuation (U+3001 on), full-width and small forms, and the marks of GB/T 15834 that Unicode keeps elsewhere: “ ” ‘ ’ — … ·</summary>
    public static bool IsChinesePunctuation(int codePoint) =>
        codePoint is (>= 0x3001 and <= 0x303F and not (0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3038 and <= 0x303B)))
            or (>= 0xFF01 and <= 0xFF0F) or (>= 0xFF1A and <= 0xFF20) or (>= 0xFF3B and <= 0xFF40) or (>= 0xFF5B and <= 0xFF65) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0xFE10 and <= 0xFE1F) or (>= 0xFE30 and <= 0xFE6F)
            or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026 or 0x00B7;

    /// <summary>Line ends: LF, CR, NEL and the two Unicode separators. CR LF counts once.</summary>
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
