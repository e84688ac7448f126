// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

// Names by evidence, not by list: a family name with one or two characters after it is a person only where the document itself says so once -
// an honorific or an office beside it, a reporting verb after it at the start of a clause, or the same string again and again among different
// neighbours. What is accepted once is a mention everywhere. A missing name costs an empty speaker; a wrong one puts words into a mouth.
internal sealed class People
{
    internal static readonly PhraseTable Honorifics = new("同志 先生 女士 烈士 同学 老师 院士 夫妇");

    internal static readonly PhraseTable Offices = new(
        "书记 副书记 总书记 第一书记 主任 副主任 校长 副校长 院长 副院长 教授 副教授 讲师 局长 副局长 处长 副处长 科长 部长 副部长 主席 副主席 总理 司令员 政委 县长 副县长 市长 副市长 镇长 乡长 村长 区长 州长 省长 厅长 所长 队长 " +
        "连长 排长 班长 团长 师长 站长 厂长 行长 馆长 社长 台长 组长 秘书长 医生 大夫 护士 博士 硕士 总裁 经理 总经理 董事长 会长 理事长 主编 研究员 工程师 师傅 法官 检察官 律师 导演 教练 将军 院士 委员 代表 书记员 辅导员 指导员");

    private static readonly PhraseTable Before = new(
        "记者 学生 同学 村民 居民 群众 党员 干部 战士 职工 工人 农民 牧民 渔民 老人 老师 教师 妻子 丈夫 父亲 母亲 儿子 女儿 弟弟 哥哥 姐姐 妹妹 爱人 同事 战友 邻居 徒弟 师父 负责人 主持人 作家 诗人 画家 歌手 演员 专家 学者 烈士 英雄 模范 " +
        "劳模 楷模 秘书 助理 警察 民警 志愿者 支书 村支书 会计 队员 社员 组员 馆员 保洁员 宣讲员 讲解员 管理员 护林员 网格员 司机 创始人 带头人 传承人 获得者 毕业生 研究生 新生 校友 家长 店主 老板 顾客 患者 市民 网友 同志 读者 作者 编辑 青年 大学生 退休教师 老党员 学员 老乡 之子 之女 之妻 之父 之母 导师 师兄 师姐 学长 学姐 学弟 学妹 本科生 博士生 硕士生 医师 组委 班主任 房东 摊主 船长 机长 列车长 乘务员 快递员 售货员 营业员 理发师 厨师 设计师 架构师 农艺师 技术员 测量员 饲养员 炊事员 接线员 巡线员 守塔人 守井人");

    private static readonly PhraseTable VerbsBefore = new("学习 采访 号召 访问 慰问 邀请 看望 缅怀 纪念 悼念 感谢 跟随 陪同 向 对 以 与 和 跟 被 由 给 让 请 同 为 把 据 如 像 及 从 在 是 叫 到 使");

    private const string NotGiven = "的了是我你他她它这那们么吗呢吧啊人不没有在说也就都要会能可很和与或及从把被让给而且其之此每各某几两个什年月日时只";
    private const string AfterName = "在是的等和与及从自曾也都便就还又把被将对向为给说道因则正已用以一不没有到来去同带";
    private const string NounSurnames = "方高安程洪国";
    private const string Acts = "笑走坐站看听想问答讲写拿摆摇点擦拍抬低挥指望来去做当带领找送给拉握抱打开起接把被对向从告介表强认回主代负提参出进上下为因正已曾";
    private const string NoRepeats = "党文时安高和金方水石万千百全关能应常任从向于经单连解对过别成有如代原管平常边农牧计东包车门路白温华商古祖明蓝红";

    // 某某思想, 某某精神, 某某大学: the name is a part of another name.
    private static readonly PhraseTable NamedAfter = new("思想 理论 主义 精神 学说 路线 奖 奖章 故居 纪念馆 大学 学院 中学 小学 医院 号 班 连 公园 广场 路 基金 基金会 定律 文选 选集 著作 式");

    private readonly List<PersonMention> _mentions;

