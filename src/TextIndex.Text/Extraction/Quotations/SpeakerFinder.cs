// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

// Who governs the reporting verb: the subject of its clause, or of the clauses before it in the same sentence where it has none (Chinese drops it).
// Any sign of another subject - a common noun for people, a group, a possessive - ends the search with nobody: an empty speaker costs nothing, a wrong
// one puts words into a mouth.
internal sealed class SpeakerFinder
{
    private readonly StudyText _study;
    private readonly MarkCover _cover;
    private readonly SubjectReader _subjects;

    public SpeakerFinder(StudyText study, List<PairedMark> marks)
    {
        _study = study;
        _cover = new MarkCover(marks);
        _subjects = new SubjectReader(study, _cover, new Antecedents(study, _cover));
    }

    /// <summary>Finds the subject of a reporting verb, or of what leads to the words, that stands before them: in its clause, else in those before it.</summary>
    /// <param name="context">The quotation.</param>
    /// <param name="end">Where the verb begins, or the words where no verb stands.</param>
    /// <param name="isVoice">True where a paper or a crowd speaks.</param>
    /// <param name="viaWork">True where a work of the person carries the words.</param>
    /// <param name="isVerb">True where a verb that reports begins at <paramref name="end"/>.</param>
    /// <param name="goesOn">True where a sentence without a subject keeps that of the one before: 李大山上了台。讲到水，强调“…”.</param>
    public Speaker? Before(QuotationContext context, int end, out bool viaWork, out bool isVoice, bool isVerb = false, bool goesOn = false)
    {
        viaWork = false;
        isVoice = false;
        var sentence = SentenceStart(context.BeforeSpan.Start, end);
        for (var clauses = 0; clauses < 5; clauses++)
        {
            var start = ClauseStart(sentence, end);
            var found = _subjects.Read(TextSpan.FromBounds(start, end), clauses == 0, out var blocked, out var work, out var voice);
            viaWork |= work;
            isVoice |= voice && clauses == 0;
            if (found is not null || blocked) return found;
            if (clauses == 0 && isVerb && _subjects.ReadStrangerBefore(TextSpan.FromBounds(start, end)) is { } stranger) return stranger;
            if (start <= sentence) return goesOn && sentence > context.BeforeSpan.Start && clauses < 3 && context.Mark.Parent is null ? SubjectOfSentence(context, sentence - 1) : null;
            end = start - 1;
        }
        return null;
    }

    /// <summary>Finds who signs words that are a paragraph: ——某学院学生李大山 on the next line.</summary>
    public Speaker? SignedBy(QuotationContext context)
    {
        var folded = _study.Folded.AsSpan();
        var at = context.Mark.Span.End;
        while (at < folded.Length && (char.IsWhiteSpace(folded[at]) || folded[at] is '。')) at++;
        if (at + 4 > folded.Length || !folded[at..].StartsWith("——")) return null;
        var line = TextSpan.FromBounds(at + 2, Math.Min(_study.ParagraphAt(at).End, at + 48));
        foreach (var person in _study.People.In(line))
        {
            var rest = folded[Math.Min(person.FullSpan.End, line.End)..line.End];
            return person.IsNested || rest.Length > 0 && !rest.StartsWith("《") && !rest.StartsWith("(") ? null : SubjectReader.Named(_study, person);
        }
        return null;
    }

    /// <summary>Finds the subject of a reporting verb that stands after the words.</summary>
    public Speaker? After(QuotationContext context, TextSpan cue, out bool isVoice)
    {
        var start = context.AfterSpan.Start;
        while (start < cue.Start && _study.Folded[start] is ',' or '。' or ' ' or '—') start++;
        var subject = _subjects.Read(TextSpan.FromBounds(start, cue.Start), true, out var blocked, out _, out isVoice);
        // “…”谈到女儿，李大山笑了: the verb has no subject before it.
        if (subject is not null || blocked || isVoice) return subject;
        return start < cue.Start ? _subjects.ReadStrangerBefore(TextSpan.FromBounds(start, cue.Start)) : ActingFrom(context, start);
    }

