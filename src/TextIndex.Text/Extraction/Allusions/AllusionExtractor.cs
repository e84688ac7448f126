// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Extraction.Allusions;

/// <summary>Finds classical lines, quoted or not, exact or with small changes, with the work and chapter they are from.</summary>
/// <remarks>
/// The works are those that docs/data-sources.md lists. Idioms are reported where they are asked for. Two clauses of classical build without a known source are reported
/// with <see cref="PassageMatch.Style"/>. Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// var allusion = AllusionExtractor.Extract(DocumentReader.Read("a.txt", "要做到吾日三省吾身。"))[0];
/// string source = allusion.Work + allusion.Chapter;     // 论语学而篇
/// </code></example>
public static class AllusionExtractor
{
    private static readonly AllusionOptions Usual = new();

    /// <summary>Finds the allusions of a document; idioms are none.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The allusions, ascending, none over another.</returns>
    public static IReadOnlyList<Allusion> Extract(Document document) => Extract(document, Usual);

    /// <summary>Finds the allusions of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="options">What counts as one.</param>
    /// <returns>The allusions, ascending, none over another.</returns>
    public static IReadOnlyList<Allusion> Extract(Document document, AllusionOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var text = new StudyText(document);
        return Extract(text, PairedMarkScanner.Scan(text), options);
    }

    internal static IReadOnlyList<Allusion> Extract(StudyText text, List<PairedMark> marks) => Extract(text, marks, Usual);

    private static List<Allusion> Extract(StudyText text, List<PairedMark> marks, AllusionOptions options)
    {
        var found = new List<Allusion>();
        var matcher = ClassicalPassages.Matcher();
        var couplets = new List<TextSpan>();
        foreach (var paragraph in text.Paragraphs)
        {
            var passages = ClassicalPassages.Find(matcher, text.Text, paragraph, options.IncludeIdioms);
            foreach (var passage in passages)
                if (Tell(text, passage) is var allusion && (options.IncludeStyle || allusion.Match != PassageMatch.Style)) found.Add(allusion);
            if (!options.IncludeStyle) continue;
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

    internal static PassageMatch MatchOf(in PassageFind find) => find.Edits == 0 ? PassageMatch.Exact : find.Edits == find.Gone ? PassageMatch.Elided : PassageMatch.Variant;

    private static Allusion Tell(StudyText text, in PassageFind passage)
    {
        var store = ClassicalPassages.Store;
        var chapter = store.ChapterAt(passage.Source.Start);
        // A line that is known, though no text at hand has it.
        if (store.KindOf(chapter) == PassageKind.Line && store.WorkOf(chapter).Length == 0) return new Allusion { Id = "", Span = passage.Span, Text = passage.Span.In(text.Text), Match = PassageMatch.Style };
        return new Allusion
        {
            Id = "",
            Span = passage.Span,
            Text = passage.Span.In(text.Text),
            Work = store.WorkOf(chapter),
            Chapter = store.NameOf(chapter),
            Original = store.Text.Slice(passage.Source.Start, passage.Source.Length).ToString(),
            Match = MatchOf(passage),
        };
    }
}
