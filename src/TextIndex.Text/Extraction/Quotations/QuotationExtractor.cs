// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

/// <summary>Finds every pair of quotation marks, and what is quoted without them, and says what it is: speech, a question to oneself, an allusion, a slogan, a term, a title.</summary>
/// <remarks>
/// Reads “ ” ‘ ’ 「 」 『 』 and straight marks, and words without marks: 某某说：…, the turns of an interview, blocks. Indirect speech is not a quotation. Deterministic, linear in the length of the text, never fails on
/// text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// foreach (var quotation in QuotationExtractor.Extract(DocumentReader.Read("a.txt", text)))
///     Console.WriteLine($"{quotation.Class} {quotation.Speaker?.Canonical}: {quotation.Text} ({quotation.Rule})");
/// </code></example>
public static class QuotationExtractor
{
    /// <summary>Reads the quotations of a document.</summary>
    /// <param name="document">Any document; marks pair inside its <see cref="Document.Paragraphs"/>.</param>
    /// <returns>The quotations, ascending by start; the outer stands before the inner.</returns>
    public static IReadOnlyList<Quotation> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<Quotation> Extract(StudyText text, List<PairedMark> marks)
    {
        var ids = PairedMarkIds.Of(marks);
        var speakers = new SpeakerFinder(text, marks);
        var quotations = new List<Quotation>();
        var previous = new Dictionary<PairedMark, PairedMark>(ReferenceEqualityComparer.Instance);      // by parent: the pair before, at the same depth
        PairedMark? outside = null;
        var joined = FindSplits(text, marks);
        foreach (var mark in marks)
        {
            if (mark.IsTitle || joined.Seconds.Contains(mark)) continue;
            var before = mark.Parent is null ? outside : previous.GetValueOrDefault(mark.Parent);
            if (mark.Parent is null) outside = mark;
            else previous[mark.Parent] = mark;
            quotations.Add(joined.Firsts.TryGetValue(mark, out var second)
                ? ReadSplit(text, speakers, ids, mark, second)
                : Read(text, speakers, ids, mark, before, mark.Parent is null ? LastOutside(quotations) : null));
        }
        ShareSpeakers(text, quotations);
        return WithUnmarked(quotations, new UnmarkedFinder(text, marks, speakers).Find());
    }

    // “甲，”“乙”李新辉坦言: words side by side are one person's, from either end.
    private static void ShareSpeakers(StudyText text, List<Quotation> quotations)
    {
        for (var i = quotations.Count - 2; i >= 0; i--) Share(i + 1, i);
        for (var i = 1; i < quotations.Count; i++) Share(i - 1, i);

        void Share(int from, int to)
        {
            var (given, open) = (quotations[from], quotations[to]);
            if (open.Speaker is not null || open.Cue is not null || given.Class != QuotationClass.Speech || given.Speaker is null || given.Parent != open.Parent || given.Nesting != open.Nesting) return;
            if (given.Rule == QuotationRules.SideBySide && from < to || Math.Max(given.Span.Start, open.Span.Start) != Math.Min(given.Span.End, open.Span.End)) return;
            // What is told after the words may name somebody else for them.
            if (from < to && open.Span.End < text.Folded.Length && CharacterClass.IsHan(text.Folded[open.Span.End])) return;
            if (!IsSaid(text.Folded.AsSpan(open.ContentSpan.Start, open.ContentSpan.Length)) || open.Class is QuotationClass.Allusion or QuotationClass.Title) return;
            quotations[to] = open with { Class = QuotationClass.Speech, Speaker = given.Speaker, Attribution = given.Attribution, Rule = QuotationRules.SideBySide, Confidence = RulePrecision.Of(QuotationRules.SideBySide) };
        }

        static bool IsSaid(ReadOnlySpan<char> words) => words.Length >= 8 && (words[^1] is '。' or '!' or '?' or '…' || words.IndexOfAny(",。!?") >= 0);
    }

    private static List<Quotation> WithUnmarked(List<Quotation> marked, List<Quotation> unmarked)
    {
        if (unmarked.Count == 0) return marked;
        var all = new List<Quotation>(marked.Count + unmarked.Count);
        var next = 0;
        foreach (var quotation in marked)
        {
            while (next < unmarked.Count && unmarked[next].Span.Start <= quotation.Span.Start) all.Add(unmarked[next++]);
            all.Add(quotation);
        }
        all.AddRange(unmarked[next..]);
        return all;
    }

