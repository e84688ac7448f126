// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;

namespace TextIndex.Snippets;

/// <summary>Writes a passage or a whole text with its matches marked: as HTML, as plain text, or for a terminal.</summary>
/// <example><code>
/// string html = Highlighter.Html.Mark(hit.Snippet);                                              // …要坚持&lt;mark&gt;实事求是&lt;/mark&gt;。
/// string page = (Highlighter.Html with { Before = "&lt;b&gt;", After = "&lt;/b&gt;" }).Mark(document.Text, hit.Matches);
/// </code></example>
/// <remarks>
/// Spans that overlap or touch become one mark, a span that would cut a surrogate pair in two takes all of it, and what lies outside of the text is passed
/// over. Line breaks stay as they are. Immutable; safe to share between threads.
/// </remarks>
public sealed record Highlighter
{
    private readonly Target _target;

    private Highlighter(Target target, string before, string after) => (_target, Before, After) = (target, before, after);

    private enum Target { Text, Html, Terminal }

    /// <summary>HTML: matches in <c>mark</c> elements, everything of the document escaped, for text and for quoted attributes alike.</summary>
    public static Highlighter Html { get; } = new(Target.Html, "<mark>", "</mark>");

    /// <summary>Plain text: matches between « and », everything else as it stands.</summary>
    public static Highlighter Plain { get; } = new(Target.Text, "«", "»");

    /// <summary>For a terminal: matches in bold red by ANSI sequences; control characters of the document are shown as U+FFFD, so that it cannot speak to the terminal.</summary>
    public static Highlighter Terminal { get; } = new(Target.Terminal, "\e[1;31m", "\e[0m");

    /// <summary>What stands before a match. Written as it is, never escaped: take it from the program, not from its users.</summary>
    public string Before { get; init { ArgumentNullException.ThrowIfNull(value); field = value; } }

    /// <summary>What stands behind a match. Written as it is.</summary>
    public string After { get; init { ArgumentNullException.ThrowIfNull(value); field = value; } }

    /// <summary>What stands where a passage begins or ends inside the text. Written as it is; <c>…</c> unless told.</summary>
    public string Ellipsis { get; init { ArgumentNullException.ThrowIfNull(value); field = value; } } = "…";

    /// <summary>Writes a passage with its matches marked.</summary>
    public string Mark(Snippet snippet)
    {
        ArgumentNullException.ThrowIfNull(snippet);
        var marked = new StringBuilder(snippet.Text.Length + 64);
        if (!snippet.IsAtStart) marked.Append(Ellipsis);
        Write(marked, Runs(snippet));
        if (!snippet.IsAtEnd) marked.Append(Ellipsis);
        return marked.ToString();
    }

    /// <summary>Writes a text with places of it marked, such as a document with the matches of a hit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places, in any order.</param>
    public string Mark(string text, IEnumerable<TextSpan> places)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(places);
        var marked = new StringBuilder(text.Length + 64);
        Write(marked, Runs(text, places));
        return marked.ToString();
    }

    /// <summary>Parts a passage into stretches that match and stretches that do not: for any other way of showing it.</summary>
    /// <returns>Ascending and without gaps; joined they are the passage. Spans are of the source text.</returns>
    public static IReadOnlyList<MarkedRun> Runs(Snippet snippet)
    {
        ArgumentNullException.ThrowIfNull(snippet);
        return Part(snippet.Text, snippet.Highlights, snippet.Span.Start);
    }

    /// <summary>Parts a text into stretches that match and stretches that do not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places, in any order.</param>
    /// <returns>Ascending and without gaps; joined they are the text.</returns>
    public static IReadOnlyList<MarkedRun> Runs(string text, IEnumerable<TextSpan> places)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(places);
        return Part(text, places, 0);
    }

    private static List<MarkedRun> Part(string text, IEnumerable<TextSpan> places, int offset)
    {
        var runs = new List<MarkedRun>();
        var at = 0;
        foreach (var (start, end) in Merge(text, places, offset))
        {
            if (start > at) Add(at, start, false);
            Add(start, end, true);
            at = end;
        }
        if (at < text.Length) Add(at, text.Length, false);
        return runs;

        void Add(int start, int end, bool isMatch) => runs.Add(new(TextSpan.FromBounds(offset + start, offset + end), text[start..end], isMatch));
    }

    // Ascending, apart from each other, inside the text, never inside a surrogate pair.
    private static List<(int Start, int End)> Merge(string text, IEnumerable<TextSpan> places, int offset)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var place in places.Order())
        {
            var (start, end) = ((int)Math.Clamp((long)place.Start - offset, 0, text.Length), (int)Math.Clamp((long)place.Start + place.Length - offset, 0, text.Length));
            if (start >= end) continue;
            if (Splits(text, start)) start--;
            if (Splits(text, end)) end++;
            if (merged.Count > 0 && start <= merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            else merged.Add((start, end));
        }
        return merged;
    }

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private void Write(StringBuilder marked, IReadOnlyList<MarkedRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.IsMatch) marked.Append(Before);
            WriteText(marked, run.Text);
            if (run.IsMatch) marked.Append(After);
        }
    }

    private void WriteText(StringBuilder marked, string text)
    {
        if (_target == Target.Text)
        {
            marked.Append(text);
            return;
        }
        foreach (var c in text)
        {
            // What no HTML page may hold and no terminal should be given.
            if (char.IsControl(c) && c is not ('\t' or '\n') && !(c == '\r' && _target == Target.Html)) marked.Append('\uFFFD');
            else if (_target == Target.Terminal) marked.Append(c);
            else
                _ = c switch
                {
                    '&' => marked.Append("&amp;"),
                    '<' => marked.Append("&lt;"),
                    '>' => marked.Append("&gt;"),
                    '"' => marked.Append("&quot;"),
                    '\'' => marked.Append("&#39;"),
                    _ => marked.Append(c),
                };
        }
    }
}
