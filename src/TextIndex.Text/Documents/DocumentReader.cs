// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Reads bytes or a string into a <see cref="Document"/>: encoding, front matter, title, date, author, source, paragraphs.</summary>
/// <remarks>
/// Never fails on text. What the front matter states counts before what the first lines state. Only full dates are dates, and a day that no calendar
/// has is none. Safe to share between threads.
/// </remarks>
/// <example><code>
/// var document = DocumentReader.Read("essay.txt", "学习的方法\n作者：林知远\n2023年7月20日\n\n要坚持实事求是。");
/// string title = document.Title;                     // 学习的方法
/// DateOnly? date = document.Date;                    // 2023-07-20
/// string shown = document.Paragraphs[^1].In(document.Text);   // 要坚持实事求是。
/// </code></example>
public static class DocumentReader
{
    /// <summary>Reads a file's bytes.</summary>
    /// <param name="key">The document's key, for files the path relative to the folder, with <c>/</c>.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static Document Read(string key, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var source = SourceText.Decode(bytes);
        return Read(key, source.Text, source.EncodingName, source.Diagnostics);
    }

    /// <summary>Reads a text that is already decoded.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="text">The whole text; a front matter at its head is read as such.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static Document Read(string key, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(text);
        return Read(key, text, "", []);
    }

    private static Document Read(string key, string text, string encodingName, IReadOnlyList<Diagnostic> diagnostics)
    {
        var matter = FrontMatter.Read(text);
        var body = TextSpan.FromBounds(matter.BodyStart, text.Length);
        var lines = TextLine.All(text, body);
        var head = DocumentHead.Read(text, lines);

        var title = matter.Find("title", "标题", "標題", "题目", "題目");
        var author = matter.Find("author", "作者");
        var source = matter.Find("source", "来源", "來源");
        DateText.TryReadStart(matter.Find("date", "日期").In(text), out var date, out _);
        return new Document(key, text)
        {
            TitleSpan = title.Length > 0 ? title : head.Title,
            BodySpan = body,
            Date = date ?? head.Date,
            Author = author.Length > 0 ? author.In(text) : head.Author,
            Source = source.Length > 0 ? source.In(text) : head.Source,
            Paragraphs = ParagraphSplitter.Split(text, lines, head.LineCount),
            EncodingName = encodingName,
            Diagnostics = matter.Diagnostics.Count == 0 ? diagnostics : [.. diagnostics, .. matter.Diagnostics],
        };
    }
}