    private static Quotation? LastOutside(List<Quotation> quotations)
    {
        for (var i = quotations.Count - 1; i >= 0 && i >= quotations.Count - 8; i--)
            if (quotations[i].Nesting == 0) return quotations[i];
        return null;
    }

    // No verb reports the words: who leads to them by a colon or a comma, who said the words directly before, who acts directly after.
    private static Speaker? Implicit(SpeakerFinder speakers, QuotationContext context, Verdict verdict, Quotation? said, out bool isVoice)
    {
        isVoice = false;
        if (verdict.SpeakerEnd > 0) return speakers.Moved(verdict.SpeakerEnd) ?? speakers.Before(context, verdict.SpeakerEnd, out _, out isVoice);
        var before = context.Before;
        if (before.EndsWith(",")) return speakers.Reporting(context) ?? speakers.Before(context, context.BeforeSpan.Start + before.Length - 1, out _, out _);
        if (said is { Class: QuotationClass.Speech, Speaker: { } speaker, Attribution: Attribution.Post } && IsOnlyReport(context, said)) return speaker;
        if ((speakers.SignedBy(context) ?? speakers.ActingAfter(context)) is { } found) return found;
        // 本庶佑的这句话…: the next sentence names whose words they are, known to us or not.
        var after = context.After;
        if (after[..Math.Min(after.Length, 40)].IndexOf("话") is >= 0 and var word && after[..word].IndexOfAny("。!?") < 0) return null;
        return before.IsEmpty || speakers.IsFollowedByOther(context) ? null : speakers.SubjectOfSentenceBefore(context);
    }

    // Words that are a paragraph by themselves.
    private static bool IsLineOfDialogue(QuotationContext context) => context.Before.IsEmpty && context.After.Trim().IsEmpty;

    // “甲。”某某说。“乙。”
    private static bool IsOnlyReport(QuotationContext context, Quotation said) =>
        said.Span.End < context.Mark.Span.Start && said.Cue is { } cue && cue.Span.Start > said.Span.End && context.Mark.Span.Start - cue.Span.End <= 2;

    private static Quotation Read(StudyText text, SpeakerFinder speakers, PairedMarkIds ids, PairedMark mark, PairedMark? previous, Quotation? said)
    {
        var context = new QuotationContext(text, mark, mark.Span, previous);
        var (rule, verdict) = QuotationRules.Decide(context);
        var attribution = verdict.Attribution;
        var cue = verdict.Cue.Span;
        Speaker? speaker = null;
        var type = verdict.Class;
        switch (type, attribution)
        {
            case (QuotationClass.Speech, Attribution.Explicit) when verdict.SpeakerEnd > 0:
                speaker = speakers.EndingAt(verdict.SpeakerEnd);
                break;
            case (QuotationClass.Speech, Attribution.Explicit):
                speaker = speakers.Before(context, cue.Start, out var viaWork, out var voice, isVerb: true, goesOn: !cue.In(text.Folded).Contains('写'));
                if (viaWork) attribution = Attribution.ExplicitViaWork;
                // 方案提出了“…”: a verb of papers, and nobody there who speaks.
                if (voice || rule == QuotationRules.CueAndClause && speaker is null && CueFinder.IsOfPapers(cue.In(text.Folded)) && !speakers.HasUnnamedPerson(context, cue.Start)) (type, attribution) = (QuotationClass.Unattributed, Attribution.None);
                break;
            case (QuotationClass.Speech, Attribution.Post):
                speaker = speakers.After(context, cue, out voice);
                if (voice) (type, attribution) = (QuotationClass.Unattributed, Attribution.None);
                break;
            case (QuotationClass.Speech, _):
                speaker = Implicit(speakers, context, verdict, said, out voice);
                // A sentence in marks amid a paragraph that nobody speaks is a voice.
                if (speaker is null && (voice || rule == QuotationRules.SentenceInside || rule is QuotationRules.SentenceOfItsOwn or QuotationRules.AskedAlone or QuotationRules.Spoke && !IsLineOfDialogue(context))) (type, attribution) = (QuotationClass.Unattributed, Attribution.None);
                break;
            case (QuotationClass.SelfQuestion, _) when cue.Length > 0:
                speaker = speakers.Asker(context, cue);
                break;
        }
        return new Quotation
        {
            Id = ids[mark],
            Span = mark.Span,
            ContentSpan = mark.Content,
            Text = mark.Content.In(text.Text),
            Class = type,
            Speaker = speaker,
            Cue = cue.Length == 0 ? null : new Cue(cue.In(text.Text), cue),
            Attribution = attribution,
            Rule = rule,
            Confidence = RulePrecision.Of(rule),
            Nesting = ids.Depth(mark),
            Parent = ids.Parent(mark),
            Segments = mark.Parts.Count == 0 ? [new QuotationPart(mark.Span, mark.Content)] : [.. mark.Parts.Select(p => new QuotationPart(p.Span, p.Content))],
            IsUnclosed = mark.Unclosed,
        };
    }

