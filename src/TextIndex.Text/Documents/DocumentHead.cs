// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Reads what the first lines of a text say about it: the title, and lines such as 作者：…, 来源：…, （2023年7月20日）, 本报记者 ….</summary>
internal sealed class DocumentHead
{
    private const int MaxTitleLength = 50, MinParagraphLength = 40, MaxValueLength = 40, MaxNameLength = 20;

    // How many lines a head may have before the text begins.
    private const int MaxLines = 12;

    public TextSpan Title { get; private set; }

    public DateOnly? Date { get; private set; }

    public string Author { get; private set; } = "";

    public string Source { get; private set; } = "";

    /// <summary>Lines, blank ones not counted, that the head takes: they are never joined with the text.</summary>
    public int LineCount { get; private set; }

    public static DocumentHead Read(string text, List<TextLine> lines)
    {
        var head = new DocumentHead();
        var titled = false;                                 // a title or what could be one has been seen
        for (var i = 0; i < lines.Count && head.LineCount < MaxLines; i++)
        {
            if (lines[i].IsBlank) continue;
            var line = lines[i].Content;
            if (!head.TryReadMeta(text, line))
            {
                if (titled)
                {
                    // ——在…上的讲话: the second line of a title.
                    if (head.Title.Length > 0 && text.AsSpan(line.Start, line.Length).StartsWith("——") && line.Length <= MaxTitleLength) { head.LineCount++; continue; }
                    break;
                }
                titled = true;
                if (!TryReadTitle(text, lines, i, out var title)) break;
                head.Title = title;
            }
            head.LineCount++;
        }
        return head;
    }

    private static bool TryReadTitle(string text, List<TextLine> lines, int at, out TextSpan title)
    {
        title = lines[at].Content;
        var content = text.AsSpan(title.Start, title.Length);
        if (content.StartsWith("# "))
        {
            var end = title.Start + content.TrimEnd("# ").Length;
            title = TextLine.Trim(text, title.Start + 1, Math.Max(end, title.Start + 1));
            return title.Length > 0;
        }
        if (title.Length is < 2 or > MaxTitleLength || LineMarker.Begins(content) || content.StartsWith("——") || IsPartName(content)) return false;
        if (ParagraphSplitter.EndsSentence(content[^1]) && content[^1] is not ('”' or '’' or '」' or '』' or '"')) return false;
        if (content[^1] is '，' or '、' or ',' || content.Contains('。')) return false;
        return IsFollowedByText(text, lines, at, title.Length);
    }

