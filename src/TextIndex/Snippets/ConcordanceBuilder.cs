// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;

namespace TextIndex.Snippets;

/// <summary>Lists every occurrence of what a query looks for, in context.</summary>
internal static class ConcordanceBuilder
{
    private const int FewestHeld = 4096;

    /// <summary>Builds the lines of all matching documents.</summary>
    public static Concordance Build(Searcher searcher, ConcordanceOptions options)
    {
        if (options.Limit > 0 && options.Sort == ConcordanceSort.Path) return BuildFirst(searcher, options);
        var lines = new List<ConcordanceLine>();
        var limit = options.Limit == 0 ? int.MaxValue : options.Limit;
        // Where few are asked for, few are held: the order is a total one, so what is behind the limit now is behind it at the end.
        var most = Math.Max(FewestHeld, 2L * limit);
        var total = 0;
        foreach (var document in searcher.Matching())
        {
            var (key, text) = (document.Key, document.Text);
            foreach (var place in searcher.FindPlaces(document))
            {
                total++;
                lines.Add(Line(key, text, place, options.Width));
                if (lines.Count >= most) Keep(lines, limit, options.Sort);
            }
        }
        Keep(lines, limit, options.Sort);
        return new Concordance(lines, total);
    }

    // By key: places are counted everywhere, and the texts of those documents alone are read whose keys come first.
    private static Concordance BuildFirst(Searcher searcher, ConcordanceOptions options)
    {
        var first = new List<CountedDocument>();
        var most = Math.Max(FewestHeld, 2L * options.Limit);
        var total = 0;
        string? last = null;
        foreach (var document in searcher.Matching())
        {
            var count = searcher.CountPlaces(document);
            total += count;
            var key = count == 0 ? null : document.Key;
            if (key is null || last is not null && string.CompareOrdinal(key, last) > 0) continue;
            first.Add(new CountedDocument(key, document.Segment, document.Document, count));
            if (first.Count >= most) last = KeepFirst(first, options.Limit);
        }
        KeepFirst(first, options.Limit);
        var lines = new List<ConcordanceLine>();
        foreach (var counted in first)
        {
            var document = new DocumentView(counted.Segment, counted.Segment.OpenColumns());
            document.MoveTo(counted.Document);
            foreach (var place in searcher.FindPlaces(document).Take(options.Limit)) lines.Add(Line(counted.Key, document.Text, place, options.Width));
        }
        Keep(lines, options.Limit, options.Sort);
        return new Concordance(lines, total);
    }

    // The documents by key until they have enough places.
    // Returns the last key that is among them; null where they have not enough yet.
    private static string? KeepFirst(List<CountedDocument> documents, int limit)
    {
        documents.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var (kept, places) = (0, 0L);
        while (kept < documents.Count && (places < limit || documents[kept].Key == documents[kept - 1].Key)) places += documents[kept++].Places;
        documents.RemoveRange(kept, documents.Count - kept);
        return places < limit ? null : documents[^1].Key;
    }

    private static void Keep(List<ConcordanceLine> lines, int limit, ConcordanceSort sort)
    {
        lines.Sort((a, b) => Compare(a, b, sort));
        if (lines.Count > limit) lines.RemoveRange(limit, lines.Count - limit);
    }

    private static ConcordanceLine Line(string key, string text, TextSpan place, int width)
    {
        var left = Math.Max(0, place.Start - width);
        if (left > 0 && char.IsLowSurrogate(text[left]) && char.IsHighSurrogate(text[left - 1])) left++;
        var right = (int)Math.Min(text.Length, (long)place.End + width);
        if (right < text.Length && right > place.End && char.IsHighSurrogate(text[right - 1]) && char.IsLowSurrogate(text[right])) right--;
        return new ConcordanceLine(key, place, text[Math.Min(left, place.Start)..place.Start], place.In(text), text[place.End..right]);
    }

    private static int Compare(ConcordanceLine a, ConcordanceLine b, ConcordanceSort sort)
    {
        var order = sort switch
        {
            ConcordanceSort.Left => CompareOutwards(a.Left, b.Left),
            ConcordanceSort.Right => string.CompareOrdinal(a.Right, b.Right),
            _ => 0,
        };
        if (order == 0) order = string.CompareOrdinal(a.Key, b.Key);
        return order != 0 ? order : a.Span.CompareTo(b.Span);
    }

    private static int CompareOutwards(string a, string b)
    {
        for (var i = 1; i <= a.Length && i <= b.Length; i++)
            if (a[^i] != b[^i]) return a[^i].CompareTo(b[^i]);
        return a.Length.CompareTo(b.Length);
    }

    private readonly record struct CountedDocument(string Key, IndexSegment Segment, int Document, int Places);
}