    /// <summary>Tells whether an offset lies inside quotation or book marks.</summary>
    public bool IsInsideMarks(int offset) => _cover.IsInside(new TextSpan(offset, 1));

    /// <summary>Tells whether the subject of a verb is one person without a name: 老支书说：…, but no paper and no crowd.</summary>
    public bool HasUnnamedPerson(QuotationContext context, int verb)
    {
        var start = ClauseStart(SentenceStart(context.BeforeSpan.Start, verb), verb);
        _subjects.Read(TextSpan.FromBounds(start, verb), true, out var blocked, out _, out var isVoice);
        return blocked && !isVoice && _study.Folded.AsSpan(start, verb - start).IndexOfAny("我你咱您") < 0;
    }

    /// <summary>Tells whether a span names a person.</summary>
    public bool HasPerson(TextSpan span) => _study.People.In(span).Any();

    /// <summary>Finds who acts directly after words that no verb reports: “知道了。”戚桂香头也不抬.</summary>
    public Speaker? ActingAfter(QuotationContext context)
    {
        var start = context.AfterSpan.Start;
        if (start < context.AfterSpan.End && _study.Folded[start] == ',') start++;
        if (ActingFrom(context, start) is { } actor) return actor;
        if (!context.EndsSentence) return null;
        var end = start;
        while (end < context.AfterSpan.End && !SubjectReader.IsClauseMark(_study.Folded[end]) && _study.Folded[end] is not ('\n' or '“' or '「' or '"' or '(')) end++;
        return LeadsOn(context, start, end) || _subjects.HasOtherSubject(TextSpan.FromBounds(start, end)) ? null : _subjects.ReadStrangerActing(TextSpan.FromBounds(start, end));
    }

    private static readonly PhraseTable Circumstances = new("在 从 于 自 当 面对 随着 说起 谈到 谈起 提起 提到 说到 讲到 回忆 回忆起 谈及 想起 回首 回想 看到 看着 据 近日 日前 今年 去年 当天 那天 一天 如今 采访 会上 课上 后来");

    // 10月14日，…, 在全国…大会上，…, 没等记者问起，…: clauses that tell when, where or of what may stand before the one who acts.
    private Speaker? ActingFrom(QuotationContext context, int start)
    {
        var folded = _study.Folded.AsSpan();
        if (start >= context.AfterSpan.End || !CharacterClass.IsHan(folded[start]) && !char.IsAsciiLetterOrDigit(folded[start]) && folded[start] is not ('“' or '「')) return null;
        for (var clauses = 0; clauses < 3; clauses++)
        {
            var end = start;
            while (end < context.AfterSpan.End && !SubjectReader.IsClauseMark(folded[end]) && folded[end] is not ('\n' or '"' or '('))
            {
                // 在讲“边界层”公式时，…: a name in marks belongs to the clause.
                if (folded[end] is '“' or '「')
                {
                    var close = folded[end..Math.Min(context.AfterSpan.End, end + 16)].IndexOfAny('”', '」');
                    // “青马工程”学员李大山: at the start too, where the sentence goes on behind it.
                    if (close < 0 || end == start && (close < 2 || end + close + 1 >= context.AfterSpan.End || !CharacterClass.IsHan(folded[end + close + 1]))) break;
                    end += close;
                }
                end++;
            }
            // …乙说：“丙。” leads to the next words.
            if (LeadsOn(context, start, end)) return null;
            var clause = TextSpan.FromBounds(start, end);
            if (_subjects.ReadActor(clause) is { } actor) return end == actor.MentionSpan.End && IsListGoingOn(context, end) ? null : actor;
            if (end >= context.AfterSpan.End || folded[end] != ',') return null;
            var isCircumstance = char.IsAsciiDigit(folded[start]) || Circumstances.StartingAt(folded[..end], start) > 0 || end > start && folded[end - 1] is '上' or '时' or '后' or '前' or '中' or '日';
            if (end - start > (isCircumstance ? 44 : 12) || !isCircumstance && _subjects.HasOtherSubject(clause)) return null;
            start = end + 1;
        }
        return null;
    }

