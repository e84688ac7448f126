// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

// Who governs the reporting verb: the subject of its clause, or of the clauses before it in the same sentence where it has none (Chinese drops it).
// Any sign of another subject - a common noun for people, a group, a possessive - ends the search with nobody: an empty speaker costs nothing, a wrong
// one puts words into a mouth.
internal sealed class SpeakerFinder
{
    private static readonly PhraseTable Common = new(
        "妻子 丈夫 爱人 父亲 母亲 爸爸 妈妈 爷爷 奶奶 外公 外婆 儿子 女儿 孩子 孩子们 哥哥 弟弟 姐姐 妹妹 家人 亲人 亲戚 朋友 同事 战友 邻居 同伴 队友 群众 村民 居民 市民 老人 老乡 乡亲 乡亲们 学生 同学 老师 教师 记者 专家 学者 网友 " +
        "大家 人们 有人 众人 别人 他人 某人 干部 党员 职工 工人 农民 牧民 战士 领导 负责人 代表 书记 主任 校长 院长 教授 局长 部长 主席 医生 护士 患者 徒弟 师傅 司机 老板 顾客 观众 读者 嘉宾 主持人 评委 志愿者 工作人员 队员 成员 " +
        "我 我们 咱 咱们 你 您 你们 他们 她们 它 自己 谁 大爷 大妈 大娘 大叔 阿姨 小伙 小伙子 姑娘 男子 女子 青年 少年 小朋友 双方 各方 方 会议 文件 报告 通知 文章 报道 社论 评论 公告 全会 大会 古人 前人 先贤 先哲 伟人 领袖");

    private static readonly PhraseTable Prepositions = new("对 向 给 跟 与 和 及 同 为 被 把 将 替 让 请 使 叫 令 比 像 据 由 受 受到 问 告诉 提醒 通知 采访 陪 陪同 带 带领 见 见到 看到 看见 遇到 找到 听 听到 学习 以 用 因 因为 在 从 到 送 扶 帮 帮助 拉着 拉住 握着 指着 望着 看着 搀着 找 等 派 邀请 、");

    private static readonly PhraseTable Works = new("文中 文章中 文章里 信中 信里 来信中 书中 书里 日记中 日记里 日记 笔记 笔记中 笔记里 报告中 发言中 讲话中 演讲中 致辞中 遗书中 遗嘱中 诗中 诗里 词中 歌中 序言中 序中 跋中 后记中 回忆录中 自传中 短信中 留言中 朋友圈 微信中 微博中 申请书中 心得中 总结中 访谈中 其中 里面");

    private static readonly PhraseTable WorkNouns = new("文章 信 信件 来信 家书 书 日记 笔记 笔记本 报告 发言 讲话 演讲 致辞 遗书 诗 诗作 词 歌 序言 后记 回忆录 自传 短信 留言 朋友圈 微博 申请书 入党申请书 心得 总结 话 话语 声音 语气 一句话 名言 嘱托 教导");

    // Said by a paper or a crowd: the words have no one speaker.
    private static readonly PhraseTable Voices = new("会议 文件 报告 通知 文章 报道 社论 评论 公告 全会 大会 有人 人们 大家 众人 群众 网友 各方 乡亲 乡亲们 别人 他人 某人");

    private readonly StudyText _study;
    private readonly List<PairedMark> _marks;

    public SpeakerFinder(StudyText study, List<PairedMark> marks) => (_study, _marks) = (study, marks);

    /// <summary>Finds the subject of a reporting verb that stands before the words.</summary>
    public Speaker? Before(QuotationContext context, TextSpan cue, out bool viaWork, out bool isVoice)
    {
        viaWork = false;
        isVoice = false;
        var sentence = SentenceStart(context.BeforeSpan.Start, cue.Start);
        var end = cue.Start;
        for (var clauses = 0; clauses < 4; clauses++)
        {
            var start = ClauseStart(sentence, end);
            var clause = TextSpan.FromBounds(start, end);
            var found = Subject(clause, context, clauses == 0, out var blocked, out var work, out isVoice);
            viaWork |= work;
            if (found is not null || blocked) return found;
            if (start <= sentence) return null;
            end = start - 1;
        }
        return null;
    }

