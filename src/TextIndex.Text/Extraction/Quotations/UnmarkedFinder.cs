// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

// Words that no mark shows: turns of an interview, what follows 某某说：, paragraphs behind 写道：. Each asks for a person who speaks, for papers and
// meetings are reported in just the same way (会议指出：…) and nobody quotes them there. 某某说，… is indirect speech and never read.
internal sealed class UnmarkedFinder(StudyText study, List<PairedMark> marks, SpeakerFinder speakers)
{
    public const string Turn = "turn";
    public const string Colon = "cue+colon-unmarked";
    public const string Block = "block-after-cue";
    public const string Signed = "signed-block";

    private static readonly PhraseTable Verbs = new(
        "说 说道 讲 讲道 道 曰 问 问道 答 答道 喊 喊道 叫道 笑道 回答 回答道 写道 写下 表示 指出 强调 告诉 告诫 叮嘱 叮咛 嘱咐 勉励 寄语 回忆 回忆道 介绍 介绍道 坦言 直言 感慨 感叹 解释 解释道 补充 补充道 反问 追问 呼吁 留言 回复 常说 常讲 笑着说 自述 讲述 提醒 劝 劝道 安慰 鼓励 吩咐 交代 " +
        "谈到 谈道 提到 总结 总结道 评价 感言 动情地说 激动地说 自豪地说 深情地说 幽默地说 谦虚地说");

    // Verbs that somebody without a name uses for words of his own.
    private static readonly PhraseTable Spoken = new("说 说道 讲 道 问 问道 答 答道 喊 喊道 叫道 笑道 回答 告诉 写道 叮嘱 嘱咐 笑着说 反问 追问 回答道 劝 劝道 吩咐");

    private static readonly PhraseTable Enumerations = new("一是 一要 第一 首先 其一 一方面 以下 如下 下列");

    private static readonly PhraseTable WritingCues = new("写道 写着 写下 说 如下 写到 写信说 留言 日记 信 这样写道 这样写着 记道 记下 原文如下 全文如下 来信 回信 寄语 念道 读道 一段话 一封信 几行字 两行字 一行字 一首诗");

    /// <summary>Finds them all, ascending.</summary>
    public List<Quotation> Find()
    {
        var found = new List<Quotation>();
        var turns = new TurnReader(study, marks).Find();
        var next = 0;
        for (var i = 0; i < study.Paragraphs.Count; i++)
        {
            if (next < turns.Count && turns[next].Paragraph == i)
            {
                var turn = turns[next++];
                var parts = new List<TextSpan> { turn.Content };
                for (var p = i + 1; p <= turn.Last; p++) parts.Add(study.Paragraphs[p]);
                found.Add(Make(parts, QuotationForm.Turn, Turn, turn.Speaker, default, Attribution.Explicit));
                i = turn.Last;
                continue;
            }
            if (TryReadSigned(i, found, out var last)) { i = last; continue; }
            i = ReadParagraph(i, turns.Count > next ? turns[next].Paragraph : study.Paragraphs.Count, found);
        }
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { Id = "U" + (i + 1).ToString(CultureInfo.InvariantCulture) };
        return found;
    }

    private int ReadParagraph(int index, int limit, List<Quotation> found)
    {
        var paragraph = study.Paragraphs[index];
        var folded = study.Folded.AsSpan();
        var at = paragraph.Start;
        while (at < paragraph.End && folded[at..paragraph.End].IndexOf(':') is var step and >= 0)
        {
            var colon = at + step;
            at = colon + 1;
            if (colon == paragraph.Start || colon + 1 < paragraph.End && char.IsAsciiDigit(folded[colon + 1]) && char.IsAsciiDigit(folded[colon - 1]) || speakers.IsInsideMarks(colon)) continue;
            var start = colon + 1;
            while (start < paragraph.End && char.IsWhiteSpace(folded[start])) start++;
            if (start >= paragraph.End) return ReadBlock(index, colon, limit, found);
            if (folded[start] is '“' or '「' or '『' or '‘' or '"' or '\'' or '《' or '&' or '(' or '*' or '/' || char.IsAsciiLetterOrDigit(folded[start]) && !IsSentence(start, paragraph.End)) continue;
            if (Enumerations.StartingAt(folded[start..paragraph.End], 0) > 0) continue;
            if (!TryReadCue(TextSpan.FromBounds(start, paragraph.End), colon, Verbs, out var context, out var cue)) continue;
            if (!Reaches(cue.Span, colon)) continue;
            var speaker = speakers.Before(context, cue.Span.Start, out _, out var isVoice);
            if (isVoice || speaker is null && !(Spoken.Contains(folded[cue.Span.Start..cue.Span.End]) && speakers.HasUnnamedPerson(context, cue.Span.Start))) continue;
            var end = IsLabel(paragraph.Start, colon) ? paragraph.End : SentenceEnd(start, paragraph.End);
            if (end - start < 4) continue;
            found.Add(Make([TextSpan.FromBounds(start, end)], QuotationForm.Colon, Colon, speaker, cue.Span, Attribution.Explicit));
            at = end;
        }
        return index;
    }

