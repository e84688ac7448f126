// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds the shortest windows of a text that hold one occurrence of each of some strings.</summary>
internal static class NearWindows
{
    /// <summary>Finds the windows that span at most <paramref name="distance"/> words more than the strings in a row.</summary>
    /// <param name="text">The folded text; no window crosses a barrier of it.</param>
    /// <param name="occurrences">Ascending by place; Position is the ordinal of a word.</param>
    /// <param name="patterns">How many strings there are.</param>
    /// <param name="distance">Words that may stand between them in all.</param>
    public static List<TextSpan[]> Find(ReadOnlySpan<char> text, List<(int Position, int Pattern, TextSpan Span)> occurrences, int patterns, int distance)
    {
        var windows = new List<TextSpan[]>();
        var last = new int[patterns];             // index of the latest occurrence of each string, -1 = none yet
        Array.Fill(last, -1);
        for (var i = 0; i < occurrences.Count; i++)
        {
            if (i > 0 && text[occurrences[i - 1].Span.Start..occurrences[i].Span.Start].Contains(TextNormalizer.Barrier)) Array.Fill(last, -1);
            last[occurrences[i].Pattern] = i;
            var first = last.Min();
            if (first < 0) continue;
            // The window is the shortest that ends here; a later end with the same start is longer, so each start counts once.
            if (occurrences[i].Position - occurrences[first].Position > (long)distance + patterns - 1) continue;
            windows.Add([.. last.Select(at => occurrences[at].Span)]);
            last[occurrences[first].Pattern] = -1;
        }
        return windows;
    }
}
