// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>Divides a stretch of text at marks, but not inside quotation or book marks.</summary>
internal static class ClauseSplitter
{
    public const string SentenceEnds = "。!?\n\r";
    public const string UnitEnds = "。!?;\n\r";
    public const string ClauseEnds = "。!?;,:\n\r";

    /// <summary>Adds the pieces between the marks, without them and without blanks at their ends; empty pieces are left out.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="span">What to divide.</param>
    /// <param name="marks">All pairs of the text, ascending; those that begin inside the span are passed over as wholes.</param>
    /// <param name="ends">The marks that divide.</param>
    /// <param name="pieces">Receives the pieces, ascending.</param>
    public static void Split(string folded, TextSpan span, List<PairedMark> marks, string ends, List<TextSpan> pieces)
    {
        var mark = FirstFrom(marks, span.Start);
        var start = span.Start;
        for (var i = span.Start; i < span.End; i++)
        {
            while (mark < marks.Count && marks[mark].Span.Start < i) mark++;
            if (mark < marks.Count && marks[mark].Span.Start == i && marks[mark].Span.End <= span.End && !marks[mark].Unclosed)
            {
                var inside = marks[mark].Content;
                i = marks[mark].Span.End - 1;
                // “….” closes the sentence with its mark inside.
                if (inside.Length > 0 && folded[inside.End - 1] is '。' or '!' or '?' && ends.Contains('。') && EndsSentence(folded, i + 1, span.End)) { Add(folded, start, i + 1, pieces); start = i + 1; }
                continue;
            }
            if (!ends.Contains(folded[i])) continue;
            Add(folded, start, i, pieces);
            start = i + 1;
        }
        Add(folded, start, span.End, pieces);
    }

    /// <summary>Index of the first pair that begins at or behind an offset.</summary>
    public static int FirstFrom(List<PairedMark> marks, int offset)
    {
        int low = 0, high = marks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // 他说：“好。”大家笑了: the sentence ends with the words; “好。”他说 goes on, but its parts are read alike.
    private static bool EndsSentence(string folded, int at, int end) => at < end && folded[at] is not (',' or ';' or '、' or '。' or '的' or '!' or '?');

    private static void Add(string folded, int start, int end, List<TextSpan> pieces)
    {
        while (start < end && char.IsWhiteSpace(folded[start])) start++;
        while (end > start && char.IsWhiteSpace(folded[end - 1])) end--;
        if (end > start) pieces.Add(TextSpan.FromBounds(start, end));
    }
}
