// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Finds the paragraphs of a body: each line is one, except where a text was wrapped by hand or by a mailer.</summary>
/// <remarks>
/// A line is joined with the next when it clearly wraps: it does not end a sentence, the next line begins nothing new, and the line is about as wide
/// as the widest of its block, whose lines are too narrow for paragraphs. In a block that is wrapped beyond doubt a full line may end a sentence and
/// still go on. Widths are columns, a Han character counting two.
/// </remarks>
internal static class ParagraphSplitter
{
    // Narrower blocks are verse, names or tables; wider lines are paragraphs that nobody wrapped.
    private const int MinWrapColumns = 30, MaxWrapColumns = 160;

    /// <summary>Finds the paragraphs among <paramref name="lines"/>; the first <paramref name="alone"/> lines that are not blank are never joined.</summary>
    public static List<TextSpan> Split(string text, List<TextLine> lines, int alone)
    {
        var paragraphs = new List<TextSpan>();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank) { i++; continue; }
            var end = i + 1;
            while (end < lines.Count && !lines[end].IsBlank) end++;
            SplitBlock(text, lines, i, end, ref alone, paragraphs);
            i = end;
        }
        return paragraphs;
    }

    private static void SplitBlock(string text, List<TextLine> lines, int start, int end, ref int alone, List<TextSpan> paragraphs)
    {
        var widest = 0;
        for (var i = start; i < end; i++) widest = Math.Max(widest, Columns(text, lines[i].Span));
        var wraps = widest is >= MinWrapColumns and <= MaxWrapColumns;
        var surely = wraps && IsSurelyWrapped(text, lines, start, end, widest);
        for (var i = start; i < end; i++)
        {
            var from = lines[i].Content.Start;
            if (alone > 0) alone--;
            else while (wraps && i + 1 < end && Continues(text, lines[i], lines[i + 1], widest, surely)) i++;
            paragraphs.Add(TextSpan.FromBounds(from, lines[i].Content.End));
        }
    }

    /// <summary>Tells whether most lines of a block are full and most of these end inside a sentence, which no list or verse does.</summary>
    private static bool IsSurelyWrapped(string text, List<TextLine> lines, int start, int end, int widest)
    {
        var (full, unfinished) = (0, 0);
        for (var i = start; i < end; i++)
        {
            if (!IsFull(text, lines[i], widest)) continue;
            full++;
            if (!EndsSentence(text[lines[i].Content.End - 1])) unfinished++;
        }
        return full >= 3 && full * 2 > end - start && unfinished * 2 > full;
    }

    private static bool Continues(string text, TextLine line, TextLine next, int widest, bool surely)
    {
        if (next.IsIndented || text[line.Content.Start] == '#' || LineMarker.Begins(text.AsSpan(next.Content.Start, next.Content.Length))) return false;
        return EndsSentence(text[line.Content.End - 1])
            ? surely && IsFull(text, line, widest)
            : Columns(text, line.Span) * 10 >= widest * 8;         // Latin words leave ragged edges
    }

    // Marks that may not begin a line hang over the edge or pull a character down with them: up to two columns either way.
    private static bool IsFull(string text, TextLine line, int widest) => Columns(text, line.Span) >= widest - 4;

    public static bool EndsSentence(char c) =>
        c is '。' or '！' or '？' or '：' or '；' or '”' or '’' or '」' or '』' or '…' or '!' or '?' or ':' or ';' or '.' or '"' or '｡';

    private static int Columns(string text, TextSpan span)
    {
        var columns = 0;
        for (var i = span.Start; i < span.End; i++) columns += text[i] < '\u1100' && text[i] is not ('“' or '”' or '‘' or '’' or '…' or '—') ? 1 : 2;
        return columns;
    }
}
