// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>What a rule may look at: the folded words of one quotation and what stands directly around them.</summary>
internal sealed class QuotationContext
{
    // Windows are bounded, so a rule costs the same in a page without paragraphs as in a short one.
    private const int BeforeWindow = 160;
    private const int AfterWindow = 120;

    private readonly string _folded;

    public QuotationContext(StudyText study, PairedMark mark, TextSpan last, PairedMark? previous, TextSpan? paragraph = null)
    {
        Study = study;
        Mark = mark;
        _folded = study.Folded;
        Previous = previous;
        var around = paragraph ?? mark.Parent?.Content ?? study.ParagraphAt(mark.Span.Start);
        // 他们的回答是：and a line end: what leads to the words stands in the paragraph before.
        if (paragraph is null && mark.Parent is null && around.Start == mark.Span.Start && around.Start > 0 && LeadingParagraph(study, around.Start) is { Length: > 0 } lead)
            around = TextSpan.FromBounds(lead.Start, around.End);
        // Words that go over several paragraphs end in another paragraph than the one they begin in.
        var aroundEnd = mark.Parent is null && last.End > around.End ? study.ParagraphAt(last.End - 1).End : around.End;
        BeforeSpan = TextSpan.FromBounds(Math.Max(Math.Min(around.Start, mark.Span.Start), mark.Span.Start - BeforeWindow), mark.Span.Start);
        AfterSpan = TextSpan.FromBounds(last.End, Math.Max(last.End, Math.Min(aroundEnd, last.End + AfterWindow)));
        // The first 200 code units tell the kind of any words; a page inside marks is not read again for every rule.
        Words = TextSpan.FromBounds(mark.Content.Start, Math.Min(mark.Content.End, mark.Content.Start + 200));
        var trimmed = Words.Length > 0 ? Folded(Words).TrimEnd() : default;
        Length = mark.Content.Length;
        LastCharacter = mark.Content.Length > 0 ? _folded[mark.Content.End - 1] : '\0';
        IsClause = trimmed.IndexOfAny(",.。!?;…") >= 0 && trimmed.IndexOfAnyExcept("0123456789.%") >= 0;
    }

    private static TextSpan LeadingParagraph(StudyText study, int start)
    {
        var end = start;
        while (end > 0 && char.IsWhiteSpace(study.Folded[end - 1])) end--;
        if (end == 0 || study.Folded[end - 1] != ':' && !(end > 1 && study.Folded[end - 1] == '—' && study.Folded[end - 2] == '—')) return default;
        return study.ParagraphAt(end - 1);
    }

    public StudyText Study { get; }

    public PairedMark Mark { get; }

    /// <summary>The pair before this one at the same depth in the same paragraph; null for none.</summary>
    public PairedMark? Previous { get; }

    public TextSpan Words { get; }

    public TextSpan BeforeSpan { get; }

    public TextSpan AfterSpan { get; }

    /// <summary>Code units of the whole words.</summary>
    public int Length { get; }

    public char LastCharacter { get; }

    /// <summary>True where the words hold a mark of a clause or a sentence.</summary>
    public bool IsClause { get; }

    public bool EndsSentence => LastCharacter is '。' or '!' or '?' or '…';

    public ReadOnlySpan<char> Content => Folded(Words);

    public ReadOnlySpan<char> Before => Folded(BeforeSpan).TrimEnd(" \u3000\r\n");

    public ReadOnlySpan<char> After => Folded(AfterSpan);

    /// <summary>What stands before the words since the last mark of a sentence or clause, or since the last closing mark of a pair.</summary>
    public ReadOnlySpan<char> ClauseBefore
    {
        get
        {
            var before = Before;
            var end = before.Length;
            while (end > 0 && before[end - 1] is ':' or ',' || end > 0 && end == before.Length && before[end - 1] == ';' || end > 1 && before[end - 1] == '—') end--;
            var start = before[..end].LastIndexOfAny("。!?;,:\n”」』’》") + 1;
            return before[start..];
        }
    }

    public ReadOnlySpan<char> Folded(TextSpan span) => _folded.AsSpan(span.Start, span.Length);
}
