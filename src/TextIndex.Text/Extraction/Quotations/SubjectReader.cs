// SPDX-License-Identifier: MIT
using System.Buffers;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Quotations;

/// <summary>Reads who the subject of a clause is, as far as people go.</summary>
internal sealed class SubjectReader(StudyText study, MarkCover cover, Antecedents antecedents)
{
    /// <summary>Characters that part a subject from what stands before it: prepositions and verbs of dealing with somebody.</summary>
    internal static readonly SearchValues<char> Relations = SearchValues.Create("把被对向给让请跟同与为由见问到叫喊了着过和使劝带陪找");

    private static readonly PhraseTable Common = new(
        "妻子 丈夫 爱人 父亲 母亲 爸爸 妈妈 爷爷 奶奶 外公 外婆 儿子 女儿 孩子 孩子们 哥哥 弟弟 姐姐 妹妹 家人 亲人 亲戚 朋友 同事 战友 邻居 同伴 队友 群众 村民 居民 市民 老人 老乡 乡亲 乡亲们 学生 同学 同学们 老师 老师们 教师 师生 记者 专家 学者 网友 " +
        "大家 人们 有人 众人 别人 他人 某人 干部 党员 职工 工人 农民 牧民 战士 领导 负责人 研究人员 新生 官员 发言人 学员 代表 书记 主任 校长 院长 教授 局长 部长 主席 医生 护士 患者 徒弟 师傅 司机 老板 顾客 观众 读者 嘉宾 主持人 评委 志愿者 工作人员 队员 成员 游客 " +
        "我 我们 咱 咱们 你 您 你们 他们 她们 它 自己 谁 大爷 大妈 大娘 大叔 阿姨 小伙 小伙子 姑娘 男子 女子 青年 少年 小朋友 双方 各方 方 会议 文件 报告 通知 文章 报道 社论 评论 公告 全会 大会 古人 前人 先贤 先哲 伟人 领袖 祖父 祖母 老者 伙计 民兵 老伴 内弟 外国监理 监理 区长 村长 支书 老支书 老校长 党支部 老百姓 宣言 声明 决议 条例 宪法 谈话 证言 规定 公报 贺电 电报 通报 议论 政府 负责同志 师傅 父母 爸妈 阿婆 家长 家长们 评委们 护士们 船老大们 战士们 学员 徒弟们 乡长 来人 领头 对方");

    private static readonly PhraseTable Prepositions = new("对 向 给 跟 与 和 及 同 为 被 把 将 替 让 请 使 叫 令 比 像 据 由 受 受到 问 告诉 提醒 通知 采访 陪 陪同 带 带领 见 见到 看到 看见 遇到 找到 听 听到 学习 以 用 因 因为 在 从 到 送 扶 帮 帮助 拉着 拉住 握着 指着 望着 看着 搀着 激励 勉励 鼓励 告诫 叮嘱 嘱咐 号召 启发 教育 感谢 安慰 引导 找 等 派 邀请 称 喊 劝 求 骂 夸 吃掉 叫住 交给 递给 送给 围绕 按照 根据 、");

    private static readonly PhraseTable Works = new("文中 文章中 文章里 信中 信里 来信中 书中 书里 日记中 日记里 日记 笔记 笔记中 笔记里 报告中 发言中 讲话中 演讲中 致辞中 遗书中 遗嘱中 诗中 诗里 词中 歌中 序言中 序中 跋中 后记中 回忆录中 自传中 短信中 留言中 朋友圈 微信中 微博中 申请书中 心得中 总结中 访谈中 其中 里面");

    private static readonly PhraseTable WorkNouns = new("文章 信 信件 来信 家书 书 日记 笔记 笔记本 报告 发言 讲话 演讲 致辞 遗书 诗 诗作 词 歌 序言 后记 回忆录 自传 短信 留言 朋友圈 微博 申请书 入党申请书 心得 总结 话 话语 声音 语气 一句话 名言 嘱托 教导 论述 指示 批示 寄语 期望 殷切期望 题词 宣言 扉页 原话 心里话 心声 这句话 这番话 这段话 那句话 讲述 自述");