    // Law books and theses open with the name of a part; it is no title of theirs.
    private static bool IsPartName(ReadOnlySpan<char> content)
    {
        Span<char> name = stackalloc char[2];
        var length = 0;
        foreach (var c in content)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length == name.Length) return false;
            name[length++] = c;
        }
        return name is "序言" or "前言" or "引言" or "导言" or "導言" or "摘要" or "目录" or "目錄" or "总则" or "總則" or "正文";
    }

    /// <summary>Tells whether what follows sets the line off: a blank, indented or numbered line, a line about the text, or a far longer paragraph.</summary>
    private static bool IsFollowedByText(string text, List<TextLine> lines, int at, int titleLength)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].IsBlank) next++;
        if (next == lines.Count) return false;
        if (next > at + 1 || lines[next].IsIndented) return true;
        var content = lines[next].Content;
        return content.Length > Math.Max(MinParagraphLength, 2 * titleLength)
            || LineMarker.IsNumbered(text.AsSpan(content.Start, content.Length))
            || text.AsSpan(content.Start, content.Length).StartsWith("——")
            || new DocumentHead().TryReadMeta(text, content);
    }

    /// <summary>Reads a line that holds nothing but statements about the text; false, and nothing is taken, for any other line.</summary>
    private bool TryReadMeta(string text, TextSpan line)
    {
        var content = text.AsSpan(line.Start, line.Length);
        if (content.Length > 3 * MaxValueLength) return false;
        if (content.Length > 1 && content[0] is '（' or '(' or '[' or '【' && content[^1] is '）' or ')' or ']' or '】') content = content[1..^1].Trim();
        DateOnly? date = null;
        string author = "", source = "", label = "";
        var any = false;
        while ((content = SkipGap(content)).Length > 0)      // each turn takes a date, a label or a word, none of them empty
        {
            if (DateText.TryReadStart(content, out var read, out var length))
            {
                date ??= read;
                content = SkipTime(content[length..]);
                (label, any) = ("", true);
                continue;
            }
            if (ReadLabel(content, out var found, out length))
            {
                content = content[length..];
                (label, any) = (found, true);
                continue;
            }
            if (label.Length == 0) return false;
            var word = WordLength(content);
            var value = content[..word];
            if (value.Length > (label == "source" ? MaxValueLength : MaxNameLength) || value.IndexOfAny("，。！？：；“”,!?;") >= 0) return false;
            if (label == "author") author = author.Length == 0 ? value.ToString() : $"{author} {value}";
            else if (label == "source") source = source.Length == 0 ? value.ToString() : $"{source} {value}";
            content = content[word..];
        }
        if (!any) return false;
        Date ??= date;
        if (Author.Length == 0) Author = author;
        if (Source.Length == 0) Source = source;
        return true;
    }

    private static bool ReadLabel(ReadOnlySpan<char> content, out string label, out int length)
    {
        foreach (var (word, kind) in Labels)
        {
            if (!content.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var after = content[word.Length..].TrimStart(" \u3000");
            if (after.Length == 0 || after[0] is not (':' or '：')) continue;
            (label, length) = (kind, content.Length - after.Length + 1);
            return true;
        }
        foreach (var word in Bylines)
        {
            if (!content.StartsWith(word, StringComparison.Ordinal) || content.Length == word.Length) continue;
            var open = word[^1] is '/' or '／' or '｜' or '|';
            if (!open && !char.IsWhiteSpace(content[word.Length])) continue;
            (label, length) = ("author", word.Length);
            return true;
        }
        (label, length) = ("", 0);
        return false;
    }

    private static ReadOnlySpan<char> SkipGap(ReadOnlySpan<char> content)
    {
        var start = 0;
        while (start < content.Length && IsGap(content[start])) start++;
        return content[start..];
    }

    private static int WordLength(ReadOnlySpan<char> content)
    {
        var end = 0;
        while (end < content.Length && !IsGap(content[end])) end++;
        return end;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '|' or '｜';

    // 2023-07-20 08:30:00, 2023-07-20T08:30, 2023年7月20日 星期四: what stands after the day adds nothing here.
    private static ReadOnlySpan<char> SkipTime(ReadOnlySpan<char> rest)
    {
        var time = rest.TrimStart(" \tT\u3000");
        var length = 0;
        while (length < time.Length && (char.IsAsciiDigit(time[length]) || length > 0 && time[length] is ':' or '：')) length++;
        if (length is >= 4 and <= 8) rest = time[length..];
        time = rest.TrimStart();
        if ((time.StartsWith("星期") || time.StartsWith("周")) && time.Length is 2 or 3 && "一二三四五六日天".Contains(time[^1])) rest = "";
        return rest;
    }

    private static readonly (string Word, string Kind)[] Labels =
    [
        ("作者", "author"), ("撰文", "author"), ("撰稿", "author"), ("记者", "author"), ("記者", "author"), ("通讯员", "author"), ("author", "author"), ("文", "author"),
        ("来源", "source"), ("來源", "source"), ("稿源", "source"), ("出处", "source"), ("出處", "source"), ("source", "source"),
        ("日期", "date"), ("时间", "date"), ("時間", "date"), ("发布时间", "date"), ("發布時間", "date"), ("發佈時間", "date"), ("发表时间", "date"), ("发布日期", "date"),
        ("发表日期", "date"), ("date", "date"),
    ];

    private static readonly string[] Bylines =
        ["本报记者", "本報記者", "本刊记者", "本刊記者", "本台记者", "本报通讯员", "特约记者", "记者", "記者", "通讯员", "□本报记者", "□ 本报记者", "文/", "文／", "文｜", "文|"];
}
