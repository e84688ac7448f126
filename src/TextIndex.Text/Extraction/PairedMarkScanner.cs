// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction;

// One pass with one stack a paragraph. A closing mark that nothing opened is passed over; an opening mark that nothing closes ends with its
// paragraph, or sooner where the same mark opens again, and never takes other pairs with it. Counters a kind keep a stray mark from searching the
// stack, and nesting stops at MaximumDepth, so a million marks in a row cost a million steps and no more.
internal static class PairedMarkScanner
{
    private const int MaximumDepth = 8;
    private const int Kinds = 8;
    private const int LongestBrokenTitle = 200;      // code units, line breaks counted

    /// <summary>Finds every pair, ascending by start, the outer before the inner.</summary>
    public static List<PairedMark> Scan(StudyText text)
    {
        var found = new List<PairedMark>();
        var scans = new ParagraphScan[text.Paragraphs.Count];
        for (var i = 0; i < scans.Length; i++) scans[i] = ScanMarks(text, text.Paragraphs[i]);
        for (var i = 0; i < scans.Length; i++) JoinBrokenTitle(text, scans, i, found);
        for (var i = 0; i < scans.Length; i++)
        {
            var last = LastOfChain(scans, i);
            if (last > i && scans[last].Leading is { Closed: not null }) { i = Join(scans, i, last, found); continue; }
            if (last == i && TryJoinBrokenLine(text, scans, i, found)) continue;
            // No part of a run that does not close can close either; its last paragraph may begin another run.
            AddAlone(text, scans[i], found);
            while (i + 1 < last) AddAlone(text, scans[++i], found);
        }
        found.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.Length.CompareTo(a.Span.Length));
        SetParents(found);
        return found;
    }

    private readonly record struct Open(MarkKind Kind, int Start, int Width);

    // The mark that a paragraph begins with; Closed is the pair that it makes, where it makes one inside the paragraph.
    private sealed record LeadingMark(MarkKind Kind, int Start, PairedMark? Closed);

    private sealed record ParagraphScan(TextSpan Paragraph, List<PairedMark> Pairs, List<Open> Left)
    {
        public LeadingMark? Leading { get; init; }

        /// <summary>By kind: where a closing mark stands before any opening one; -1 for nowhere.</summary>
        public required int[] Stray { get; init; }

        /// <summary>The one mark that is still open at the paragraph's end, where it can go on in the next paragraph.</summary>
        public Open? Tail { get; init; }
    }

    private static ParagraphScan ScanMarks(StudyText text, TextSpan paragraph)
    {
        var folded = text.Folded.AsSpan();
        var pairs = new List<PairedMark>();
        var left = new List<Open>();
        var stack = new List<Open>(MaximumDepth);
        Span<int> open = stackalloc int[Kinds];
        open.Clear();
        var stray = new int[Kinds];
        var seen = 0;                  // bit a kind: an opening mark or a stray one has been met
        Array.Fill(stray, -1);
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            var c = folded[i];
            var width = 1;
            MarkKind kind;
            bool opens;
            if (c == '&')
            {
                if (!TryReadEntity(folded[i..paragraph.End], open[(int)MarkKind.Straight] > 0, out kind, out opens, out width)) continue;
            }
            else if (c < '‘' && c is not ('"' or '\'') || !TryRead(folded, i, c == '\'' ? open[(int)MarkKind.StraightSingle] > 0 : open[(int)MarkKind.Straight] > 0, out kind, out opens)) continue;
            if (opens)
            {
                seen |= 1 << (int)kind;
                if (stack.Count == MaximumDepth) { left.Add(stack[0]); open[(int)stack[0].Kind]--; stack.RemoveAt(0); }
                stack.Add(new Open(kind, i, width));
                open[(int)kind]++;
                i += width - 1;
                continue;
            }
            if (open[(int)kind] == 0)
            {
                if ((seen & 1 << (int)kind) == 0) stray[(int)kind] = i;
                seen |= 1 << (int)kind;
                i += width - 1;
                continue;
            }
            while (stack[^1].Kind != kind) { left.Add(stack[^1]); open[(int)stack[^1].Kind]--; stack.RemoveAt(stack.Count - 1); }
            pairs.Add(new PairedMark(kind, TextSpan.FromBounds(stack[^1].Start, i + width), TextSpan.FromBounds(stack[^1].Start + stack[^1].Width, i)));
            open[(int)kind]--;
            stack.RemoveAt(stack.Count - 1);
            i += width - 1;
        }
        left.AddRange(stack);
        left.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return new ParagraphScan(paragraph, pairs, left) { Stray = stray, Leading = FindLeading(folded, paragraph, pairs), Tail = FindTail(pairs, left) };
    }

    private static bool TryRead(ReadOnlySpan<char> text, int at, bool straightIsOpen, out MarkKind kind, out bool opens)
    {
        (kind, opens) = text[at] switch
        {
            '“' or '〝' => (MarkKind.Double, true),
            '”' or '〞' or '〟' => (MarkKind.Double, false),
            '‘' => (MarkKind.Single, true),
            '’' => (MarkKind.Single, false),
            '「' => (MarkKind.Corner, true),
            '」' => (MarkKind.Corner, false),
            '『' => (MarkKind.WhiteCorner, true),
            '』' => (MarkKind.WhiteCorner, false),
            '《' => (MarkKind.Title, true),
            '》' => (MarkKind.Title, false),
            '〈' => (MarkKind.InnerTitle, true),
            '〉' => (MarkKind.InnerTitle, false),
            '"' => (MarkKind.Straight, !straightIsOpen),
            '\'' => (MarkKind.StraightSingle, !straightIsOpen),
            _ => ((MarkKind)(-1), false),
        };
        if ((int)kind < 0) return false;
        if (kind == MarkKind.Single && !opens) return !(IsLatin(text, at - 1) && IsLatin(text, at + 1));   // don’t
        // 'T: a straight single mark is one only beside Han, or what it opened would be an apostrophe.
        if (kind == MarkKind.StraightSingle) return opens ? at + 1 < text.Length && CharacterClass.IsHan(text[at + 1]) && !IsLatin(text, at - 1) : !IsLatin(text, at + 1);
        if (kind == MarkKind.Straight && opens) return !(at > 0 && char.IsAsciiDigit(text[at - 1]));       // 55" are inches
        return true;

        static bool IsLatin(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);
    }

    // Marks as a page of the web has them: &ldquo; &rdquo; &lsquo; &rsquo; &quot; and by number.
    private static bool TryReadEntity(ReadOnlySpan<char> text, bool straightIsOpen, out MarkKind kind, out bool opens, out int width)
    {
        (kind, opens, width) = ((MarkKind)(-1), false, 0);
        if (text.Length < 6) return false;
        foreach (var (name, mark, isOpening) in Entities)
        {
            if (!text.StartsWith(name)) continue;
            (kind, opens, width) = (mark, mark == MarkKind.Straight ? !straightIsOpen : isOpening, name.Length);
            return true;
        }
        return false;
    }

    private static readonly (string Name, MarkKind Kind, bool Opens)[] Entities =
    [
        ("&ldquo;", MarkKind.Double, true), ("&rdquo;", MarkKind.Double, false), ("&lsquo;", MarkKind.Single, true), ("&rsquo;", MarkKind.Single, false), ("&quot;", MarkKind.Straight, true),
        ("&#8220;", MarkKind.Double, true), ("&#8221;", MarkKind.Double, false), ("&#8216;", MarkKind.Single, true), ("&#8217;", MarkKind.Single, false), ("&#34;", MarkKind.Straight, true),
    ];

    private static LeadingMark? FindLeading(ReadOnlySpan<char> folded, TextSpan paragraph, List<PairedMark> pairs)
    {
        var start = paragraph.Start;
        while (start < paragraph.End && char.IsWhiteSpace(folded[start])) start++;
        if (start == paragraph.End || !TryRead(folded, start, false, out var kind, out var opens) || !opens || IsStraightOrTitle(kind)) return null;
        foreach (var pair in pairs)
            if (pair.Span.Start == start) return new LeadingMark(kind, start, pair);
        return new LeadingMark(kind, start, null);
    }

    private static bool IsStraightOrTitle(MarkKind kind) => kind is MarkKind.Straight or MarkKind.StraightSingle or MarkKind.Title or MarkKind.InnerTitle;

    private static Open? FindTail(List<PairedMark> pairs, List<Open> left)
    {
        if (left.Count == 0) return null;
        var tail = left[^1];
        if (IsStraightOrTitle(tail.Kind)) return null;
        foreach (var pair in pairs)
            if (pair.Kind == tail.Kind && pair.Span.Start > tail.Start) return null;
        return tail;
    }

    // Words over several paragraphs repeat the opening mark at each and are closed once. A run of such paragraphs either closes, or no part of it does.
    private static int LastOfChain(ParagraphScan[] scans, int first)
    {
        if (scans[first].Tail is not { } tail) return first;
        var last = first;
        while (last + 1 < scans.Length && scans[last + 1].Leading is { } leading && leading.Kind == tail.Kind)
        {
            last++;
            if (leading.Closed is not null || scans[last].Tail is not { } next || next.Start != leading.Start) break;
        }
        return last;
    }

    private static int Join(ParagraphScan[] scans, int first, int last, List<PairedMark> found)
    {
        var tail = scans[first].Tail!.Value;
        var closed = scans[last].Leading!.Closed!;
        var parts = new List<(TextSpan, TextSpan)>();
        for (var i = first; i <= last; i++)
        {
            found.AddRange(i == last ? scans[i].Pairs.Where(p => p != closed) : scans[i].Pairs);
            var start = i == first ? tail.Start : scans[i].Leading!.Start;
            var inside = i == first ? start + tail.Width : start + 1;
            var end = i == last ? closed.Content.End : scans[i].Paragraph.End;
            parts.Add((TextSpan.FromBounds(start, i == last ? closed.Span.End : end), TextSpan.FromBounds(Math.Min(inside, end), end)));
        }
        found.Add(new PairedMark(tail.Kind, TextSpan.FromBounds(tail.Start, closed.Span.End), TextSpan.FromBounds(tail.Start + tail.Width, closed.Content.End)) { Parts = parts });
        return last;
    }

    // A line end inside marks, as pages that were pasted have it: the words go on in the next paragraph and are closed there.
    private static bool TryJoinBrokenLine(StudyText text, ParagraphScan[] scans, int i, List<PairedMark> found)
    {
        if (i + 1 == scans.Length || scans[i].Tail is not { } tail || scans[i + 1].Stray[(int)tail.Kind] is var close && close < 0) return false;
        var (here, next) = (scans[i].Paragraph, scans[i + 1].Paragraph);
        if (text.Folded[here.End - 1] is '。' or '!' or '?' or ':' or ';') return false;
        scans[i].Left.Remove(tail);
        AddAlone(text, scans[i], found);
        found.Add(new PairedMark(tail.Kind, TextSpan.FromBounds(tail.Start, close + 1), TextSpan.FromBounds(tail.Start + tail.Width, close))
        {
            Parts = [(TextSpan.FromBounds(tail.Start, here.End), TextSpan.FromBounds(tail.Start + tail.Width, here.End)), (TextSpan.FromBounds(next.Start, close + 1), TextSpan.FromBounds(next.Start, close))],
        });
        return true;
    }

    // A title that a page has broken into lines: its words go on in one of the next two paragraphs and are closed there.
    private static void JoinBrokenTitle(StudyText text, ParagraphScan[] scans, int i, List<PairedMark> found)
    {
        var at = scans[i].Left.FindLastIndex(static open => open.Kind == MarkKind.Title);
        if (at < 0) return;
        var start = scans[i].Left[at].Start;
        if (scans[i].Pairs.Exists(pair => pair.Kind == MarkKind.Title && pair.Span.Start > start)) return;
        for (var next = i + 1; next < Math.Min(scans.Length, i + 3); next++)
        {
            var close = scans[next].Stray[(int)MarkKind.Title];
            if (close >= 0)
            {
                if (close - start > LongestBrokenTitle || text.Folded.AsSpan(start, close - start).Contains('。')) return;
                scans[i].Left.RemoveAt(at);
                found.Add(new PairedMark(MarkKind.Title, TextSpan.FromBounds(start, close + 1), TextSpan.FromBounds(start + 1, close)));
                return;
            }
            if (scans[next].Left.Exists(static open => open.Kind == MarkKind.Title) || scans[next].Pairs.Exists(static pair => pair.Kind == MarkKind.Title)) return;
        }
    }

    private static void AddAlone(StudyText text, ParagraphScan scan, List<PairedMark> found)
    {
        found.AddRange(scan.Pairs);
        if (scan.Left.Count == 0) return;
        var starts = new List<int>[Kinds];
        foreach (var (kind, start, _) in scan.Left) (starts[(int)kind] ??= []).Add(start);
        foreach (var pair in scan.Pairs) starts[(int)pair.Kind]?.Add(pair.Span.Start);
        foreach (var list in starts) list?.Sort();
        foreach (var (kind, start, width) in scan.Left)
        {
            if (kind is MarkKind.Title or MarkKind.InnerTitle or MarkKind.StraightSingle) continue;              // a title that is not closed is a slip of the pen
            var list = starts[(int)kind];
            var next = list.BinarySearch(start + 1);
            if (next < 0) next = ~next;
            var end = next < list.Count ? EndBefore(text.Folded, start + width, Math.Max(start + width, list[next])) : scan.Paragraph.End;
            if (end > start + width)
                found.Add(new PairedMark(kind, TextSpan.FromBounds(start, end), TextSpan.FromBounds(start + width, end)) { Unclosed = true });
        }
    }

    // Words that were never closed end with the last whole sentence before the mark that opens again.
    private static int EndBefore(ReadOnlySpan<char> folded, int start, int limit)
    {
        var sentence = folded[start..limit].LastIndexOfAny("。!?…");
        return sentence >= 0 ? start + sentence + 1 : limit;
    }

    private static void SetParents(List<PairedMark> found)
    {
        var around = new List<PairedMark>();
        foreach (var pair in found)
        {
            around.RemoveAll(outer => outer.Span.End <= pair.Span.Start);
            for (var i = around.Count - 1; i >= 0 && pair.Parent is null; i--)
                if (around[i].Span.Contains(pair.Span)) pair.Parent = around[i];
            around.Add(pair);
        }
    }
}