    /// <summary>Finds the subject of a reporting verb that stands after the words.</summary>
    public Speaker? After(QuotationContext context, TextSpan cue, out bool isVoice)
    {
        var start = context.AfterSpan.Start;
        while (start < cue.Start && _study.Folded[start] is ',' or '。' or ' ' or '—') start++;
        return Subject(TextSpan.FromBounds(start, cue.Start), context, true, out _, out _, out isVoice);
    }

    /// <summary>Finds the person whose name or pronoun ends at an offset: 朱自强：“…”</summary>
    public Speaker? EndingAt(int offset)
    {
        if (_study.People.EndingAt(offset) is { IsNested: false } person && !IsInsideMarks(person.Span)) return Named(person);
        return null;
    }

    /// <summary>Finds who does what leads to the words: 戚小川直摇头：“…”. Only the clause itself counts.</summary>
    public Speaker? Acting(QuotationContext context, int end)
    {
        var start = ClauseStart(SentenceStart(context.BeforeSpan.Start, end), end);
        return Subject(TextSpan.FromBounds(start, end), context, true, out _, out _, out _);
    }

    /// <summary>Finds who stands between the two parts of a split quotation.</summary>
    public Speaker? Between(QuotationContext context, TextSpan clause) => Subject(clause, context, true, out _, out _, out _);

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
            if (Groups.EndingAt(folded[from..end], end - from) is var noun and > 0 && Modals.StartingAt(folded, end) > 0 && !IsInsideMarks(new TextSpan(end - noun, noun)))
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

    private Speaker? Subject(TextSpan clause, QuotationContext context, bool governs, out bool blocked, out bool viaWork, out bool isVoice)
    {
        isVoice = false;
        blocked = false;
        viaWork = false;
        var folded = _study.Folded.AsSpan();
        using var people = _study.People.In(clause).GetEnumerator();
        var person = people.MoveNext() ? people.Current : null;
        for (var i = clause.Start; i < clause.End;)
        {
            while (person is not null && person.Span.Start < i) person = people.MoveNext() ? people.Current : null;
            var before = folded[clause.Start..i];
            var isObject = Prepositions.EndingAt(before, before.Length) > 0;
            if (person is not null && person.Span.Start == i && person.Span.End <= clause.End)
            {
                var full = person.FullSpan.End <= clause.End ? person.FullSpan : person.Span;
                i = full.End;
                if (person.IsNested || IsInsideMarks(person.Span)) continue;
                var after = folded[i..clause.End];
                if (after.StartsWith("的")) { if (OwnsWork(after[1..], ref viaWork)) return Named(person); blocked = governs; continue; }
                if (after.StartsWith("、") || after.StartsWith("和") || after.StartsWith("与") || after.StartsWith("等") || after.StartsWith("夫妇")) { blocked = true; return null; }
                if (isObject && !IsTopic(before)) continue;
                return Named(person);
            }
            if (folded[i] is '他' or '她' && IsPronoun(folded, i))
            {
                var after = folded[(i + 1)..clause.End];
                if (isObject && !IsTopic(before)) { i++; continue; }
                if (after.StartsWith("的")) { if (!OwnsWork(after[1..], ref viaWork)) { blocked = true; return null; } }
                var antecedent = Antecedent(i);
                if (antecedent is null || IsOtherGender(antecedent, folded[i])) { blocked = true; return null; }
                return new Speaker(antecedent.Canonical, _study.Text[i..(i + 1)], new TextSpan(i, 1), MentionKind.Pronoun);
            }
            if (Works.StartingAt(folded[..clause.End], i) is var work and > 0) { viaWork = true; i += work; continue; }
            if (Common.StartingAt(folded[..clause.End], i) is var common and > 0)
            {
                // 村民李大山说: a common noun before a name is a part of it.
                var isTitle = person is not null && person.Span.Start == i + common;
                if (!isTitle && !isObject && !IsInsideMarks(new TextSpan(i, common))) 
                {
                    isVoice = Voices.Contains(folded.Slice(i, common));
                    blocked = true;
                    return null;
                }
                i += common;
                continue;
            }
            i++;
        }
        return null;
    }

