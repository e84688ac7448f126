// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>One text with what is known about it: the unit that is indexed, searched and read.</summary>
/// <remarks>Immutable and safe to share between threads. Every span is of <see cref="Text"/>.</remarks>
public sealed class Document
{
    private static readonly IReadOnlyDictionary<string, ColumnValue> NoColumns = new Dictionary<string, ColumnValue>(StringComparer.Ordinal).AsReadOnly();

    internal Document(string key, string text) => (Key, Text, BodySpan) = (key, text, new TextSpan(0, text.Length));

    /// <summary>Makes a document of a text whose title is known, from a database for example.</summary>
    /// <inheritdoc cref="Create(string, string, string, DateOnly?, string, string)"/>
    public static Document Create(string key, string text, string title) => Create(key, text, title, null, "", "");

    /// <summary>Makes a document of a text whose title and date are known, from a database for example.</summary>
    /// <inheritdoc cref="Create(string, string, string, DateOnly?, string, string)"/>
    public static Document Create(string key, string text, string title, DateOnly? date) => Create(key, text, title, date, "", "");

    /// <summary>Makes a document of a text about which all is known, from a database for example. Nothing is guessed from its first lines.</summary>
    /// <remarks>
    /// A title that is not the first line of the text that holds anything is put before it: <see cref="Text"/> is then the title on a first line, a blank line,
    /// and the text as given, and <see cref="BodySpan"/> is the text as given. To let title and date be read from the text itself, call
    /// <see cref="DocumentReader.Read(string, string)"/>.
    /// </remarks>
    /// <param name="key">The caller's name for the document, stable and unique in an index.</param>
    /// <param name="text">The text.</param>
    /// <param name="title">Its title; empty for none. White space at its ends is dropped.</param>
    /// <param name="date">Its date; null where it is not known.</param>
    /// <param name="author">Who wrote it; empty where it is not known.</param>
    /// <param name="source">Where it appeared; empty where it is not known.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <example><code>
    /// Document document = Document.Create("essays/7", "要坚持实事求是。", "学习的方法", new DateOnly(2023, 7, 20));
    /// string body = document.BodySpan.In(document.Text);      // 要坚持实事求是。
    /// </code></example>
    public static Document Create(string key, string text, string title, DateOnly? date, string author, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(source);
        title = title.Trim();
        var first = FirstContent(text);
        var within = title.Length > 0 && first.In(text) == title;
        var bodyStart = title.Length == 0 || within ? 0 : title.Length + 2;
        var whole = bodyStart == 0 ? text : $"{title}\n\n{text}";
        var body = TextSpan.FromBounds(bodyStart, whole.Length);
        return new Document(key, whole)
        {
            TitleSpan = within ? first : new TextSpan(0, title.Length),
            BodySpan = body,
            Date = date,
            Author = author,
            Source = source,
            Paragraphs = ParagraphSplitter.Split(whole, TextLine.All(whole, body), alone: within ? 1 : 0),
        };
    }

    /// <summary>The caller's name for the document, stable and unique in an index; for files the path relative to the folder, with <c>/</c>.</summary>
    public string Key { get; }

    /// <summary>The untouched source text.</summary>
    public string Text { get; }

    /// <summary>Title, cut from the text at <see cref="TitleSpan"/>; empty where the text states none.</summary>
    public string Title => TitleSpan.In(Text);

    /// <summary>Where the title stands; of length 0 where the text states none.</summary>
    public TextSpan TitleSpan { get; internal init; }

    /// <summary>The text without its front matter. A title on the first line of the text is inside it.</summary>
    public TextSpan BodySpan { get; internal init; }

    /// <summary>Date of the text itself, where it states a full one.</summary>
    public DateOnly? Date { get; internal init; }

    /// <summary>Who wrote it, as stated; empty where it is not.</summary>
    public string Author { get; internal init; } = "";

    /// <summary>Where it appeared, as stated; empty where it is not.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The paragraphs of the body, ascending; blank lines belong to none.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; internal init; } = [];

    /// <summary>IANA name of the encoding that the text was decoded from; empty for a text given as a string.</summary>
    public string EncodingName { get; internal init; } = "";

    /// <summary>What was wrong with the bytes or the front matter and did not stop the reading.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; internal init; } = [];

    /// <summary>Values of the caller's own, by the names of the columns that the index was opened with.</summary>
    public IReadOnlyDictionary<string, ColumnValue> Columns { get; internal init; } = NoColumns;

    /// <summary>Gives the same document with a value in a column, in the place of the one that was there.</summary>
    /// <param name="column">Name of the column; the index that the document is added to must have been told of it.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <example><code>
    /// Document document = DocumentReader.Read("a.txt", "要坚持实事求是。").WithColumn("school", "能动学院").WithColumn("grade", 2);
    /// </code></example>
    public Document WithColumn(string column, ColumnValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        return new Document(Key, Text)
        {
            TitleSpan = TitleSpan, BodySpan = BodySpan, Date = Date, Author = Author, Source = Source, Paragraphs = Paragraphs,
            EncodingName = EncodingName, Diagnostics = Diagnostics,
            Columns = new Dictionary<string, ColumnValue>(Columns, StringComparer.Ordinal) { [column] = value },
        };
    }

    private static TextSpan FirstContent(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var line = TextLine.At(text, at);
            if (!line.IsBlank) return line.Content;
            at = line.Next;
        }
        return default;
    }
}
