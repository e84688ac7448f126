// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Extraction.Allusions;

/// <summary>Finds classical lines, quoted or not, exact or with small changes, with the work and chapter they are from.</summary>
/// <remarks>
/// The works are those that docs/data-sources.md lists. Set phrases of four characters are not reported. Two clauses of classical build without a known source are reported
/// with <see cref="PassageMatch.Style"/>. Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// var allusion = AllusionExtractor.Extract(DocumentReader.Read("a.txt", "要做到吾日三省吾身。"))[0];
/// string source = allusion.Work + allusion.Chapter;     // 论语学而篇
/// </code></example>
public static class AllusionExtractor
{
    /// <summary>Finds the allusions of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The allusions, ascending, none over another.</returns>
    public static IReadOnlyList<Allusion> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<Allusion> Extract(StudyText text, List<PairedMark> marks)
    {
        var found = new List<Allusion>();
        var passages = new List<PassageIndex.Passage>();
        var couplets = new List<TextSpan>();
        foreach (var paragraph in text.Paragraphs)
        {
            passages.Clear();
            PassageIndex.Classics.Find(text.Folded, paragraph, Accepts, true, passages);
            foreach (var passage in passages)
            {
                found.Add(new Allusion
                {
                    Id = "",
                    Span = passage.Span,
                    Text = passage.Span.In(text.Text),
                    Work = passage.Work,
                    Chapter = passage.Chapter,
                    Original = passage.Original,
                    Match = passage.Changed == 0 ? PassageMatch.Exact : PassageMatch.Variant,
                });
            }
            couplets.Clear();
            ClassicalCouplet.Find(text.Folded, paragraph, couplets);
            foreach (var span in couplets)
                if (!passages.Exists(p => p.Span.Overlaps(span))) found.Add(new Allusion { Id = "", Span = span, Text = span.In(text.Text), Match = PassageMatch.Style });
        }
        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        for (var i = 0; i < found.Count; i++)
        {
            var mark = ClauseSplitter.FirstFrom(marks, found[i].Span.Start + 1) - 1;
            var quoted = false;
            for (var around = mark >= 0 ? marks[mark] : null; around is not null; around = around.Parent) quoted |= !around.IsTitle && around.Content.Contains(found[i].Span);
            found[i] = found[i] with { Id = "A" + (i + 1).ToString(CultureInfo.InvariantCulture), IsQuoted = quoted };
        }
        return found;
    }

    // A clause of six, or several: shorter ones are words that anybody uses. A change needs more beside it.
    private static bool Accepts(int length, int changed, int clauses) => clauses >= 1 && (length >= 6 || clauses >= 2 && length >= 6) && (changed == 0 || length >= 7 && changed * 6 <= length);
}