    // 书记庄明，校长吴真，…: the next clause is another title with a name.
    private bool IsListGoingOn(QuotationContext context, int end)
    {
        if (end >= context.AfterSpan.End || _study.Folded[end] != ',') return false;
        foreach (var person in _study.People.In(TextSpan.FromBounds(end + 1, Math.Min(context.AfterSpan.End, end + 16))))
            return person.Span.Start > end + 1 && People.TitleBefore(_study.Folded.AsSpan(end + 1, person.Span.Start - end - 1)) == person.Span.Start - end - 1;
        return false;
    }

    // A colon, or a verb of saying before marks; a comma where somebody takes the word: 李四接过话头，“…”. “甲。”张三笑了，“乙。” is one speaker's.
    private bool LeadsOn(QuotationContext context, int start, int end)
    {
        var folded = _study.Folded;
        if (end >= context.AfterSpan.End) return false;
        return folded[end] == ':' && (NameSlots.IsHead(folded, end) || CueFinder.VerbEnding(folded.AsSpan(start, end - start)) > 0) || folded[end] == ',' && end + 1 < folded.Length && folded[end + 1] is '“' or '「' or '"' && folded.AsSpan(start, end - start).IndexOfAny("接答问反回插打断也") >= 0
            || folded[end] is '“' or '「' or '"' && "说道问答喊讲写着".Contains(folded[end - 1]);
    }

    /// <summary>Tells whether somebody without a name acts directly after the words.</summary>
    public bool IsFollowedByOther(QuotationContext context)
    {
        var folded = _study.Folded.AsSpan();
        var end = context.AfterSpan.Start;
        while (end < context.AfterSpan.End && !SubjectReader.IsClauseMark(folded[end]) && folded[end] is not ('“' or '「' or '\n' or '"')) end++;
        return _subjects.HasOtherSubject(TextSpan.FromBounds(context.AfterSpan.Start, end));
    }

    /// <summary>Finds whose report the words go on with: 李大山说，水渠修好了，“够用一百年”. The nearest clause of the sentence that ends with a reporting verb.</summary>
    public Speaker? Reporting(QuotationContext context)
    {
        var end = context.BeforeSpan.Start + context.Before.Length;
        var sentence = SentenceStart(context.BeforeSpan.Start, end);
        for (var clauses = 0; clauses < 8 && end > sentence; clauses++)
        {
            var start = ClauseStart(sentence, end);
            if (end < context.Mark.Span.Start && _study.Folded[end] == ',' && CueFinder.VerbEnding(_study.Folded.AsSpan(start, end - start)) is var verb and > 0)
                return _subjects.Read(TextSpan.FromBounds(start, end - verb), true, out _, out _, out _);
            end = start - 1;
        }
        return null;
    }

    /// <summary>Finds whom the clause before the words moves: 这些话让他内心澎湃：“…”</summary>
    public Speaker? Moved(int end) => _subjects.ReadMoved(TextSpan.FromBounds(ClauseStart(SentenceStart(Math.Max(0, end - 60), end), end), end));

    /// <summary>Finds the person whose name or pronoun ends at an offset: 朱自强：“…”</summary>
    public Speaker? EndingAt(int offset) =>
        _study.People.EndingAt(offset) is { IsNested: false } person && !_cover.IsInside(person.Span) ? SubjectReader.Named(_study, person) : null;

    /// <summary>Finds who stands between the two parts of a split quotation.</summary>
    public Speaker? Between(TextSpan clause) => _subjects.Read(clause, true, out _, out _, out _);

