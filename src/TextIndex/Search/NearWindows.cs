// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Search;

/// <summary>Finds the shortest windows of a text that hold some strings, each as often as it is needed.</summary>
internal static class NearWindows
{
    /// <summary>Finds the windows that span at most <paramref name="distance"/> words more than the strings in a row.</summary>
    /// <param name="text">The folded text; no window crosses a barrier of it.</param>
    /// <param name="occurrences">Ascending by place; Position is the ordinal of a word.</param>
    /// <param name="needs">How many occurrences of each string; 0 = it is none of its own.</param>
    /// <param name="distance">Words that may stand between them in all.</param>
    public static List<TextSpan[]> Find(ReadOnlySpan<char> text, List<(int Position, int Pattern, TextSpan Span)> occurrences, int[] needs, int distance)
    {
        var windows = new List<TextSpan[]>();
        var strings = needs.Sum();
        // Of each string the latest occurrences, as many as are needed, oldest first.
        var latest = Array.ConvertAll(needs, need => new Queue<int>(need + 1));
        for (var i = 0; i < occurrences.Count; i++)
        {
            if (i > 0 && text[occurrences[i - 1].Span.Start..occurrences[i].Span.Start].Contains(TextNormalizer.Barrier))
                foreach (var one in latest) one.Clear();
            var (position, pattern, _) = occurrences[i];
            latest[pattern].Enqueue(i);
            if (latest[pattern].Count > needs[pattern]) latest[pattern].Dequeue();
            var (first, whole) = (pattern, true);
            for (var p = 0; p < needs.Length && whole; p++)
            {
                whole = latest[p].Count == needs[p];
                if (whole && needs[p] > 0 && latest[p].Peek() < latest[first].Peek()) first = p;
            }
            if (!whole) continue;
            // The window is the shortest that ends here; a later end with the same start is longer, so each start counts once.
            if (position - occurrences[latest[first].Peek()].Position > (long)distance + strings - 1) continue;
            windows.Add([.. latest.SelectMany(one => one).Select(at => occurrences[at].Span)]);
            latest[first].Dequeue();
        }
        return windows;
    }
}