    private static readonly PhraseTable Gaps = new("了 过 着 道 一句 一句话 几句 几句话 一段话 过一句话 了一句 了一句话 自己 大家 我 我们 他 她 他们 她们 你 你们 记者 笔者 如下 这样一句话 这样一段话");

    // 说(一句)：, 告诉妻子：, but not 出了问题：, 三问：, 说最根本的两方面：
    private bool Reaches(TextSpan verb, int colon)
    {
        var folded = study.Folded.AsSpan();
        var end = colon;
        while (end > verb.End && char.IsWhiteSpace(folded[end - 1])) end--;
        var gap = folded[verb.End..end];
        if (gap.Length == 0) return !(verb.Start > 0 && "一二三四五六七八九十几连之".Contains(folded[verb.Start - 1]));
        if (Gaps.Contains(gap)) return true;
        return gap.Length <= 6 && folded[verb.Start..verb.End] is "问" or "告诉" or "提醒" or "告诫" or "叮嘱" or "嘱咐" or "勉励" or "安慰" or "鼓励" or "劝" or "吩咐"
            && (speakers.HasPerson(TextSpan.FromBounds(verb.End, end)) || SubjectReader.NamesSomebody(gap));
    }

    // 马德山说：… as a paragraph's first words: all of the paragraph is said, unless the teller speaks of the speaker again.
    private bool IsLabel(int paragraph, int colon)
    {
        var lead = study.Folded.AsSpan(paragraph, colon - paragraph);
        return lead.Length <= 30 && lead.IndexOfAny(",。;!?、") < 0;
    }

    private int SentenceEnd(int start, int limit)
    {
        var folded = study.Folded.AsSpan();
        for (var i = start; i < limit; i++)
        {
            if (folded[i] is not ('。' or '!' or '?') || speakers.IsInsideMarks(i)) continue;
            return i + 1;
        }
        return limit;
    }

    private bool IsSentence(int start, int end) => study.Folded.AsSpan(start, end - start).IndexOfAny("。!?") >= 0;

    private bool TryReadCue(TextSpan content, int colon, PhraseTable verbs, out QuotationContext context, out FoundCue cue)
    {
        var span = TextSpan.FromBounds(Math.Max(colon + 1, content.Start), Math.Max(colon + 1, content.End));
        context = new QuotationContext(study, new PairedMark(MarkKind.Double, span, span), span, null);
        return CueFinder.TryFindBefore(context, out cue) && cue.HasColon && verbs.Contains(study.Folded.AsSpan(cue.Span.Start, cue.Span.Length));
    }

    // …写道： at a paragraph's end: what is set deeper or behind > is quoted, else the one paragraph that follows, with the date line of a diary before it.
    private int ReadBlock(int index, int colon, int limit, List<Quotation> found)
    {
        var folded = study.Folded.AsSpan();
        if (index + 1 >= limit) return index;
        var next = study.Paragraphs[index + 1];
        if (StartsMarked(next) || LooksListed(next)) return index;
        var paragraph = study.Paragraphs[index];
        var lead = folded[Math.Max(paragraph.Start, colon - 40)..colon];
        var none = new TextSpan(colon + 1, 0);
        var context = new QuotationContext(study, new PairedMark(MarkKind.Double, none, none), none, null, paragraph);
        var hasCue = CueFinder.TryFindBefore(context, out var cue) && Verbs.Contains(folded[cue.Span.Start..cue.Span.End]);
        if (!hasCue && WritingCues.EndingAt(lead, lead.Length) == 0) return index;
        var speaker = speakers.Before(context, hasCue ? cue.Span.Start : colon, out _, out var isVoice);
        if (isVoice) return index;
        var depth = Depth(next);
        var last = index + 1;
        if (IsQuoted(next) || depth > Depth(paragraph))
        {
            var quoted = IsQuoted(next);
            while (last + 1 < limit && (quoted ? IsQuoted(study.Paragraphs[last + 1]) : Depth(study.Paragraphs[last + 1]) >= depth && !StartsMarked(study.Paragraphs[last + 1]))) last++;
        }
        else
        {
            if (!hasCue || speaker is null && !speakers.HasUnnamedPerson(context, cue.Span.Start)) return index;
            if (IsDateLine(next) && last + 1 < limit) last++;
            var body = study.Paragraphs[last];
            if (!IsSentence(body.Start, body.End)) return index;
        }
        var parts = new List<TextSpan>();
        for (var p = index + 1; p <= last; p++)
            if (Inner(study.Paragraphs[p]) is { Length: > 0 } inner) parts.Add(inner);
        if (parts.Count == 0) return index;
        found.Add(Make(parts, QuotationForm.Block, Block, speaker, hasCue ? cue.Span : default, Attribution.Explicit));
        return last;
    }

