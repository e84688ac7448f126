// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>Splits a text into sentences (分句). Safe to share between threads; it holds nothing.</summary>
/// <remarks>
/// A sentence ends after a run of 。！？!?… and the closing quotation marks and brackets that follow it, and at the end of a line; ； does not end one.
/// White space around a sentence is not part of it. It does not know abbreviations: a full stop "." never ends a sentence.
/// </remarks>
/// <example><code>
/// var sentences = SentenceSplitter.Split("他说：“好！”大家都笑了。");   // [0, 7) 他说：“好！”   [7, 13) 大家都笑了。
/// </code></example>
public static class SentenceSplitter
{
    private const string Enders = "。！？!?…｡";
    private const string Closers = "”’」』）)》〉】］]\"";

    /// <summary>Splits a whole text into sentences.</summary>
    public static List<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(text, new TextSpan(0, text.Length));
    }

    /// <summary>Splits a part of a text into sentences.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The part; every sentence lies inside it.</param>
    /// <returns>The sentences, ascending; they do not overlap, none is empty, and what lies between them is white space.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> reaches past the text.</exception>
    public static List<TextSpan> Split(string text, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        if ((uint)within.Start > (uint)text.Length || within.Length < 0 || within.Length > text.Length - within.Start)
            throw new ArgumentOutOfRangeException(nameof(within));
        var sentences = new List<TextSpan>();
        var start = within.Start;
        for (var at = within.Start; at < within.End;)
        {
            if (IsLineEnd(text[at])) AddTrimmed(text, start, at, sentences);
            else if (Enders.Contains(text[at]))
            {
                while (at + 1 < within.End && Enders.Contains(text[at + 1])) at++;
                while (at + 1 < within.End && Closers.Contains(text[at + 1])) at++;
                AddTrimmed(text, start, at + 1, sentences);
            }
            else { at++; continue; }
            start = ++at;
        }
        AddTrimmed(text, start, within.End, sentences);
        return sentences;
    }

    private static bool IsLineEnd(char unit) => unit is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static void AddTrimmed(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (start < end && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) sentences.Add(TextSpan.FromBounds(start, end));
    }
}
