// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Extraction.Parallelism;

/// <summary>Finds members in parallel: 排比 of three and more, 对偶 of two.</summary>
/// <remarks>Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// var group = ParallelismExtractor.Extract(DocumentReader.Read("a.txt", "始终不忘本、不迷向、不偏航。"))[0];
/// int members = group.Members.Count;     // 3
/// string pattern = group.Pattern;        // 不…
/// </code></example>
public static class ParallelismExtractor
{
    private const string Divisions = ",、";

    /// <summary>Finds the groups of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The groups, ascending.</returns>
    public static IReadOnlyList<ParallelGroup> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<ParallelGroup> Extract(StudyText text, List<PairedMark> marks)
    {
        var found = new List<ParallelGroup>();
        var frames = new FrameFinder(text.Folded);
        var pieces = new List<TextSpan>();
        foreach (var paragraph in text.Paragraphs) Read(text, marks, frames, paragraph, pieces, found);
        // A quotation is read as a text of its own: “入党为什么、在党干什么、为党留什么”.
        foreach (var mark in marks)
            if (mark.Content.Length >= 8 && mark.Parent is null) Read(text, marks, frames, mark.Content, pieces, found);
        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { Id = "R" + (i + 1).ToString(CultureInfo.InvariantCulture) };
        return found;
    }

    // Sentences and the parts between ；; in them clauses between ，, in these pieces between 、.
    private static void Read(StudyText text, List<PairedMark> marks, FrameFinder frames, TextSpan span, List<TextSpan> pieces, List<ParallelGroup> found)
    {
        var units = new List<TextSpan>();
        ClauseSplitter.Split(text.Folded, span, marks, ClauseSplitter.UnitEnds, units);
        foreach (var unit in units)
        {
            if (unit == span && text.Folded.AsSpan(unit.Start, unit.Length).IndexOfAny(Divisions) < 0) continue;
            var clauses = new List<TextSpan>();
            ClauseSplitter.Split(text.Folded, unit, marks, ",:", clauses);
            frames.Find(clauses, false, found);
            foreach (var clause in clauses)
            {
                if (text.Folded.AsSpan(clause.Start, clause.Length).IndexOf('、') < 0) continue;
                pieces.Clear();
                ClauseSplitter.Split(text.Folded, clause, marks, "、", pieces);
                SplitLast(text.Folded, pieces);
                frames.Find(pieces, true, found);
            }
        }
    }

    // 世界观、人生观和价值观: the last 、 of a series is 和.
    private static void SplitLast(string folded, List<TextSpan> pieces)
    {
        if (pieces.Count < 2) return;
        var last = pieces[^1];
        var at = folded.AsSpan(last.Start, last.Length).IndexOfAny('和', '及', '与');
        if (at < 2 || last.Length - at - 1 < 2 || Math.Abs(at - pieces[^2].Length) > 2) return;
        pieces[^1] = new TextSpan(last.Start, at);
        pieces.Add(TextSpan.FromBounds(last.Start + at + 1, last.End));
    }
}