    private People(List<PersonMention> mentions, List<ModelName> seen) => (_mentions, Seen) = (mentions, seen);

    /// <summary>All mentions, ascending.</summary>
    public IReadOnlyList<PersonMention> Mentions => _mentions;

    /// <summary>All that the lexical model sees, people and other names, ascending; nothing where there is no model.</summary>
    public IReadOnlyList<ModelName> Seen { get; }

    /// <summary>Tells whether the model sees a person at a place.</summary>
    public bool IsSeen(TextSpan span)
    {
        int low = 0, high = Seen.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Seen[middle].Span.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        return low < Seen.Count && Seen[low].Span == span && Seen[low].Tag == ModelName.Person;
    }

    /// <summary>The mentions that begin inside a span, ascending.</summary>
    public IEnumerable<PersonMention> In(TextSpan span)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        for (; low < _mentions.Count && _mentions[low].Span.Start < span.End; low++) yield return _mentions[low];
    }

    /// <summary>The mention that begins or ends at an offset of the source; null for none.</summary>
    public PersonMention? EndingAt(int offset)
    {
        foreach (var mention in In(TextSpan.FromBounds(Math.Max(0, offset - 10), offset)))
            if (mention.Span.End == offset || mention.FullSpan.End == offset) return mention;
        return null;
    }

    /// <summary>Length of the office or trade that ends a text: it belongs to the name after it; 0 for none.</summary>
    public static int TitleBefore(ReadOnlySpan<char> text) => Math.Max(Offices.EndingAt(text, text.Length), Before.EndingAt(text, text.Length));

    public static People Find(StudyText text)
    {
        var folded = text.Folded.AsSpan();
        var evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        var lookup = evidence.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            var surname = Surnames.LengthAt(folded, i);
            if (NameSlots.MayBeSound(folded[i]) && SoundAt(folded, i) is var sound and > 0 || (sound = EthnicAt(folded, i)) > 0)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, folded.Slice(i, sound), out _) = new Evidence(1, 1, 1, ' ', ' ', false, false, 0);
            if (i == 0 || !CharacterClass.IsHan(folded[i - 1])) AddKnown(folded, i, lookup);
            if (surname == 0) continue;
            for (var given = 1; given <= 2; given++)
            {
                var end = i + surname + given;
                if (end > folded.Length) break;
                // 王可说: such a character is a given name by itself where a verb follows.
                if (!IsGiven(folded[i + surname]) && !(given == 1 && surname == 1 && LooseGiven.Contains(folded[i + 1]) && !Surnames.IsAlsoWord(folded[i]) && (i == 0 || !CharacterClass.IsHan(folded[i - 1])) && NameSlots.ReportsAt(folded, end) > 0) && !IsLooseMiddle(folded, i, surname)) break;
                if (given == 1 && IsLooseMiddle(folded, i, surname)) continue;
                if (!IsGiven(folded[end - 1]) && given == 2 && !(given == 2 && LooseGiven.Contains(folded[end - 1]) && (NameSlots.ReportsAt(folded, end) > 0 || NameSlots.IsHead(folded, end) || Honorifics.StartingAt(folded, end) > 0))) break;
                var seen = Look(folded, i, end, surname);
                if (seen == default) continue;
                ref var all = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, folded[i..end], out _);
                all = all.Add(seen);
            }
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sure = new HashSet<string>(StringComparer.Ordinal);           // by what stands beside them, not by repetition
        foreach (var (name, seen) in evidence)
        {
            if (seen.Sure > 0) { names.Add(name); sure.Add(name); }
            else if (!seen.IsRepeated || NoRepeats.Contains(name[0]) || WordDictionary.Default.Contains(name)) continue;
            else if (name.Length >= 3 || seen.IsOften && !Surnames.IsAlsoWord(name[0])) names.Add(name);
        }
        var mentions = Collect(text, names);
        if (text.Model is null)
        {
            PersonAliases.Add(text, mentions);
            return new People(mentions, []);
        }
        var ordinary = new HashSet<TextSpan>();
        var modelled = ModelNames.Find(text.Text, text.Model, ordinary);
        mentions = Join(text, mentions, sure, modelled, ordinary);
        PersonAliases.Add(text, mentions);
        return new People(mentions, modelled);
    }

    // 国父真纳说, 希尔盖表示: behind a title two characters are enough, where a clause begins with it three.
    private static int SoundAt(ReadOnlySpan<char> folded, int at)
    {
        if (NameSlots.PointedAt(folded, at) is var pointed and > 0) return pointed;
        if (!NameSlots.IsSound(folded[at])) return 0;
        if (TitleBefore(folded[..at]) > 0 || NameShapes.ForeignOffices.EndingAt(folded, at) > 0) return NameSlots.SoundAt(folded, at);
        return at == 0 || !CharacterClass.IsHan(folded[at - 1]) && folded[at - 1] is not ('·' or '、') ? NameSlots.SoundAt(folded, at, 3) : 0;
    }

    // 彝族青年|吉俄阿花|分享: behind a people and a trade a name of any characters reaches to the verb.
    private static int EthnicAt(ReadOnlySpan<char> folded, int at)
    {
        if (at < 3 || !CharacterClass.IsHan(folded[at]) || TitleBefore(folded[..at]) is not (> 0 and var title) || !folded[Math.Max(0, at - title - 6)..(at - title)].Contains('族')) return 0;
        for (var length = 0; length <= 6 && at + length < folded.Length; length++)
        {
            if (length >= 2 && (NameSlots.VerbAt(folded, at + length) > 0 || NameSlots.IsHead(folded, at + length))) return WordDictionary.Default.TagOf(folded.Slice(at, length)) is var tag && (tag.Length == 0 || tag.StartsWith("nr", StringComparison.Ordinal)) ? length : 0;
            if (!IsGiven(folded[at + length])) return 0;
        }
        return 0;
    }

    // 列宁在那里说: a foreign name that the dictionary has, where it speaks.
    private static void AddKnown(ReadOnlySpan<char> folded, int start, Dictionary<string, Evidence>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        for (var length = Math.Min(5, folded.Length - start); length >= 2; length--)
        {
            if (!CharacterClass.IsHan(folded[start + length - 1])) continue;
            var tag = WordDictionary.Default.TagOf(folded.Slice(start, length));
            if (tag is not ("nrt" or "nrfg") && !(tag == "nr" && Surnames.LengthAt(folded, start) == 0)) continue;
            if (NameSlots.ReportsAt(folded, start + length) > 0 || NameSlots.IsHead(folded, start + length))
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, folded.Slice(start, length), out _) = new Evidence(1, 1, 1, ' ', ' ', false, false, 1);
            return;
        }
    }

    private readonly record struct Evidence(int Sure, int Count, int Bounded, char Left, char Right, bool ManyLeft, bool ManyRight, int Clauses)
    {
        public bool IsOften => Count >= 5 && Clauses >= 3;

        public bool IsRepeated => Count >= 3 && Bounded >= 1 && ManyLeft && ManyRight;

        public Evidence Add(Evidence other) => new(Sure + other.Sure, Count + other.Count, Bounded + other.Bounded, other.Left, other.Right,
            ManyLeft || Count > 0 && Left != other.Left, ManyRight || Count > 0 && Right != other.Right, Clauses + other.Clauses);
    }

    private static Evidence Look(ReadOnlySpan<char> folded, int start, int end, int surname)
    {
        var left = start == 0 ? '\n' : folded[start - 1];
        var right = end == folded.Length ? '\n' : folded[end];
        var clause = !CharacterClass.IsHan(left);
        var title = !clause && (Offices.EndingAt(folded[..start], start) > 0 || Before.EndingAt(folded[..start], start) > 0);
        var verb = !clause && !title && VerbsBefore.EndingAt(folded[..start], start) > 0;
        // 学习|张伟 is not 习张伟: the family name must not finish a word of its left neighbour.
        if (!clause && !title && WordDictionary.Default.Contains(folded.Slice(start - 1, 2))) return default;
        // 向|张伟 is not 向张伟: of two family names in a row the first may be a word.
        if (!title && surname == 1 && end - start == 3 && Surnames.IsAlsoWord(folded[start]) && Surnames.LengthAt(folded, start + 1) > 0) return default;

        // 民主党|公关主任: nor a longer one.
        if (!clause && !title && surname == 1 && start > 1 && CharacterClass.IsHan(folded[start - 2]) && WordDictionary.Default.TagOf(folded.Slice(start - 2, 3)) is { Length: > 0 } longer && longer[0] == 'n' && !longer.StartsWith("nr", StringComparison.Ordinal)) return default;
        // 党员|王文轩, 党委|副书记: a trade before the name, an office behind a body.
        if (Before.StartingAt(folded, start) > surname || Offices.StartingAt(folded, end - 1) > Math.Max(1, Offices.StartingAt(folded, end))) return default;

        // 危先生, 王书记: a family name with an honorific is no whole name.
        if (Honorifics.StartingAt(folded, start + surname) > 0 || Offices.StartingAt(folded, start + surname) > 0) return default;

        // 谈话|中, 文件|里: a word and where in it.
        if (end - start == 3 && "中里上下内时".Contains(folded[end - 1]) && WordDictionary.Default.Contains(folded.Slice(start, 2))) return default;

        // 毕业生 is a trade though 毕 is a family name, and 周恩 is a piece of a name that the dictionary has whole.
        if (Before.Contains(folded[start..end]) || Offices.Contains(folded[start..end])) return default;
        if (end < folded.Length && end - start - surname == 1 && WordDictionary.Default.Contains(folded[start..(end + 1)])) return default;

        // 说的人是谁, by both sides: 某公司财务总监|吕显洲|：“…”
        // 罗磊|回答: the verb is the longer one; 王杨|铿锵有力地说, 总书记关切|询问, 杨桐|作为: what goes on from the last character is a word.
        var direct = NameSlots.VerbAt(folded, end);
        if (end - start - surname == 2 && NameSlots.VerbAt(folded, end - 1) is var earlier and > 1 && earlier >= direct) return default;
        if (end - start - surname == 2 && folded[end - 1] == '以' && folded[end..Math.Min(folded.Length, end + 1)] is "“" or "《" or "「") return default;
        var breaks = end - start - surname == 2 && end < folded.Length && CharacterClass.IsHan(right) && WordDictionary.Default.Contains(folded.Slice(end - 1, 2));
        if (breaks && end - start == 3 && WordDictionary.Default.TagOf(folded.Slice(start, 2)) is { Length: > 0 } begun && !begun.StartsWith("nr", StringComparison.Ordinal) && WordDictionary.Default.TagOf(folded[start..end]).Length == 0) return default;
        var reports = direct > 0 || !breaks && NameSlots.ReportsAt(folded, end) > 0;
        var heads = NameSlots.IsHead(folded, end) && left != '、';
        var honorific = Honorifics.StartingAt(folded, end) > 0;
        var isShort = end - start - surname == 1;
        var tag = WordDictionary.Default.TagOf(folded[start..end]);
        var ordinary = tag.Length > 0 && !tag.StartsWith("nr", StringComparison.Ordinal);
        var known = !isShort && !ordinary && tag.Length > 0;
        var alsoWord = surname == 1 && Surnames.IsAlsoWord(folded[start]);
        var strong = reports || heads || honorific;
        // 妻子|方志远|因病: these words are nouns, which stand in front of no name, and what follows goes on behind one.
        var noun = title && !isShort && !ordinary && NounSurnames.Contains(folded[start]) && AfterName.Contains(right);
        if (alsoWord && !known && !noun && !(isShort && title && (reports || heads) && tag.Length == 0) && !(title && strong || IsCalled(folded, start) ? !isShort && !WordDictionary.Default.Contains(folded[(start + 1)..end]) : HasOwnGiven(folded, start, end) || title && isShort && !CharacterClass.IsHan(right))) return default;
        if ("院部局处班系厂镇县".Contains(folded[end - 1])) return default;
        var introduced = !clause && NameSlots.IsIntroduced(folded, start, alsoBody: !isShort || honorific);

        // 学生|和教员: a family name that is also a word needs a clear end as well.
        if (title && alsoWord && !known && !strong && CharacterClass.IsHan(right) && !noun) return default;

        var office = !honorific && Offices.StartingAt(folded, end) > 0;
        var open = !CharacterClass.IsHan(right) || AfterName.Contains(right) && !breaks;
        // 村支书马德山|擦汗: an office before it, three characters, and the last of them begins no word.
        var full = title && !ordinary && end - start == 3 && !Acts.Contains(folded[end - 1]) && CharacterClass.IsHan(right) && !WordDictionary.Default.Contains(folded.Slice(end - 1, 2));
        // 学生|于喆|说: a family name that is a word too, but beside a trade and a verb, and together no word.
        var clear = isShort && alsoWord && title && (reports || heads) && tag.Length == 0;
        var sure = clear || honorific && (!ordinary || tag != "n" && (clause || title || verb)) && !(alsoWord && isShort && !title)
            || office && !ordinary && (clause || title || verb || known || introduced && !alsoWord)
            || title && (open || reports || heads) && !(ordinary && isShort)
            || introduced && (reports || heads) && !ordinary && !(isShort && alsoWord)
            || introduced && !isShort && !ordinary && !CharacterClass.IsHan(right) && left is not ('的' or '之') && HasOwnGiven(folded, start, end)
            || introduced && !isShort && !ordinary && !alsoWord && !CharacterClass.IsHan(right) && left is '家' or '者' or '员' or '师' or '长' or '手' or '匠' or '生' && NameSlots.IsIntroduced(folded, start, false)
            || !isShort && !ordinary && !CharacterClass.IsHan(right) && IsCalled(folded, start)
            || isShort && heads && !ordinary && !alsoWord && NameSlots.IsIntroduced(folded, start, true)
            || isShort && reports && tag.Length == 0 && !alsoWord && left == '的' && NameSlots.EndsBody(folded, start - 1)
            || clause && heads && !ordinary && !(isShort && alsoWord) || full
            || known && (clause || title || introduced) && (reports || heads || open)
            || known && clause && !breaks && !alsoWord && HasOwnGiven(folded, start, end)
            || clause && reports && !ordinary && left != '、' && !(isShort && alsoWord)
            || clause && left != '、' && !breaks && !alsoWord && tag.Length == 0 && Acts.Contains(right) && SpeaksLater(folded, end) && (!isShort || HasAgain(folded, start, end));
        return new Evidence(sure ? 1 : 0, 1, clause && (open || reports || honorific || Acts.Contains(right)) ? 1 : 0, left, right, false, false, clause ? 1 : 0);
    }

    // 邱朴走过来，看了一眼，说：“…”: who opens the sentence and acts in it speaks at its end.
    private static bool SpeaksLater(ReadOnlySpan<char> folded, int end)
    {
        var window = folded[end..Math.Min(folded.Length, end + 40)];
        var colon = window.IndexOfAny(":。!?;\n“");
        return colon > 0 && NameSlots.IsHead(folded, end + colon);
    }

    // The same characters open another clause near by.
    private static bool HasAgain(ReadOnlySpan<char> folded, int start, int end)
    {
        var name = folded[start..end];
        var window = folded[Math.Max(0, start - 3000)..Math.Min(folded.Length, end + 3000)];
        for (var at = 1; at + name.Length <= window.Length; at++)
        {
            var step = window[at..].IndexOf(name);
            if (step < 0) return false;
            at += step;
            if (Math.Max(0, start - 3000) + at != start && !CharacterClass.IsHan(window[at - 1])) return true;
        }
        return false;
    }

    // 和|教员, 应|该: what follows a family name that is a word of every sentence must be no word, nor make one with it.
    private static bool HasOwnGiven(ReadOnlySpan<char> folded, int start, int end) =>
        end - start == 3 && !WordDictionary.Default.Contains(folded[(start + 1)..end]) && !WordDictionary.Default.Contains(folded.Slice(start, 2));

    // 叫郝一帆, 名叫水生福.
    private static bool IsCalled(ReadOnlySpan<char> folded, int start) => start > 1 && folded[start - 1] is '叫' && !"喊大吼惊号".Contains(folded[start - 2]);

    // Characters that end few names, and those only where the place tells that a name ends there.
    private const string LooseGiven = "可之年月时能有人";

    private static bool IsGiven(char c) => c is >= '\u4E00' and <= '\u9FFF' && !NotGiven.Contains(c);

    // 周其林|表示: a character of every sentence is a given name's first where the place tells that a name of three ends there, and no word is broken.
    private static bool IsLooseMiddle(ReadOnlySpan<char> folded, int at, int surname)
    {
        var end = at + surname + 2;
        return surname == 1 && end <= folded.Length && "其之可有能年时而月因人日".Contains(folded[at + 1]) && !Surnames.IsAlsoWord(folded[at]) && IsGiven(folded[end - 1])
            && (at == 0 || !CharacterClass.IsHan(folded[at - 1]) || TitleBefore(folded[..at]) > 0) && (NameSlots.VerbAt(folded, end) > 0 || NameSlots.IsHead(folded, end) || Honorifics.StartingAt(folded, end) > 0)
            && HasOwnGiven(folded, at, end) && NameSlots.VerbAt(folded, end - 1) == 0;
    }

    private static readonly PhraseTable Called = new(
        "先生 女士 老师 同学 教授 院士 师傅 医生 大夫 同志 老先生 老太太 奶奶 爷爷 大爷 大妈 大娘 大婶 大叔 大伯 老伯 老伯伯 伯伯 阿姨 叔叔 大姐 大哥 大嫂 老师傅 老汉 老太 伯 婶 嫂 婆 老大 老二 老三 老四 老五 老六 老七 老八 老九 老幺 " +
        "书记 主任 校长 院长 局长 处长 科长 部长 主席 总理 县长 市长 镇长 乡长 村长 区长 省长 厅长 所长 队长 连长 排长 班长 团长 站长 厂长 行长 馆长 社长 组长 博士 总 工 经理 董事长 会长 主编 律师 导演 教练 将军 支书 总书记");

    // The people that the model sees, and those of the rules that it does not speak against: the model reads whole clauses, so where both see somebody it
    // knows better where the name ends, and a person whom it never sees needs more than a family name (a word that names something else: 荣获, 白皮书).
    private static List<PersonMention> Join(StudyText text, List<PersonMention> mentions, HashSet<string> sure, List<ModelName> seen, HashSet<TextSpan> ordinary)
    {
        var folded = text.Folded.AsSpan();
        var all = new List<PersonMention>(mentions.Count + seen.Count);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in seen)
            if (name.Tag == ModelName.Person) named.Add(text.Folded[name.Span.Start..name.Span.End]);
        var lookup = named.GetAlternateLookup<ReadOnlySpan<char>>();
        var surely = sure.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = 0;
        foreach (var mention in mentions)
        {
            while (next < seen.Count && seen[next].Span.End <= mention.Span.Start) AddSeen(next++);
            var other = next < seen.Count && seen[next].Span.Start < mention.Span.End ? seen[next] : default;
            var name = folded[mention.Span.Start..mention.Span.End];
            if (other.Tag is null)
            {
                if (mention.IsNested || lookup.Contains(name) || IsShortForm(name) || !ordinary.Contains(mention.Span) && IsShown(folded, mention, surely.Contains(name))) all.Add(mention);
            }
            else if (mention.Span == other.Span && other.Tag == ModelName.Person) { all.Add(mention); next++; }
            // 路|青禾, 旦增|罗布: the model sees the end of what the text shows to be a name.
            else if (mention.Span.Start < other.Span.Start && mention.Span.End == other.Span.End && other.Tag != ModelName.Organisation && surely.Contains(name)) { all.Add(mention); next++; }
            // 记者李|锋: what was a name elsewhere is one here.
            else if (other.Tag == ModelName.Person && lookup.Contains(name) && !lookup.Contains(folded[other.Span.Start..other.Span.End])) all.Add(mention);
        }
        while (next < seen.Count) AddSeen(next++);
        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return all;

        void AddSeen(int i)
        {
            var span = seen[i].Span;
            if (seen[i].Tag != ModelName.Person) return;
            var honorific = Honorifics.StartingAt(text.Folded, span.End) is var length and > 0 ? length : Offices.StartingAt(text.Folded, span.End);
            all.Add(new PersonMention(span.In(text.Text), span, new TextSpan(span.Start, span.Length + honorific), false));
        }
    }

    // 老滕, 危先生, 总书记: the rules give one only where it can be one.
    private static bool IsShortForm(ReadOnlySpan<char> name) =>
        name[0] is '老' or '小' or '阿' && name.Length == 2 || name is "总书记" || Surnames.LengthAt(name, 0) is var surname and > 0 && IsTitled(name, surname);

    // 朱治国同志, 村民危大有: shown by what stands beside it, and no word that names something else.
    private static bool IsShown(ReadOnlySpan<char> folded, PersonMention mention, bool sure)
    {
        var name = folded[mention.Span.Start..mention.Span.End];
        var tag = WordDictionary.Default.TagOf(name);
        if (tag.Length > 0 && !tag.StartsWith("nr", StringComparison.Ordinal)) return false;
        return sure || mention.FullSpan.Length > mention.Span.Length || TitleBefore(folded[..mention.Span.Start]) > 0 || Called.EndingAt(folded, mention.Span.End) > 0
            || NameSlots.ReportsAt(folded, mention.FullSpan.End) > 0 || NameSlots.IsHead(folded, mention.FullSpan.End);
    }

    private static List<PersonMention> Collect(StudyText text, HashSet<string> names)
    {
        var folded = text.Folded.AsSpan();
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        var mentions = new List<PersonMention>();
        var starts = names.Select(name => name[0]).ToHashSet();
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            var surname = Surnames.LengthAt(folded, i);
            var found = 0;
            if (surname > 0 || starts.Contains(folded[i]))
            {
                for (var length = Math.Min(9, folded.Length - i); length >= 2; length--)
                {
                    if (!lookup.TryGetValue(folded.Slice(i, length), out var name)) continue;
                    if (i > 0 && length == 2 && CharacterClass.IsHan(folded[i - 1]) && WordDictionary.Default.Contains(folded.Slice(i - 1, 2)) && Before.EndingAt(folded, i) == 0 && Offices.EndingAt(folded, i) == 0) continue;
                    var span = new TextSpan(i, length);
                    if (!canonical.TryGetValue(name, out var shown)) canonical.Add(name, shown = span.In(text.Text));
                    var honorific = Honorifics.StartingAt(folded, span.End) is var h and > 0 ? h : Offices.StartingAt(folded, span.End);
                    mentions.Add(new PersonMention(shown, span, new TextSpan(i, length + honorific), IsInsideAnotherName(folded[(span.End + honorific)..], honorific > 0)));
                    found = length + honorific;
                    break;
                }
            }
            if (found == 0 && TitledAt(folded, i, surname) is var titled and > 0)
            {
                var span = new TextSpan(i, titled);
                mentions.Add(new PersonMention(Whole(mentions, folded, i, surname, titled) ?? span.In(text.Text), span, span, IsInsideAnotherName(folded[span.End..])));
                found = titled;
            }
            if (found > 0) i += found - 1;
        }
        return mentions;
    }

    // 危先生, 周院长, 段奶奶, 老滕说: a family name with what the person is called by; the one who has it of those named before, else just that.
    private static int TitledAt(ReadOnlySpan<char> folded, int at, int surname)
    {
        if (surname == 0)
        {
            if (folded[at] is '总' && folded[at..].StartsWith("总书记")) return at > 0 && CharacterClass.IsHan(folded[at - 1]) && !"在是向对由和与记着照,".Contains(folded[at - 1]) ? 0 : 3;
            // 老滕, 小林: only where they speak.
            if (folded[at] is not ('老' or '小' or '阿') || at + 2 > folded.Length || Surnames.LengthAt(folded, at + 1) != 1 || WordDictionary.Default.TagOf(folded.Slice(at, 2)) is { Length: > 0 } tag && !tag.StartsWith("nr", StringComparison.Ordinal)) return 0;
            if (at > 0 && CharacterClass.IsHan(folded[at - 1]) && !NameSlots.IsIntroduced(folded, at, false)) return 0;
            return NameSlots.ReportsAt(folded, at + 2) > 0 || NameSlots.IsHead(folded, at + 2) || at > 0 && NameSlots.IsIntroduced(folded, at, false) ? 2 : 0;
        }
        if (at + surname >= folded.Length) return 0;
        if (Surnames.IsAlsoWord(folded[at]) && surname == 1 && !(at > 0 && folded[at - 1] is '的' or '位' && folded[at + 1] == '老')) return 0;
        var called = Called.StartingAt(folded, at + surname);
        if (called == 0 && folded[at + surname] == '老') called = Called.StartingAt(folded, at + surname + 1) is var c and > 0 ? c + 1 : NameSlots.ReportsAt(folded, at + surname + 1) > 0 ? 1 : 0;
        if (called == 0 || WordDictionary.Default.Contains(folded.Slice(at, surname + called)) && called < 2) return 0;
        if (WordDictionary.Default.TagOf(folded.Slice(at, surname + called)) is { Length: > 0 } whole && !whole.StartsWith("nr", StringComparison.Ordinal) && !(called >= 2 && !"党国班车连军校院队省市县区厂路段房".Contains(folded[at]))) return 0;
        if (at == 0 || !CharacterClass.IsHan(folded[at - 1])) return surname + called;
        return "的位名个叫是".Contains(folded[at - 1]) || VerbsBefore.EndingAt(folded, at) > 0 || NameSlots.IsIntroduced(folded, at, false) ? surname + called : 0;
    }

    /// <summary>Tells whether a name is a family name with what the person is called by: 屈书记, 段奶奶, 周老.</summary>
    internal static bool IsTitled(ReadOnlySpan<char> name, int surname) => name.Length > surname && (Called.EndingAt(name, name.Length) is var called && called == name.Length - surname && called > 0 || name[surname..] is "老" || name[surname] == '老' && Called.Contains(name[(surname + 1)..]));

    private static string? Whole(List<PersonMention> before, ReadOnlySpan<char> folded, int at, int surname, int length)
    {
        string? nearest = null;
        var many = false;
        for (var i = before.Count - 1; i >= 0 && i >= before.Count - 400; i--)
        {
            var mention = before[i];
            if (mention.IsNested) continue;
            var called = mention.FullSpan.Length > mention.Span.Length ? folded[mention.Span.End..mention.FullSpan.End] : default;
            if (surname == 0) { if (folded[at] == '总' && called.SequenceEqual("总书记")) return mention.Canonical; continue; }
            if (mention.Span.Length < surname + 1 || !folded.Slice(mention.Span.Start, surname).SequenceEqual(folded.Slice(at, surname))) continue;
            if (called.Length > 0 && folded.Slice(at + surname, length - surname).EndsWith(called)) return mention.Canonical;
            if (mention.FullSpan.Length == mention.Span.Length && Called.EndingAt(folded, mention.Span.End) > 0) continue;
            many |= nearest is not null && nearest != mention.Canonical;
            nearest ??= mention.Canonical;
        }
        return many ? null : nearest;
    }

    // 白求恩国际和平医院, but 习近平总书记视察南开大学: behind an office other names begin anew.
    internal static bool IsInsideAnotherName(ReadOnlySpan<char> after, bool isTitled = false)
    {
        if (after.StartsWith("新时代")) return true;
        for (var i = 0; i <= (isTitled ? 0 : 4) && i < after.Length && CharacterClass.IsHan(after[i]) && !NotGiven.Contains(after[i]); i++)
            if (NamedAfter.StartingAt(after, i) is var length and > 0 && (i == 0 || length > 1)) return true;
        return false;
    }
}
