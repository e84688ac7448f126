// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;

namespace TextIndex.Normalization;

/// <summary>Folds text so that spellings that readers take for the same are the same, and keeps the way back to the source.</summary>
/// <remarks>
/// Context-free, one code point to one code point: lower case, full width to ASCII, traditional to simplified by OpenCC's first target. White
/// space between two neighbours that are each Han or Chinese punctuation is removed; any other run becomes one space; a blank line, or a line
/// break directly followed by U+3000, becomes <see cref="Barrier"/>. White space at the ends of the text is removed. So every substring of the
/// source that has no barrier inside and no white space at its ends folds to a substring of the folded source. Safe to share between threads.
/// </remarks>
public static class TextNormalizer
{
    /// <summary>Stands in a folded text where no match may cross. No other line feed is ever in a folded text.</summary>
    public const char Barrier = '\n';

    /// <summary>Changes whenever the same source may fold to another text.</summary>
    internal const string Version = "fold-1";

    /// <summary>Folds a text.</summary>
    /// <param name="source">Any text, lone surrogates included (they stay as they are).</param>
    public static NormalizedText Normalize(ReadOnlySpan<char> source)
    {
        var folded = new StringBuilder(source.Length);
        var pieces = new List<OffsetMap.Piece>();
        Fold(source, folded, pieces);
        return new NormalizedText(folded.ToString(), new OffsetMap(pieces));
    }

    /// <summary>Folds a text for which no way back is needed, such as a query.</summary>
    public static string Fold(ReadOnlySpan<char> source)
    {
        var folded = new StringBuilder(source.Length);
        Fold(source, folded, null);
        return folded.ToString();
    }

    private static void Fold(ReadOnlySpan<char> source, StringBuilder folded, List<OffsetMap.Piece>? pieces)
    {
        var basic = FoldTable.Basic;
        var before = -1;                                   // source code point before the run of white space; -1 at the start
        for (var i = 0; i < source.Length;)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c))
            {
                var end = i + 1;
                while (end < source.Length && char.IsWhiteSpace(source[end])) end++;
                FoldWhiteSpace(source, i, end, before, folded, pieces);
                i = end;
                continue;
            }
            if (!char.IsSurrogate(c) && basic[c] is var one && (one != 0 || c == 0))
            {
                folded.Append(one);
                before = c;
                i++;
                continue;
            }
            var length = char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]) ? 2 : 1;
            before = length == 2 ? char.ConvertToUtf32(c, source[i + 1]) : c;
            AppendFold(before, i, length, folded, pieces);
            i += length;
        }
    }

    private static void FoldWhiteSpace(ReadOnlySpan<char> source, int start, int end, int before, StringBuilder folded, List<OffsetMap.Piece>? pieces)
    {
        var normalized = folded.Length;
        if (before >= 0 && end < source.Length)
        {
            if (IsBarrier(source[start..end])) folded.Append(Barrier);
            else if (!CharacterClass.IsHanOrChinesePunctuation(before) || !CharacterClass.IsHanOrChinesePunctuation(CodePointAt(source, end))) folded.Append(' ');
        }
        var kept = folded.Length - normalized;
        if (kept != end - start) pieces?.Add(new OffsetMap.Piece(normalized, start, kept, end - start));
    }

    /// <summary>Tells whether a run of white space holds a blank line, or a line break directly followed by U+3000.</summary>
    internal static bool IsBarrier(ReadOnlySpan<char> run)
    {
        var lineEnds = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (!CharacterClass.IsLineEnd(run[i])) continue;
            if (run[i] == '\r' && i + 1 < run.Length && run[i + 1] == '\n') i++;
            if (++lineEnds == 2 || (i + 1 < run.Length && run[i + 1] == '\u3000')) return true;
        }
        return false;
    }

    private static void AppendFold(int codePoint, int sourceStart, int sourceLength, StringBuilder folded, List<OffsetMap.Piece>? pieces)
    {
        var normalized = folded.Length;
        var fold = FoldTable.Fold(codePoint);
        if (fold < 0x10000) folded.Append((char)fold);
        else folded.Append(char.ConvertFromUtf32(fold));
        var length = folded.Length - normalized;
        if (length != sourceLength) pieces?.Add(new OffsetMap.Piece(normalized, sourceStart, length, sourceLength));
    }

    private static int CodePointAt(ReadOnlySpan<char> text, int offset) =>
        Rune.DecodeFromUtf16(text[offset..], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.Value : text[offset];
}