    // Said by a paper or a crowd: the words have no one speaker.
    private static readonly PhraseTable Voices = new("会议 文件 报告 通知 文章 报道 社论 评论 公告 全会 大会 有人 人们 大家 众人 群众 网友 各方 乡亲 乡亲们 别人 他人 某人 同学们 老师们 孩子们 我们 他们 她们 双方 老百姓 宣言 声明 决议 条例 宪法 谈话 证言 规定 公报 贺电 电报 通报 章程 议论 材料 总结 观众 政府 留学生 记录 网友 市民 居民 村民 专家 学者 学员 队员 游客 顾客 读者 嘉宾 评委 志愿者 工作人员 研究人员 成员 代表 学生 同学 青年 民兵 男子 女子 新生 官员 发言人 负责人 来人 家长 职工 工人 农民 牧民 战士 党员 干部 患者 外国监理 监理");

    // 一位老师, 有个同学: somebody, whoever it is.
    private static readonly PhraseTable Indefinite = new("一位 一名 一个 有位 有个 有名 有一位 有一名 有一个 几位 几名 几个 多位 多名 两位 数位 数名 不少 许多 部分 某 某位 很多 众多 好多 每位");

    /// <summary>Tells whether a few words are somebody without a name: 妻子, 工作人员.</summary>
    public static bool NamesSomebody(ReadOnlySpan<char> words) => Common.EndingAt(words, words.Length) > 0;

    /// <summary>Tells whether a common noun for somebody stands in a few words.</summary>
    public static bool HasCommonPerson(ReadOnlySpan<char> words) => Common.OccursIn(words);

    // What opens a clause whose subject comes then: 没想到李大山说.
    private static readonly PhraseTable Openers = new("没想到 想不到 不料 谁知 谁料 哪知 只见 只听 听见 只听见 得知 记得 还记得 直到 等到");