    // 据李大山介绍, 在李大山看来: the preposition makes him the one who speaks.
    private static bool IsTopic(ReadOnlySpan<char> before) => before.EndsWith("据") || before.Length == 1 && before[0] == '在';

    private static bool OwnsWork(ReadOnlySpan<char> after, ref bool viaWork)
    {
        for (var i = 0; i <= 6 && i < after.Length; i++)
            if (WorkNouns.StartingAt(after, i) > 0 || Works.StartingAt(after, i) > 0) return viaWork = true;
        return false;
    }

    private bool IsOtherGender(PersonMention person, char pronoun)
    {
        var full = _study.Folded.AsSpan(person.FullSpan.Start, person.FullSpan.Length);
        return pronoun == '她' ? full.EndsWith("先生") : full.EndsWith("女士");
    }

    private static bool IsPronoun(ReadOnlySpan<char> folded, int at) =>
        !(at > 0 && folded[at - 1] is '其' or '吉' or '维' or '排') && !(at + 1 < folded.Length && folded[at + 1] is '们' or '人' or '乡' or '日' or '山');

    // The nearest person who is a subject before the pronoun in its paragraph, else the first one the paragraph names, else the one person of the document.
    private PersonMention? Antecedent(int pronoun)
    {
        var paragraph = _study.ParagraphAt(pronoun);
        PersonMention? first = null, subject = null, owner = null;
        foreach (var person in _study.People.In(TextSpan.FromBounds(Math.Max(paragraph.Start, pronoun - 2000), pronoun)))
        {
            if (person.IsNested || IsInsideMarks(person.Span)) continue;
            // 林小满的故事还在继续。她…: the owner of something may be meant, or somebody of his; either makes the pronoun unsure.
            if (person.FullSpan.End < _study.Folded.Length && _study.Folded[person.FullSpan.End] == '的') { owner = person; continue; }
            first ??= person;
            if (IsSubject(person)) (subject, owner) = (person, null);
        }
        if (owner is not null && owner.Canonical != (subject ?? first)?.Canonical) return null;
        if ((subject ?? first) is { } near) return near;
        PersonMention? only = null;
        foreach (var person in _study.People.In(TextSpan.FromBounds(Math.Max(0, pronoun - 4000), pronoun)))
        {
            if (person.IsNested || IsInsideMarks(person.Span)) continue;
            if (only is not null && only.Canonical != person.Canonical) return null;
            only = person;
        }
        return only;
    }

    private bool IsSubject(PersonMention person)
    {
        var folded = _study.Folded.AsSpan();
        if (person.FullSpan.End < folded.Length && folded[person.FullSpan.End] is '的' or '、') return false;
        var start = person.Span.Start;
        var clause = start;
        while (clause > 0 && start - clause < 16 && !IsClauseMark(folded[clause - 1]) && !char.IsWhiteSpace(folded[clause - 1])) clause--;
        var before = folded[clause..start];
        // 二十三岁的队员|尚云帆: an office or a trade belongs to the name, and so does what describes it.
        for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before)) before = before[..^title];
        return before.IsEmpty || before.EndsWith("的") || before.EndsWith("叫");
    }

    private Speaker Named(PersonMention person) =>
        new(person.Canonical, person.FullSpan.In(_study.Text), person.FullSpan, MentionKind.Name);

    private int SentenceStart(int from, int end)
    {
        var start = end;
        while (start > from && _study.Folded[start - 1] is not ('。' or '!' or '?' or '\n' or '\r')) start--;
        return start;
    }

    private int ClauseStart(int from, int end)
    {
        var start = end;
        while (start > from && !IsClauseMark(_study.Folded[start - 1])) start--;
        return start;
    }

    private static bool IsClauseMark(char c) => c is ',' or ';' or ':' or '。' or '!' or '?' or '”' or '」';

    /// <summary>Tells whether a place lies inside a pair of marks: names there are words of others, not of this text.</summary>
    public bool IsInsideMarks(TextSpan span)
    {
        int low = 0, high = _marks.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_marks[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle - 1;
        }
        for (var mark = high >= 0 ? _marks[high] : null; mark is not null; mark = mark.Parent)
            if (mark.Content.Contains(span)) return true;
        return false;
    }
}
