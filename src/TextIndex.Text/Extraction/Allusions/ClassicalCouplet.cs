// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Allusions;

/// <summary>Tells two neighbouring clauses of classical build: equal in length, function words of the old language at the same places, none of the new.</summary>
internal static class ClassicalCouplet
{
    private const string Old = "之者也其而以于乎矣焉非不无莫勿则亦皆若";
    private const string New = "的了们吗呢吧啊着很这那个我你他她它把被给让在没什么怎些都就还是会能要到说做和并";
    private const int Shortest = 5, Longest = 12;

    public static void Find(string folded, TextSpan span, List<TextSpan> found)
    {
        int before = -1, start = span.Start;                        // start of the clause before, and of this one
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && CharacterClass.IsHan(folded[i])) continue;
            var length = i - start;
            if (before >= 0 && length is >= Shortest and <= Longest && start - 1 - before == length && IsCouplet(folded.AsSpan(before, length), folded.AsSpan(start, length)))
            {
                found.Add(TextSpan.FromBounds(before, i));
                before = -1;
            }
            else
            {
                before = i < span.End && folded[i] is ',' or '、' or ';' && length is >= Shortest and <= Longest ? start : -1;
            }
            start = i + 1;
        }
    }

    private static bool IsCouplet(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.ContainsAny(New) || b.ContainsAny(New) || a.SequenceEqual(b)) return false;
        var shared = 0;
        for (var i = 0; i < a.Length; i++)
            if (a[i] == b[i] && Old.Contains(a[i])) shared++;
        // 不…不… alone opens many a modern line.
        return shared >= 2 && (shared >= 3 || a.Contains('之') || a.Contains('而') || a.Contains('其'));
    }
}
