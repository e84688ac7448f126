// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Primitives;
using TextIndex.Search;
using TextIndex.Snippets;

namespace TextIndex.Cli.Output;

/// <summary>The hits of a search for people: title, where it stands, and the passage that shows the match.</summary>
internal static class SearchText
{
    private const int Indent = 4;

    public static void Write(Painter page, SearchResult result, int offset, TimeSpan elapsed)
    {
        var rank = offset;
        foreach (var hit in result.Hits)
        {
            rank++;
            WriteHead(page, hit, rank);
            page.WriteWrapped(Passage(page, hit.Snippet), Indent);
            foreach (var line in hit.Explanation.Split('\n', StringSplitOptions.RemoveEmptyEntries)) page.WriteWrapped([new(line, Ink.Faint)], Indent + 2, 0);
            page.WriteLine();
        }
        page.WriteLine(Messages.SearchSummary(result.Hits.Count, result.Total, result.IndexedDocuments, elapsed.TotalMilliseconds), Ink.Faint);
    }

    public static void WriteCount(Painter page, OccurrenceCount count) => page.WriteLine(Messages.CountSummary(count.Documents, count.Occurrences));

    private static void WriteHead(Painter page, Hit hit, int rank)
    {
        var number = $"{rank}.".PadRight(Indent);
        var score = hit.Score.ToString("0.00", CultureInfo.InvariantCulture);
        page.Write(number);
        page.WriteWrapped([new(hit.Title.Length > 0 ? hit.Title : hit.Key, Ink.Strong)], Indent, number.Length);

        // A text without a title is shown by its path, which is then not said again.
        List<Piece> facts = hit.Title.Length > 0 ? [new(hit.Key, Ink.Place)] : [];
        if (hit.Date is { } date) facts.Add(new(IsoDate.Of(date)));
        if (hit.Source.Length > 0) facts.Add(new(hit.Source));
        facts.Add(new(score, Ink.Faint));
        page.WriteWrapped(facts.SelectMany((fact, i) => i == 0 ? [fact] : (Piece[])[new("  "), fact]), Indent);
    }

    // The snippet is cut where the text goes on: … says so to a person. In colour the marks are red, else «so».
    private static IEnumerable<Piece> Passage(Painter page, Snippet snippet)
    {
        if (!snippet.IsAtStart) yield return new("…", Ink.Faint);
        foreach (var run in Highlighter.Runs(snippet))
            yield return !run.IsMatch ? new(run.Text) : page.Color ? new(run.Text, Ink.Match) : new("«" + run.Text + "»");
        if (!snippet.IsAtEnd) yield return new("…", Ink.Faint);
    }
}