    // 交给村支书|米老四: titles stand between the preposition and the name.
    private static bool IsGoverned(ReadOnlySpan<char> before)
    {
        for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before))
        {
            before = before[..^title];
            // 研究员、博士生导师|熊学军: titles side by side govern nobody.
            if (before.EndsWith("、") && People.TitleBefore(before[..^1]) > 0) before = before[..^1];
        }
        return Prepositions.EndingAt(before, before.Length) > 0 && Openers.EndingAt(before, before.Length) == 0;
    }

    public static bool IsClauseMark(char c) => c is ',' or ';' or ':' or '。' or '!' or '?';

    public static Speaker Named(StudyText study, PersonMention person) =>
        new(person.Canonical, person.FullSpan.In(study.Text), person.FullSpan, MentionKind.Name);

    /// <summary>Reads the subject of a clause.</summary>
    /// <param name="clause">The clause up to its verb.</param>
    /// <param name="governs">True for the clause of the verb itself.</param>
    /// <param name="blocked">True where somebody else is the subject.</param>
    /// <param name="viaWork">True where a work of a person stands in it.</param>
    /// <param name="isVoice">True where the subject is a paper or a crowd.</param>
    public Speaker? Read(TextSpan clause, bool governs, out bool blocked, out bool viaWork, out bool isVoice)
    {
        isVoice = false;
        blocked = false;
        viaWork = false;
        var folded = study.Folded.AsSpan();
        if (governs && BeforeVerb(clause, ref viaWork) is { } direct) return direct;
        using var people = study.People.In(clause).GetEnumerator();
        var person = people.MoveNext() ? people.Current : null;
        for (var i = clause.Start; i < clause.End;)
        {
            while (person is not null && person.Span.Start < i) person = people.MoveNext() ? people.Current : null;
            var before = folded[clause.Start..i];
            var isObject = Prepositions.EndingAt(before, before.Length) > 0 && Openers.EndingAt(before, before.Length) == 0;
            if (person is not null && person.Span.Start == i && person.Span.End <= clause.End)
            {
                var full = person.FullSpan.End <= clause.End ? person.FullSpan : person.Span;
                i = full.End;
                isObject |= IsGoverned(before);
                if (person.IsNested || cover.IsInside(person.Span)) continue;
                var after = folded[i..clause.End];
                if (after.StartsWith("的")) { if (OwnsWork(after[1..], ref viaWork)) return Named(study, person); blocked = governs; continue; }
                if (IsOneOfMany(after)) { blocked = true; return null; }
                if (isObject && !IsTopic(before)) continue;
                return Named(study, person);
            }
            if (PronounAt(folded, i) is var pronoun and > 0)
            {
                var after = folded[(i + pronoun)..clause.End];
                if (isObject && !IsTopic(before)) { i += pronoun; continue; }
                if (after.StartsWith("的") && !OwnsWork(after[1..], ref viaWork)) { blocked = true; return null; }
                var said = Pronoun(i, pronoun);
                blocked = said is null;
                return said;
            }
            if (Works.StartingAt(folded[..clause.End], i) is var work and > 0) { viaWork = true; i += work; continue; }
            if (Common.StartingAt(folded[..clause.End], i) is var common and > 0)
            {
                // 村民李大山说, 全国人大代表、某公司董事长吴秋北: a common noun before a name is a part of it.
                var isTitle = person is not null && person.Span.End <= clause.End && IsChunk(folded[(i + common)..Math.Max(i + common, person.Span.Start)]) && person.Span.Start >= i + common && folded[i] is not ('我' or '你' or '咱' or '谁');
                if (!isTitle && !isObject && !cover.IsInside(new TextSpan(i, common)) && !IsPartOfWord(folded, i, common))
                {
                    isVoice = Voices.Contains(folded.Slice(i, common)) || Indefinite.OccursIn(before) || i + common < clause.End && folded[i + common] == '们' && folded[i] != '我';
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

    /// <summary>Reads a person who is the subject of a clause without a verb of saying; nobody where the clause has more than one.</summary>
    public Speaker? ReadActor(TextSpan clause)
    {
        var folded = study.Folded.AsSpan();
        foreach (var person in study.People.In(clause))
        {
            if (person.Span.Start - clause.Start > 60) break;
            if (person.IsNested || person.FullSpan.End > clause.End || cover.IsInside(person.Span)) return null;
            var before = folded[clause.Start..person.Span.Start];
            for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before)) before = before[..^title];
            if (before.IndexOfAny(Relations) >= 0 || before.IndexOfAny("他她") >= 0) return null;
            var after = folded[person.FullSpan.End..clause.End];
            // 习近平总书记的回信精神被他融入到工作的全过程: somebody else acts.
            if (after.IndexOf("被他") >= 0 || after.IndexOf("被她") >= 0) return null;
            var viaWork = false;
            // 习近平总书记的话振聋发聩: his words, and nothing else of his.
            if (after.StartsWith("的") && !OwnsWork(after[1..], ref viaWork) || IsOneOfMany(after)) return null;
            return Named(study, person);
        }
        for (var i = clause.Start; i < clause.End && i < clause.Start + 8; i++)
        {
            if (PronounAt(folded, i) is not (> 0 and var pronoun)) continue;
            if (folded[clause.Start..i].IndexOfAny(Relations) >= 0 || folded[(i + pronoun)..clause.End].StartsWith("的")) return null;
            return Pronoun(i, pronoun);
        }
        return null;
    }

    private static readonly PhraseTable Moving = new("感动 激动 高兴 澎湃 明白 懂得 触动 震撼 难忘 欣慰 温暖 自豪 感慨 振奋 惊喜 意外 受益 鼓舞 安心 踏实 着急 心疼 落泪 热泪 备受 深受 倍感 深感 开心 眼前一亮");

    /// <summary>Reads who is moved in a clause: 这些话让他内心澎湃.</summary>
    public Speaker? ReadMoved(TextSpan clause)
    {
        var folded = study.Folded.AsSpan();
        var at = folded[clause.Start..clause.End].LastIndexOfAny('让', '令', '使');
        if (at < 0 || !Moving.OccursIn(folded[(clause.Start + at)..clause.End])) return null;
        var start = clause.Start + at + 1;
        foreach (var person in study.People.In(TextSpan.FromBounds(start, clause.End)))
            return person.Span.Start == start && !person.IsNested && person.FullSpan.End < clause.End && folded[person.FullSpan.End] != '的' ? Named(study, person) : null;
        return start < clause.End && PronounAt(folded, start) is > 0 and var pronoun ? Pronoun(start, pronoun) : null;
    }

    /// <summary>Reads a name that stands once in a text, directly before the verb that reports: 马钱|说.</summary>
    public Speaker? ReadStrangerBefore(TextSpan clause)
    {
        var folded = study.Folded.AsSpan();
        for (var length = 3; length >= 2; length--)
        {
            var start = clause.End - length;
            if (start < clause.Start || !IsStranger(folded, clause.Start, start, clause.End)) continue;
            return Stranger(start, clause.End);
        }
        return null;
    }

    /// <summary>Reads a name that stands once in a text and acts after the words: 创新团队的刘鑫睿|保送研究生.</summary>
    public Speaker? ReadStrangerActing(TextSpan clause)
    {
        var folded = study.Folded.AsSpan();
        var limit = Math.Min(clause.End - 2, clause.Start + 30);
        for (var start = clause.Start + 2; start < limit; start++)
        {
            var end = start + 3;
            if (!IsStranger(folded, clause.Start, start, end) || Surnames.IsAlsoWord(folded[start]) || folded[clause.Start..start].IndexOfAny(Relations) >= 0) continue;
            if (end < clause.End && (folded[end] is '的' or '、' or '和' || WordDictionary.Default.Contains(folded.Slice(end - 1, 2)))) continue;
            return Stranger(start, end);
        }
        return null;
    }

    private Speaker Stranger(int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return new Speaker(span.In(study.Text), span.In(study.Text), span, MentionKind.Name);
    }

    // A family name, one or two characters that make no word with it or with each other, behind an office, a body or nothing.
    private static bool IsStranger(ReadOnlySpan<char> folded, int clause, int start, int end)
    {
        if (Surnames.LengthAt(folded, start) != 1 || folded[start..end].IndexOfAny("的了是我你他她它这那们么吗呢吧啊不没有在说也就都要会能很与或及从把被让给而且其此每各某几两什时只中里上下内常又还才再后前一则") >= 0) return false;
        var dictionary = WordDictionary.Default;
        if (dictionary.Contains(folded[start..end]) || end - start == 3 && (dictionary.Contains(folded[(start + 1)..end]) || dictionary.Contains(folded.Slice(start, 2)))) return false;
        if (start > clause && dictionary.Contains(folded.Slice(start - 1, 2))) return false;
        return start == clause ? end - start == 3 || !Surnames.IsAlsoWord(folded[start]) : NameSlots.IsIntroduced(folded, start, true);
    }

    /// <summary>Tells whether somebody without a name is the subject of a clause.</summary>
    public bool HasOtherSubject(TextSpan clause)
    {
        var folded = study.Folded.AsSpan();
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (Common.StartingAt(folded[..clause.End], i) is not (> 0 and var common)) continue;
            var before = folded[clause.Start..i];
            if (Prepositions.EndingAt(before, before.Length) == 0 && !cover.IsInside(new TextSpan(i, common))) return true;
        }
        return false;
    }

    // …马德山|(在会上)|说: the name that stands before the verb with no more than adverbs between speaks, whatever stands before the name.
    private Speaker? BeforeVerb(TextSpan clause, ref bool viaWork)
    {
        var folded = study.Folded.AsSpan();
        PersonMention? last = null;
        var many = false;
        foreach (var person in study.People.In(clause))
        {
            if (person.Span.End > clause.End || person.IsNested || cover.IsInside(person.Span)) continue;
            many = last is not null && folded[last.FullSpan.End..person.Span.Start] is var between && (between.StartsWith("、") || between.StartsWith("和") || between.StartsWith("与") || between.StartsWith("及")) && IsChunk(between);
            last = person;
        }
        if (last is null) return null;
        var end = Math.Min(last.FullSpan.End, clause.End);
        var full = last.FullSpan.End <= clause.End ? last : null;
        if (end < clause.End && !ReachesVerb(folded, end, clause.End)) return null;
        if (many || full is null && last.Span.End > clause.End) return null;
        var chunk = ChunkStart(folded, clause.Start, last.Span.Start);
        var before = folded[clause.Start..chunk];
        if (Prepositions.EndingAt(before, before.Length) > 0 && Openers.EndingAt(before, before.Length) == 0 && !IsTopic(before)) return null;
        // 记者对妻子说: a possessive between owns the one who speaks.
        if (IsOneOfMany(folded[end..clause.End])) return null;
        for (var i = end; i < clause.End; i++)
            if (Works.StartingAt(folded[..clause.End], i) > 0) viaWork = true;
        return Named(study, last);
    }

    private static bool ReachesVerb(ReadOnlySpan<char> folded, int from, int verb) =>
        NameSlots.ReportsAt(folded, from) is var length and > 0 && from + length > verb && !folded[from..verb].Contains('的');

    // Where the titles before a name begin: 南开大学医学院青年教师|申天宇.
    private static int ChunkStart(ReadOnlySpan<char> folded, int from, int name)
    {
        var start = name;
        while (start > from && IsChunkCharacter(folded[start - 1]) && !Relations.Contains(folded[start - 1]) && folded[start - 1] is not ('据' or '以')) start--;
        return start;
    }

    private static bool IsChunk(ReadOnlySpan<char> text)
    {
        if (text.Length > 40) return false;
        foreach (var c in text)
            if (!IsChunkCharacter(c) || "了着过把被对向给让请跟问说".Contains(c)) return false;
        return true;
    }

    private static bool IsChunkCharacter(char c) => CharacterClass.IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '、' or '“' or '”' or '《' or '》' or '(' or ')' or '·' or '-' or ' ' or '—';

    private static bool IsOneOfMany(ReadOnlySpan<char> after) => after.StartsWith("、") || after.StartsWith("和") || after.StartsWith("与") || after.StartsWith("等") || after.StartsWith("夫妇") || after.StartsWith("们");

    // 我国, 方式, 代表性, 我校: the noun begins another word.
    private static bool IsPartOfWord(ReadOnlySpan<char> folded, int at, int length)
    {
        var end = at + length;
        if (end >= folded.Length) return false;
        return folded[at..end] is "方" && (at == 0 || !"双各中美校对我".Contains(folded[at - 1]))
            || folded[at..end] is "我" && "国省市县校院们党军".Contains(folded[end]) && folded[end] != '们'
            || folded[at..end] is "代表" or "报告" or "评论" or "领导" or "通知" && "性着作力会大团".Contains(folded[end])
            || folded[at..end] is "青年" or "学生" or "教师" or "党员" or "干部" && "会团节部处工大中".Contains(folded[end]);
    }

    // 据李大山介绍, 在李大山看来: the preposition makes him the one who speaks.
    private static bool IsTopic(ReadOnlySpan<char> before) => before.EndsWith("据") || before.Length == 1 && before[0] == '在';

    private static bool OwnsWork(ReadOnlySpan<char> after, ref bool viaWork)
    {
        for (var i = 0; i <= 8 && i < after.Length; i++)
            if (WorkNouns.StartingAt(after, i) > 0 || Works.StartingAt(after, i) > 0) return viaWork = true;
        return false;
    }

    // 他, 她, 其 before a verb, 前者, 后者; 0 for none.
    private static int PronounAt(ReadOnlySpan<char> folded, int at)
    {
        switch (folded[at])
        {
            case '他' or '她':
                return !(at > 0 && folded[at - 1] is '其' or '吉' or '维' or '排') && !(at + 1 < folded.Length && folded[at + 1] is '们' or '人' or '乡' or '日' or '山') ? 1 : 0;
            case '前' or '后' when at + 1 < folded.Length && folded[at + 1] == '者' && !(at > 0 && folded[at - 1] is '先' or '随'):
                return 2;
            default:
                return 0;
        }
    }

    private Speaker? Pronoun(int at, int length)
    {
        var person = length == 2 ? antecedents.Former(at, study.Folded[at] == '后') : antecedents.Of(at);
        return person is null ? null : new Speaker(person.Canonical, study.Text[at..(at + length)], new TextSpan(at, length), MentionKind.Pronoun);
    }
}
