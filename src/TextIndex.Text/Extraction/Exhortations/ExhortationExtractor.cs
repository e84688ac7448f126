// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;

namespace TextIndex.Extraction.Exhortations;

/// <summary>Finds the calls that a document makes itself (要…, 应该…, 必须…) and those that it reports (号召…).</summary>
/// <remarks>What stands in quotation marks or in a heading is no exhortation. Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// var calls = ExhortationExtractor.Extract(DocumentReader.Read("a.txt", "这是重要的事。我们要学习他的作风；要多读书。"));
/// string first = calls[0].Text;      // 要学习他的作风
/// string agent = calls[1].Agent;     // 我们
/// </code></example>
public static class ExhortationExtractor
{
    /// <summary>Finds the exhortations of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The exhortations, ascending, none over another.</returns>
    public static IReadOnlyList<Exhortation> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, OutlineExtractor.Extract(text), PairedMarkScanner.Scan(text));
    }

    /// <summary>Finds the calls that a document reports.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The calls, ascending.</returns>
    public static IReadOnlyList<CallToAction> ExtractCalls(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return ReportedCalls.Find(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<Exhortation> Extract(StudyText text, Outline outline, List<PairedMark> marks)
    {
        var found = new List<Exhortation>();
        List<TextSpan> sentences = [], units = [], clauses = [];
        var agent = "";
        var heading = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            sentences.Clear();
            ClauseSplitter.Split(text.Folded, paragraph, marks, ClauseSplitter.SentenceEnds, sentences);
            var urged = false;                     // the sentence before was an exhortation
            foreach (var sentence in sentences)
            {
                while (heading < outline.Headings.Count && outline.Headings[heading].Span.End < sentence.Start) heading++;
                if (heading < outline.Headings.Count && outline.Headings[heading].MarkerSpan.Start < sentence.End && outline.Headings[heading].Span.End >= sentence.End && outline.Headings[heading].Span.Length > 0) { urged = false; continue; }
                units.Clear();
                ClauseSplitter.Split(text.Folded, sentence, marks, ";", units);
                var first = found.Count;
                var modal = new ModalReader(text);
                var hits = new ModalHit[units.Count];
                var any = false;
                for (var i = 0; i < units.Count; i++)
                {
                    clauses.Clear();
                    ClauseSplitter.Split(text.Folded, units[i], marks, ",:", clauses);
                    hits[i] = modal.Find(clauses);
                    any |= hits[i].Modal.Length > 0;
                }
                for (var i = 0; i < units.Count; i++)
                {
                    var hit = hits[i];
                    if (hit.Modal.Length == 0)
                    {
                        // 要学习他的品格。把忠诚融入血脉；要…: a verb alone goes on with the series that it stands in.
                        if (!any || units.Count < 2 || !(urged || i > 0 && hits[i - 1].Modal.Length > 0) || !ModalReader.BeginsWithVerb(text.Folded, units[i])) continue;
                        Add(units[i], default, "imperative-in-series");
                        continue;
                    }
                    if (hit.Agent.Length > 0) agent = AgentOf(text, hit);
                    Add(TextSpan.FromBounds(hit.Modal.Start, units[i].End), hit.Modal, hit.Rule, hit.Agent);
                }
                urged = found.Count > first;
            }
        }
        return found;

        void Add(TextSpan span, TextSpan modal, string rule, TextSpan agentSpan = default) => found.Add(new Exhortation
        {
            Id = "E" + (found.Count + 1).ToString(CultureInfo.InvariantCulture),
            Span = span,
            Text = span.In(text.Text),
            Modal = modal.In(text.Text),
            Agent = agent,
            AgentSpan = agentSpan,
            Section = outline.At(span.Start)?.Id ?? "",
            Rule = rule,
        });
    }

    // 作为组工干部，我们应该: 我们 are those.
    private static string AgentOf(StudyText text, ModalHit hit)
    {
        var words = hit.Agent.In(text.Text);
        if (StudyText.Fold(words) is not ("我们" or "大家")) return Bare(text, hit.Agent);
        return hit.Role.Length > 0 ? hit.Role.In(text.Text) : words;
    }

    private static readonly PhraseTable Breadth = new("广大 各级 全体 每名 每个 每位 所有 全县 全市 全省 全国");

    private static string Bare(StudyText text, TextSpan agent)
    {
        var length = Breadth.StartingAt(text.Folded, agent.Start);
        return length > 0 && length < agent.Length ? TextSpan.FromBounds(agent.Start + length, agent.End).In(text.Text) : agent.In(text.Text);
    }
}

/// <summary>Where a modal stands in a unit, and who is said to act.</summary>
/// <param name="Modal">The modal; of length 0 for none.</param>
/// <param name="Agent">The subject before it; of length 0 for none.</param>
/// <param name="Role">What 作为… calls the subject; of length 0 for none.</param>
/// <param name="Rule">Name of the rule.</param>
internal readonly record struct ModalHit(TextSpan Modal, TextSpan Agent, TextSpan Role, string Rule);