    private static Quotation ReadSplit(StudyText text, SpeakerFinder speakers, PairedMarkIds ids, PairedMark first, PairedMark second)
    {
        var context = new QuotationContext(text, first, first.Span, null);
        var between = TextSpan.FromBounds(first.Span.End, second.Span.Start - 1);
        var cue = CueFinder.TryFindAfter(context, out var found, out var end) && end == between.End ? found.Span : default;
        var content = TextSpan.FromBounds(first.Content.Start, second.Content.End);
        return new Quotation
        {
            Id = ids[first],
            Span = TextSpan.FromBounds(first.Span.Start, second.Span.End),
            ContentSpan = content,
            Text = content.In(text.Text),
            Class = QuotationClass.Speech,
            Speaker = speakers.Between(cue.Length > 0 ? TextSpan.FromBounds(between.Start, cue.Start) : between),
            Cue = cue.Length == 0 ? null : new Cue(cue.In(text.Text), cue),
            Attribution = Attribution.Post,
            Rule = cue.Length > 0 ? QuotationRules.Split : QuotationRules.SplitByAction,
            Confidence = RulePrecision.Of(cue.Length > 0 ? QuotationRules.Split : QuotationRules.SplitByAction),
            Nesting = ids.Depth(first),
            Parent = ids.Parent(first),
            Segments = [new QuotationPart(first.Span, first.Content), new QuotationPart(second.Span, second.Content)],
            IsUnclosed = second.Unclosed,
        };
    }

    // “甲，”他说，“乙。” - one saying in two pieces: a short clause between them, without marks of its own, ends with the reporting verb.
    private static (Dictionary<PairedMark, PairedMark> Firsts, HashSet<PairedMark> Seconds) FindSplits(StudyText text, List<PairedMark> marks)
    {
        const int LongestClause = 30;
        var firsts = new Dictionary<PairedMark, PairedMark>(ReferenceEqualityComparer.Instance);
        var seconds = new HashSet<PairedMark>(ReferenceEqualityComparer.Instance);
        var last = new Dictionary<PairedMark, PairedMark>(ReferenceEqualityComparer.Instance);
        PairedMark? outside = null;
        foreach (var mark in marks)
        {
            if (mark.IsTitle) continue;
            var first = mark.Parent is null ? outside : last.GetValueOrDefault(mark.Parent);
            if (mark.Parent is null) outside = mark;
            else last[mark.Parent] = mark;
            if (first is null || first.Kind != mark.Kind || first.Unclosed || first.Parts.Count > 0 || seconds.Contains(first) || first.Content.Length == 0) continue;
            var between = TextSpan.FromBounds(first.Span.End, Math.Max(first.Span.End, mark.Span.Start));
            if (between.Length is < 3 or > LongestClause || text.ParagraphAt(first.Span.Start) != text.ParagraphAt(mark.Span.Start)) continue;
            var clause = text.Folded.AsSpan(between.Start, between.Length);
            var ends = text.Folded[first.Content.End - 1];
            if (!(clause[^1] == ',' && ends is ',' or '。' or '!' or '?' or '…' || clause[^1] == ':' && ends == ',')) continue;
            // A comma before the first closing mark leaves the sentence open, so whatever the speaker does between, it goes on.
            if (clause[..^1].IndexOfAny("。:;!?“”") >= 0) continue;
            if (clause[^1] == ',' && ends == ',') { firsts.Add(first, mark); seconds.Add(mark); continue; }
            if (clause[..^1].IndexOfAny(",、") >= 0) continue;
            var context = new QuotationContext(text, first, first.Span, null);
            if (!CueFinder.TryFindAfter(context, out var cue, out var end) || cue.Span.End < between.End - 3 || end != between.End - 1) continue;
            firsts.Add(first, mark);
            seconds.Add(mark);
        }
        return (firsts, seconds);
    }
}
