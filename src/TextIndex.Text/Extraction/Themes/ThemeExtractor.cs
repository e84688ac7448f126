// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;

namespace TextIndex.Extraction.Themes;

/// <summary>Finds what a document and its sections are about: phrases of the text itself, scored, each with its reasons.</summary>
/// <remarks>
/// Candidates are runs of up to four words between marks and function words. They are scored by how rare their words are in general Chinese, how often and where
/// they stand, and whether the text itself points at them (headings, titles, qualities to learn from). Deterministic, never fails on text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// foreach (var phrase in ThemeExtractor.Extract(DocumentReader.Read("a.txt", text)).Keyphrases)
///     Console.WriteLine($"{phrase.Text} {phrase.Score:0.0} ({phrase.Why})");
/// </code></example>
public static class ThemeExtractor
{
    /// <summary>Most phrases that are given for a document.</summary>
    public const int DocumentKeyphrases = 20;

    /// <summary>Most phrases that are given for a section.</summary>
    public const int SectionKeyphrases = 5;

    /// <summary>Reads the themes of a document.</summary>
    /// <param name="document">Any document.</param>
    public static DocumentThemes Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, OutlineExtractor.Extract(text), PairedMarkScanner.Scan(text));
    }

    internal static DocumentThemes Extract(StudyText text, Outline outline, List<PairedMark> marks)
    {
        var candidates = PhraseFinder.Find(text, outline, marks);
        var ranked = PhraseScorer.Rank(candidates, null);
        var keyphrases = ranked.Take(DocumentKeyphrases).Select(r => Shown(text, r.Phrase, r.Score, null)).ToList();
        var topic = text.Document.Title.Length > 0 ? text.Document.Title : string.Join('、', keyphrases.Take(3).Select(k => k.Text));
        return new DocumentThemes(topic, keyphrases, Sections(text, outline, candidates));
    }

    private static List<SectionTheme> Sections(StudyText text, Outline outline, List<CandidatePhrase> candidates)
    {
        var headings = outline.Headings.Where(h => h.Level <= 2 && h.Span.Length > 0).ToList();
        var inside = headings.ConvertAll(_ => new List<CandidatePhrase>());
        // Sections of one level do not overlap, so each place belongs to one section a level.
        for (var level = 1; level <= 2; level++)
        {
            var own = Enumerable.Range(0, headings.Count).Where(i => headings[i].Level == level).ToList();
            foreach (var phrase in candidates)
            {
                var last = -1;
                for (var i = 0; i < phrase.Count; i++)
                {
                    var span = phrase[i];
                    var at = own.Count - 1;
                    for (int low = 0, high = own.Count - 1; ;)
                    {
                        if (low > high) { at = high; break; }
                        var middle = (low + high) / 2;
                        if (headings[own[middle]].SectionSpan.Start <= span.Start) low = middle + 1;
                        else high = middle - 1;
                    }
                    if (at < 0 || at == last || !headings[own[at]].SectionSpan.Contains(span)) continue;
                    inside[own[at]].Add(phrase);
                    last = at;
                }
            }
        }
        var sections = new List<SectionTheme>(headings.Count);
        for (var i = 0; i < headings.Count; i++)
        {
            var section = headings[i].SectionSpan;
            var phrases = PhraseScorer.Rank(inside[i], section).Take(SectionKeyphrases).Select(r => Shown(text, r.Phrase, r.Score, section)).ToList();
            var label = phrases.FirstOrDefault(p => p.Text.Length >= 3 && !p.Why.StartsWith("name", StringComparison.Ordinal))?.Text ?? headings[i].Text;
            sections.Add(new SectionTheme(headings[i].Id, label, section, phrases));
        }
        return sections;
    }

    private static Keyphrase Shown(StudyText text, CandidatePhrase phrase, double score, TextSpan? section)
    {
        var spans = phrase.SpansIn(section);
        return new Keyphrase(spans[0].In(text.Text), Math.Round(score, 3), spans, Why(phrase, spans.Length));
    }

    // Stable words for programs; the order is fixed.
    private static string Why(CandidatePhrase phrase, int occurrences)
    {
        var why = new StringBuilder();
        Add(phrase.IsName, "name");
        Add(phrase.IsQuality, "quality");
        Add(phrase.Heading > 0, "heading " + phrase.Heading.ToString(CultureInfo.InvariantCulture));
        Add(phrase.InTitle, "title");
        Add(true, occurrences.ToString(CultureInfo.InvariantCulture) + (occurrences == 1 ? " occurrence" : " occurrences"));
        Add(true, "first in paragraph " + phrase.Paragraph.ToString(CultureInfo.InvariantCulture));
        return why.ToString();

        void Add(bool holds, string reason)
        {
            if (!holds) return;
            if (why.Length > 0) why.Append("; ");
            why.Append(reason);
        }
    }
}
