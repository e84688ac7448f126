// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Outlines;

/// <summary>Finds the headings of a document: numbered ones in all usual styles, alone on their line or run in, and those of markdown.</summary>
/// <remarks>Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// foreach (var heading in OutlineExtractor.Extract(DocumentReader.Read("a.txt", text)).Headings)
///     Console.WriteLine($"{heading.Level} {heading.Ordinal} {heading.Text}");
/// </code></example>
public static class OutlineExtractor
{
    private const int LongestRunIn = 40;   // code units; a longer "heading" is a numbered paragraph

    /// <summary>Reads the outline of a document.</summary>
    /// <param name="document">Any document; its <see cref="Document.Paragraphs"/> are read line by line.</param>
    public static Outline Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Extract(new StudyText(document));
    }

    internal static Outline Extract(StudyText text)
    {
        var found = new List<Found>();
        var appendix = 0;
        foreach (var paragraph in text.Paragraphs) ReadParagraph(text, paragraph, found, ref appendix);
        DropCaptions(text, found);
        DropLonelyEnumerations(found);
        return new Outline(Build(text, found));
    }

    // What one line says, before its level is known.
    private readonly record struct Found(Marker Marker, int MarkdownDepth, TextSpan MarkerSpan, TextSpan Words, HeadingForm Form, TextSpan Terminator, int BodyStart, int LineStart = 0);

    private static void ReadParagraph(StudyText text, TextSpan paragraph, List<Found> found, ref int appendix)
    {
        for (var start = paragraph.Start; start < paragraph.End;)
        {
            var end = start;
            while (end < paragraph.End && text.Text[end] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029')) end++;
            if (IsAppendix(text, start, end, ref appendix)) { }
            else if (!GoesOn(text, paragraph.Start, start) && TryReadLine(text, start, end, out var heading)) found.Add(heading);
            start = end + 1;
        }
    }

    // 附件：1.甲 and the lines 2.乙, 3.丙 after it are a list of papers, no headings.
    private static bool IsAppendix(StudyText text, int start, int end, ref int last)
    {
        var line = text.Folded.AsSpan(start, end - start).Trim(" \u3000\t");
        if (line.StartsWith("附件") || line.StartsWith("附:"))
        {
            var rest = line[(line.StartsWith("附:") ? 1 : 2)..].TrimStart();
            if (rest.Length == 0 || rest[0] != ':') { last = 0; return false; }
            last = MarkerReader.TryRead(rest[1..].TrimStart(), out var first) ? first.Ordinal : 1;
            return true;
        }
        if (last == 0 || line.IsEmpty) return last > 0;
        if (MarkerReader.TryRead(line, out var marker) && marker.Ordinal == last + 1 && marker.Style is HeadingStyle.ArabicDot or HeadingStyle.ArabicDunhao) { last++; return true; }
        last = 0;
        return false;
    }

    // A line broken inside a sentence: what follows 见 or a comma is no heading.
    private static bool GoesOn(StudyText text, int paragraphStart, int lineStart)
    {
        var before = lineStart - 1;
        while (before >= paragraphStart && char.IsWhiteSpace(text.Folded[before])) before--;
        return before >= paragraphStart && text.Folded[before] is ',' or '、' or '见' or '第' or '和' or '至' or '或' or '(';
    }

    private static bool TryReadLine(StudyText text, int start, int end, out Found heading)
    {
        heading = default;
        var folded = text.Folded.AsSpan();
        while (end > start && IsBlank(folded[end - 1])) end--;
        while (start < end && IsBlank(folded[start])) start++;
        if (start == end) return false;

        var lineStart = start;
        var depth = 0;
        var markerStart = start;
        while (depth < 6 && start + depth < end && folded[start + depth] == '#') depth++;
        if (depth > 0)
        {
            if (start + depth >= end || !IsBlank(folded[start + depth])) return false;
            start += depth;
            while (start < end && IsBlank(folded[start])) start++;
            while (end > start && (folded[end - 1] == '#' || IsBlank(folded[end - 1]))) end--;
        }
        // Bold as markdown writes it: **一、…**
        var isBold = end - start > 4 && folded[start..].StartsWith("**");
        if (isBold) start += 2;
        if (MarkerReader.IsContentsLine(folded[start..end])) return false;
        if (isBold && depth == 0 && TryReadBoldSentence(folded, start, end, out heading))
        {
            heading = heading with { LineStart = lineStart };
            return true;
        }

        if (depth > 0 ? MarkerReader.TryReadInMarkdown(folded[start..end], out var marker) : MarkerReader.TryRead(folded[start..end], out marker)) markerStart = start;
        else if (depth == 0 && IsPlain(folded[start..end], isBold, out var ordinal))
        {
            var words = Bare(folded, start, end);
            var colon = folded[words.End - 1] == ':' ? 1 : 0;
            heading = new Found(new Marker(HeadingStyle.Plain, ordinal, 0), 0, new TextSpan(start, 0), TextSpan.FromBounds(start, words.End - colon), HeadingForm.Line,
                new TextSpan(words.End - colon, colon), end, lineStart);
            return true;
        }
        else if (depth > 0 && start < end) marker = new Marker(HeadingStyle.Markdown, 0, depth);
        else return false;
        // "# 标题" at the head of a document is its title, not its first section.
        if (marker.Style == HeadingStyle.Markdown && text.Document.TitleSpan.Overlaps(TextSpan.FromBounds(markerStart, end))) return false;

        var wordsStart = marker.Style == HeadingStyle.Markdown && markerStart != start ? start : start + marker.Length;
        while (wordsStart < end && IsBlank(folded[wordsStart])) wordsStart++;
        heading = ReadWords(text, marker, depth, TextSpan.FromBounds(markerStart, markerStart + marker.Length), wordsStart, end) with { LineStart = lineStart };
        return true;
    }

    // **让数据开口说话**: a whole short line in bold. 一问“我是谁”: one of a run; DropLonelyEnumerations looks for the others.
    private static bool IsPlain(ReadOnlySpan<char> line, bool isBold, out int ordinal)
    {
        ordinal = 0;
        if (!isBold) return (ordinal = MarkerReader.ReadCounted(line)) > 0;
        if (!line.EndsWith("**")) return false;
        line = line[..^2].Trim();
        // 记者： alone is who speaks next; a whole line before a colon is a heading.
        return line.Length is >= 2 and <= LongestRunIn && !line.Contains("**", StringComparison.Ordinal) && line[^1] is not ('。' or ',' or ';' or '、') && (line[^1] != ':' || line.Length > 8);
    }

    // **设立专项，厚植沃土。**为加快…: a sentence in bold at the head of a paragraph; DropLonelyEnumerations looks for the others.
    private static bool TryReadBoldSentence(ReadOnlySpan<char> folded, int start, int end, out Found heading)
    {
        heading = default;
        var length = folded[start..end].IndexOf("**", StringComparison.Ordinal);
        if (length is < 5 or > LongestRunIn + 1 || start + length + 2 >= end) return false;
        var stop = start + length - 1;
        if (folded[stop] is not ('。' or '!' or '?') || folded[start..stop].IndexOfAny("。!?") >= 0 || MarkerReader.TryRead(folded[start..stop], out _)) return false;
        heading = new Found(new Marker(HeadingStyle.Plain, 0, 0), 0, new TextSpan(start, 0), TextSpan.FromBounds(start, stop), HeadingForm.RunIn, new TextSpan(stop, 1), SkipBlanks(folded, start + length, end));
        return true;
    }

    private static Found ReadWords(StudyText text, Marker marker, int depth, TextSpan markerSpan, int start, int end)
    {
        var folded = text.Folded.AsSpan();
        var stop = depth > 0 ? end : FindTerminator(folded, start, end);
        if (stop < end && stop + 1 < end && !folded[(stop + 1)..end].Trim("* \u3000").IsEmpty)
        {
            var runIn = stop - start <= LongestRunIn && stop > start;
            return runIn
                ? new Found(marker, depth, markerSpan, Bare(folded, start, stop), HeadingForm.RunIn, new TextSpan(stop, 1), SkipBlanks(folded, stop + 1, end))
                : new Found(marker, depth, markerSpan, new TextSpan(start, 0), HeadingForm.RunIn, new TextSpan(start, 0), start);
        }
        var bare = Bare(folded, start, end);
        var terminator = new TextSpan(bare.End, 0);
        if (bare.Length > 1 && depth == 0 && folded[bare.End - 1] is '。' or ':' or ';')
            (bare, terminator) = (Bare(folded, start, bare.End - 1), new TextSpan(bare.End - 1, 1));
        // A long line is a numbered paragraph, not a heading; its words are its body.
        if (bare.Length > LongestRunIn && depth == 0)
            return new Found(marker, depth, markerSpan, new TextSpan(start, 0), HeadingForm.RunIn, new TextSpan(start, 0), start);
        return new Found(marker, depth, markerSpan, bare, HeadingForm.Line, terminator, end);
    }

    // The first 。 or ： that stands in no quotation, title or parenthesis and is no part of a time (8：30).
    private static int FindTerminator(ReadOnlySpan<char> folded, int start, int end)
    {
        var inside = 0;
        var limit = Math.Min(end, start + LongestRunIn + 1);
        for (var i = start; i < limit; i++)
        {
            switch (folded[i])
            {
                case '“' or '「' or '『' or '‘' or '《' or '(': inside++; break;
                case '”' or '」' or '』' or '’' or '》' or ')': inside = Math.Max(0, inside - 1); break;
                case '。' when inside == 0: return i;
                case ':' when inside == 0 && !(i > start && char.IsAsciiDigit(folded[i - 1]) && i + 1 < end && char.IsAsciiDigit(folded[i + 1])): return i;
            }
        }
        return limit;
    }

    private static TextSpan Bare(ReadOnlySpan<char> folded, int start, int end)
    {
        while (end > start && (IsBlank(folded[end - 1]) || folded[end - 1] == '*')) end--;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    private static int SkipBlanks(ReadOnlySpan<char> folded, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(folded[start]) || folded[start] == '*')) start++;
        return start;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0' or '\uFEFF';

    // 一是 and 首先 open many sentences that number nothing: they count where at least two of their kind begin lines.
    private static void DropLonelyEnumerations(List<Found> found)
    {
        Drop(HeadingStyle.EnumShi);
        Drop(HeadingStyle.Sequence);
        if (found.Count(IsBoldSentence) < 2) found.RemoveAll(IsBoldSentence);
        if (found.Count(f => f.Marker is { Style: HeadingStyle.Plain, Ordinal: > 0 }) < 3) found.RemoveAll(f => f.Marker is { Style: HeadingStyle.Plain, Ordinal: > 0 });
        // 2 台机器, alone: a decimal numbers something only with others of its kind.
        if (found.Count(f => f.Marker is { Style: HeadingStyle.Decimal, Components: 1, Ordinal: 1 } || f.MarkdownDepth > 0) == 0 || found.Count(f => f.Marker.Style == HeadingStyle.Decimal) < 2)
            found.RemoveAll(f => f.Marker.Style == HeadingStyle.Decimal && f.MarkdownDepth == 0);

        static bool IsBoldSentence(Found f) => f.Marker is { Style: HeadingStyle.Plain, Ordinal: 0 } && f.Form == HeadingForm.RunIn;

        void Drop(HeadingStyle style)
        {
            var ones = 0;
            var others = 0;
            foreach (var f in found)
                if (f.Marker.Style == style) { if (f.Marker.Ordinal == 1) ones++; else others++; }
            if (ones == 0 || others == 0) found.RemoveAll(f => f.Marker.Style == style);
        }
    }

    // Short lines in bold, one after another before any text: what stood under pictures.
    private static void DropCaptions(StudyText text, List<Found> found)
    {
        var (count, end) = (0, text.Paragraphs.Count > 0 ? text.Paragraphs[0].Start : 0);
        while (count < found.Count && found[count] is { Marker: { Style: HeadingStyle.Plain, Ordinal: 0 }, Form: HeadingForm.Line } f && text.Folded.AsSpan(end..f.LineStart).IsWhiteSpace())
            (count, end) = (count + 1, f.BodyStart);
        if (count > 1) found.RemoveRange(0, count);
    }

    private static List<Heading> Build(StudyText text, List<Found> found)
    {
        var headings = new List<Heading>(found.Count);
        var levels = Levels(found, out var ordinals, out var gaps);
        var ends = SectionEnds(text, found, levels);
        for (var i = 0; i < found.Count; i++)
        {
            var f = found[i];
            var sectionEnd = Math.Max(ends[i], Math.Max(f.Words.End + f.Terminator.Length, f.MarkerSpan.End));
            var body = Math.Min(sectionEnd, f.BodyStart);
            while (body < sectionEnd && char.IsWhiteSpace(text.Text[body])) body++;
            headings.Add(new Heading
            {
                Id = "H" + (i + 1).ToString(CultureInfo.InvariantCulture),
                Level = levels[i],
                Ordinal = ordinals[i],
                Style = f.Marker.Style,
                Marker = f.MarkerSpan.In(text.Text),
                MarkerSpan = f.MarkerSpan,
                Text = f.Words.In(text.Text),
                Span = f.Words,
                Form = f.Form,
                Terminator = f.Terminator.In(text.Text),
                SectionSpan = TextSpan.FromBounds(f.MarkerSpan.Start, sectionEnd),
                BodySpan = TextSpan.FromBounds(body, sectionEnd),
                Couplet = FindCouplet(text, f.Words),
                Gap = gaps[i],
            });
        }
        return headings;
    }

    // The open headings form a stack. A style that is open already closes all below it; a new one goes below those of higher rank. So levels are
    // those of this document (a list numbered （一） alone is level 1), and the usual order of styles decides only between neighbours.
    private static int[] Levels(List<Found> found, out int[] ordinals, out bool[] gaps)
    {
        var levels = new int[found.Count];
        ordinals = new int[found.Count];
        gaps = new bool[found.Count];
        var open = new List<(HeadingStyle Style, int Depth, int Ordinal, int Components)>();
        for (var i = 0; i < found.Count; i++)
        {
            var (style, depth, ordinal) = (found[i].Marker.Style, found[i].MarkdownDepth, found[i].Marker.Ordinal);
            // ## 1 and # 标题 are headings of one kind, told apart by their signs; 3.1 lies in 3 by its numbers.
            if (depth > 0) style = HeadingStyle.Markdown;
            var components = depth == 0 ? found[i].Marker.Components : 0;
            var at = open.FindLastIndex(o => o.Style == style && o.Depth == depth && o.Components == components);
            var before = -1;
            if (at >= 0)
            {
                before = open[at].Ordinal;
                open.RemoveRange(at, open.Count - at);
            }
            else
            {
                while (open.Count > 0 && !Holds(open[^1], style, depth, ordinal, components))
                {
                    if (SameKind(open[^1].Style, style) && ordinal == open[^1].Ordinal + 1) before = open[^1].Ordinal;
                    open.RemoveAt(open.Count - 1);
                }
            }
            if (style == HeadingStyle.Sequence && ordinal == 0) ordinal = Math.Max(before, 0) + 1;
            ordinals[i] = ordinal;
            gaps[i] = ordinal != 0 && ordinal != 1 && ordinal != before + 1 && style != HeadingStyle.Markdown;
            // Articles and chapters are numbered through the whole law: 第三条 in the second chapter is no gap. Neither is a list begun elsewhere.
            if (gaps[i] && at < 0 && style is HeadingStyle.Article or HeadingStyle.Section) gaps[i] = false;
            open.Add((style, depth, ordinal, components));
            levels[i] = open.Count;
        }
        return levels;
    }

    private static bool Holds((HeadingStyle Style, int Depth, int Ordinal, int Components) outer, HeadingStyle style, int depth, int ordinal, int components)
    {
        if (outer.Style == HeadingStyle.Decimal && style == HeadingStyle.Decimal) return outer.Components < components;
        if (outer.Depth != depth && (outer.Depth > 0 || depth > 0)) return outer.Depth > 0 && (depth == 0 || outer.Depth < depth);
        if (SameKind(outer.Style, style)) return ordinal == 1;     // 1、 under 1. begins anew; 2、 after 1. goes on
        return Rank(outer.Style) < Rank(style);
    }

    // GB/T 9704's order; decimals and plain lines stand above lists.
    private static int Rank(HeadingStyle style) => style switch
    {
        HeadingStyle.Plain => 2 * (int)HeadingStyle.CjkDunhao - 1,
        HeadingStyle.Decimal => 2 * (int)HeadingStyle.CjkParenthesis - 1,
        _ => 2 * (int)style,
    };

    private static bool SameKind(HeadingStyle a, HeadingStyle b) =>
        a is HeadingStyle.ArabicDot or HeadingStyle.ArabicDunhao && b is HeadingStyle.ArabicDot or HeadingStyle.ArabicDunhao
        || a is HeadingStyle.EnumShi or HeadingStyle.Sequence && b is HeadingStyle.EnumShi or HeadingStyle.Sequence;

    private static int[] SectionEnds(StudyText text, List<Found> found, int[] levels)
    {
        var bodyEnd = text.Paragraphs.Count > 0 ? text.Paragraphs[^1].End : text.Text.Length;
        var ends = new int[found.Count];
        var waiting = new Stack<int>();
        for (var i = 0; i <= found.Count; i++)
        {
            var end = TrimEnd(text.Text, i < found.Count ? found[i].LineStart : bodyEnd);
            while (waiting.Count > 0 && (i == found.Count || levels[waiting.Peek()] >= levels[i])) ends[waiting.Pop()] = end;
            if (i < found.Count) waiting.Push(i);
        }
        return ends;
    }

    private static int TrimEnd(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static Couplet? FindCouplet(StudyText text, TextSpan words)
    {
        var folded = text.Folded.AsSpan(words.Start, words.Length);
        var comma = folded.IndexOfAny(",，; \u3000");
        if (comma <= 1) return null;
        var second = comma + 1;
        while (second < folded.Length && IsBlank(folded[second])) second++;
        if (folded[second..].IndexOfAny(",，;、 \u3000") >= 0) return null;
        var (a, b) = (CountHan(folded[..comma]), CountHan(folded[second..]));
        if (a < 2 || a != b) return null;
        var firstSpan = new TextSpan(words.Start, comma);
        var secondSpan = TextSpan.FromBounds(words.Start + second, words.End);
        return new Couplet(firstSpan.In(text.Text), firstSpan, secondSpan.In(text.Text), secondSpan, a);
    }

    // Code points of a half that is Han throughout; -1 for any other.
    private static int CountHan(ReadOnlySpan<char> half)
    {
        var count = 0;
        foreach (var rune in half.EnumerateRunes())
        {
            if (!CharacterClass.IsHan(rune.Value)) return -1;
            count++;
        }
        return count;
    }
}
