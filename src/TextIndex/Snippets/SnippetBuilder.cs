// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;

namespace TextIndex.Snippets;

/// <summary>Chooses the passage of a document that shows its matches best.</summary>
internal static class SnippetBuilder
{
    /// <summary>Builds the snippet.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="meta">Where title and body are.</param>
    /// <param name="places">The places that match, ascending.</param>
    /// <param name="length">About how many code units to show; at least 1.</param>
    public static Snippet Build(string text, StoredMeta meta, IReadOnlyList<TextSpan> places, int length)
    {
        length = Math.Min(length, text.Length);
        var span = places.Count == 0 ? new TextSpan(meta.BodySpan.Start, Math.Min(meta.BodySpan.Length, length)) : Window(places, length, meta.BodySpan);
        var border = places.Count > 0 && !meta.BodySpan.Contains(span) && meta.TitleSpan.Contains(span) ? meta.TitleSpan : meta.BodySpan;
        span = Settle(text, Widen(span, length, border), border);
        return new Snippet(span.In(text), span, [.. places.Where(span.Contains)])
        {
            IsAtStart = text.AsSpan(0, span.Start).IsWhiteSpace(),
            IsAtEnd = text.AsSpan(span.End).IsWhiteSpace(),
        };
    }

    // The window of the wanted length that covers most places; of equal ones the first. Where every place is longer, the first place.
    // It is never of the title and of a body that begins behind it: what stands between the two is no passage.
    private static TextSpan Window(IReadOnlyList<TextSpan> places, int length, TextSpan body)
    {
        int best = 0, bestCount = 0, bestEnd = 0;
        for (int first = 0, next = 0; first < places.Count; first++)
        {
            next = Math.Max(next, first);           // a place longer than the window is in none
            while (next < places.Count && places[next].End - places[first].Start <= length && body.Contains(places[next]) == body.Contains(places[first])) next++;
            if (next - first <= bestCount) continue;
            (best, bestCount, bestEnd) = (first, next - first, places[next - 1].End);
        }
        return bestCount == 0 ? places[0] : TextSpan.FromBounds(places[best].Start, bestEnd);
    }

    private static TextSpan Widen(TextSpan span, int length, TextSpan border)
    {
        var spare = Math.Max(0, length - span.Length);
        var start = Math.Max(border.Start, span.Start - spare / 2);
        var end = Math.Min(border.End, Math.Max(span.End, start + Math.Max(length, span.Length)));
        start = Math.Max(border.Start, Math.Min(start, end - length));
        return TextSpan.FromBounds(Math.Min(start, span.Start), Math.Max(end, span.End));
    }

    // Never begins or ends inside a surrogate pair, and shows no white space at its ends.
    private static TextSpan Settle(string text, TextSpan span, TextSpan border)
    {
        int start = span.Start, end = span.End;
        if (start > border.Start && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1])) start--;
        if (end < border.End && end > start && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end])) end++;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