    // > 竹子要砍，更要养。
    // ——马德山
    private bool TryReadSigned(int index, List<Quotation> found, out int last)
    {
        last = index;
        if (index < _unsignedUntil || !IsQuoted(study.Paragraphs[index])) return false;
        while (last + 1 < study.Paragraphs.Count && IsQuoted(study.Paragraphs[last + 1])) last++;
        var folded = study.Folded.AsSpan();
        for (var p = Math.Max(index + 1, last); p <= last + 1 && p < study.Paragraphs.Count; p++)
        {
            var line = Inner(study.Paragraphs[p]);
            if (line.Length is < 4 or > 30 || !folded[line.Start..line.End].StartsWith("——")) continue;
            foreach (var person in study.People.In(line))
            {
                if (person.IsNested || person.FullSpan.End < line.End && folded[person.FullSpan.End] != '《' && folded[person.FullSpan.End] != ',') continue;
                var parts = new List<TextSpan>();
                for (var b = index; b < p; b++)
                    if (Inner(study.Paragraphs[b]) is { Length: > 0 } inner) parts.Add(inner);
                if (parts.Count == 0) return false;
                found.Add(Make(parts, QuotationForm.Block, Signed, SubjectReader.Named(study, person), default, Attribution.Post));
                last = Math.Max(last, p);
                return true;
            }
        }
        _unsignedUntil = last + 1;
        return false;
    }

    private int _unsignedUntil;

    private bool IsQuoted(TextSpan paragraph) => paragraph.Length > 0 && study.Folded[paragraph.Start] == '>';

    // Without the marks of markdown.
    private TextSpan Inner(TextSpan paragraph)
    {
        var start = paragraph.Start;
        while (start < paragraph.End && (study.Folded[start] == '>' || char.IsWhiteSpace(study.Folded[start]))) start++;
        return TextSpan.FromBounds(start, paragraph.End);
    }

    private bool StartsMarked(TextSpan paragraph) => paragraph.Length == 0 || study.Folded[paragraph.Start] is '“' or '「' or '『' or '‘' or '"' or '《' or '|' or '#' or '&';

    // 一、…  1. …  （一）…  - …: what a colon announces is a list.
    private bool LooksListed(TextSpan paragraph)
    {
        var folded = study.Folded.AsSpan(paragraph.Start, paragraph.Length);
        if (folded[0] is '-' or '*' or '•' or '●' or '(' or '①' || Enumerations.StartingAt(folded, 0) > 0) return true;
        var at = 0;
        while (at < folded.Length && (char.IsAsciiDigit(folded[at]) || "一二三四五六七八九十第".Contains(folded[at]))) at++;
        return at > 0 && at < folded.Length && folded[at] is '、' or '.' or ')' or '条' or '章';
    }

    private bool IsDateLine(TextSpan paragraph)
    {
        var folded = study.Folded.AsSpan(paragraph.Start, paragraph.Length);
        return folded.Length <= 25 && folded.Contains('月') && folded.Contains('日') && folded.IndexOfAny("。!?") < 0 && (char.IsAsciiDigit(folded[0]) || "一二三四五六七八九十〇".Contains(folded[0]));
    }

    // How far a paragraph is set in: blanks before it on its line, an ideographic one counting two.
    private int Depth(TextSpan paragraph)
    {
        var depth = 0;
        for (var i = paragraph.Start - 1; i >= 0 && depth < 40 && !CharacterClass.IsLineEnd(study.Text[i]); i--)
        {
            if (!char.IsWhiteSpace(study.Text[i])) return 0;
            depth += study.Text[i] == '\u3000' ? 2 : 1;
        }
        return depth;
    }

    private Quotation Make(List<TextSpan> parts, QuotationForm form, string rule, Speaker? speaker, TextSpan cue, Attribution attribution)
    {
        var span = TextSpan.FromBounds(parts[0].Start, parts[^1].End);
        return new Quotation
        {
            Id = "",
            Form = form,
            Span = span,
            ContentSpan = span,
            Text = span.In(study.Text),
            Class = speaker is null && form != QuotationForm.Turn ? QuotationClass.Unattributed : QuotationClass.Speech,
            Speaker = speaker,
            Cue = cue.Length == 0 ? null : new Cue(cue.In(study.Text), cue),
            Attribution = attribution,
            Rule = rule,
            Confidence = RulePrecision.Of(rule),
            Segments = [.. parts.Select(p => new QuotationPart(p, p))],
        };
    }
}
