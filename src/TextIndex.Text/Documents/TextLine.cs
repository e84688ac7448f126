// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>One physical line: where it stands, and what of it is not white space.</summary>
/// <param name="Span">The line without its line end.</param>
/// <param name="Content">The line without white space at its ends; of length 0 for a blank line.</param>
/// <param name="Next">Offset of the line after it; the length of the text after the last.</param>
internal readonly record struct TextLine(TextSpan Span, TextSpan Content, int Next)
{
    public bool IsBlank => Content.Length == 0;

    /// <summary>Tells whether the line begins with white space, U+3000 above all.</summary>
    public bool IsIndented => Content.Start > Span.Start && !IsBlank;

    /// <summary>Reads the line that starts at <paramref name="start"/>.</summary>
    public static TextLine At(string text, int start)
    {
        var end = start;
        while (end < text.Length && !IsLineEnd(text[end])) end++;
        var next = end;
        if (next < text.Length) next += text[next] == '\r' && next + 1 < text.Length && text[next + 1] == '\n' ? 2 : 1;
        return new TextLine(TextSpan.FromBounds(start, end), Trim(text, start, end), next);
    }

    /// <summary>Reads the lines of a stretch of a text, ascending, blank ones included.</summary>
    public static List<TextLine> All(string text, TextSpan within)
    {
        var lines = new List<TextLine>();
        for (var at = within.Start; at < within.End; at = lines[^1].Next) lines.Add(At(text, at));
        return lines;
    }

    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    // A byte order mark that a caller left in a string is as invisible as a space.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
