// SPDX-License-Identifier: MIT
using TextIndex.Search;

namespace TextIndex.Cli.Output;

/// <summary>The hits of a search for programs: a line a document, then a summary.</summary>
internal static class SearchJson
{
    public static void Write(TextWriter output, SearchResult result, TimeSpan elapsed)
    {
        using var lines = new JsonLines(output);
        foreach (var hit in result.Hits)
        {
            var json = lines.Begin("hit");
            json.WriteString("path", hit.Key);
            json.WriteString("title", hit.Title);
            json.WriteDate("date", hit.Date);
            json.WriteNumber("score", Math.Round(hit.Score, 4));
            json.WriteStartObject("snippet");
            json.WriteString("text", hit.Snippet.Text);
            json.WriteSpan("span", hit.Snippet.Span);
            json.WriteSpans("highlights", hit.Snippet.Highlights);
            json.WriteEndObject();
            json.WriteSpans("matches", hit.Matches);
            json.WriteBoolean("truncated", hit.Truncated);
            if (hit.Explanation.Length > 0) json.WriteString("explanation", hit.Explanation);
            lines.End();
        }
        var summary = lines.Begin("summary");
        summary.WriteNumber("total", result.Total);
        summary.WriteNumber("shown", result.Hits.Count);
        summary.WriteElapsed(elapsed);
        summary.WriteNumber("indexedDocuments", result.IndexedDocuments);
        lines.End();
    }

    public static void WriteCount(TextWriter output, OccurrenceCount count)
    {
        using var lines = new JsonLines(output);
        var json = lines.Begin("summary");
        json.WriteNumber("documents", count.Documents);
        json.WriteNumber("occurrences", count.Occurrences);
        lines.End();
    }
}