    /// <summary>Finds who is the subject of the last sentence before words that begin a sentence of their own: 辜映雪放下钻杆。“再冷也得放。”</summary>
    public Speaker? SubjectOfSentenceBefore(QuotationContext context)
    {
        var folded = _study.Folded.AsSpan();
        var end = context.Mark.Span.Start;
        while (end > context.BeforeSpan.Start && char.IsWhiteSpace(folded[end - 1])) end--;
        if (end <= context.BeforeSpan.Start || folded[end - 1] is not ('。' or '!' or '?' or '.')) return null;
        return SubjectOfSentence(context, end - 1);
    }

    private Speaker? SubjectOfSentence(QuotationContext context, int end)
    {
        var folded = _study.Folded.AsSpan();
        var sentence = SentenceStart(context.BeforeSpan.Start, end);
        if (sentence <= context.BeforeSpan.Start && context.BeforeSpan.Start > _study.ParagraphAt(context.Mark.Span.Start).Start) return null;
        // The first clause that has a subject has that of the sentence.
        for (var start = sentence; start < end;)
        {
            var stop = start;
            while (stop < end && !SubjectReader.IsClauseMark(folded[stop])) stop++;
            var found = _subjects.ReadActor(TextSpan.FromBounds(start, stop));
            if (found is not null) return found;
            if (_subjects.HasOtherSubject(TextSpan.FromBounds(start, stop))) return null;
            start = stop + 1;
        }
        return null;
    }

    /// <summary>Finds the group that a self-question is put to: 党员干部要时刻问自己.</summary>
    public Speaker? Asker(QuotationContext context, TextSpan cue)
    {
        var folded = _study.Folded.AsSpan();
        var self = TextSpan.FromBounds(cue.Start, context.Mark.Span.Start);
        var at = folded[self.Start..self.End].IndexOf("自己");
        if (at < 0) return null;
        var mention = new TextSpan(self.Start + at, 2);
        var paragraph = _study.ParagraphAt(cue.Start);
        var from = Math.Max(paragraph.Start, cue.Start - 400);
        for (var end = cue.Start; end > from; end--)
        {
            if (Groups.EndingAt(folded[from..end], end - from) is var noun and > 0 && Modals.StartingAt(folded, end) > 0 && !_cover.IsInside(new TextSpan(end - noun, noun)))
            {
                var start = end - noun;
                while (start > from && CharacterClass.IsHan(folded[start - 1]) && end - start < 8 && Quantifiers.EndingAt(folded[from..start], start - from) == 0) start--;
                return new Speaker(_study.Text[start..end], mention.In(_study.Text), mention, MentionKind.Reflexive);
            }
        }
        return null;
    }

    private static readonly PhraseTable Groups = new("我们 大家 干部 党员 同志 同志们 青年 团员 学生 教师 老师 工作者 人员 战士 官兵 职工 同学们 每个人 人人 公务员");
    private static readonly PhraseTable Modals = new("要 应 应该 应当 必须 需 需要 都要 都应 都应该 都必须 更要 更应 也要 也应 不妨 当");
    private static readonly PhraseTable Quantifiers = new("广大 各级 全体 每个 每名 每一个 每一名 每位 作为 新时代");

    private int SentenceStart(int from, int end)
    {
        var start = end;
        while (start > from && _study.Folded[start - 1] is not ('。' or '!' or '?') && !IsFullStop(start - 1)) start--;
        return start;
    }

    // A half-width stop between Han characters: 说完.他走了
    private bool IsFullStop(int at) =>
        _study.Folded[at] == '.' && at > 0 && at + 1 < _study.Folded.Length && CharacterClass.IsHan(_study.Folded[at - 1]) && CharacterClass.IsHan(_study.Folded[at + 1]);

    private int ClauseStart(int from, int end)
    {
        var start = end;
        while (start > from && !SubjectReader.IsClauseMark(_study.Folded[start - 1]) && !_cover.IsClosing(_study.Folded[start - 1], start - 1)) start--;
        return start;
    }
}
