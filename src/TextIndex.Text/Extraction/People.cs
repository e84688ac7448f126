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
    private static readonly PhraseTable Honorifics = new("同志 先生 女士 烈士 同学 老师 院士 夫妇");

    private static readonly PhraseTable Offices = new(
        "书记 副书记 总书记 第一书记 主任 副主任 校长 副校长 院长 副院长 教授 副教授 讲师 局长 副局长 处长 副处长 科长 部长 副部长 主席 副主席 总理 司令员 政委 县长 副县长 市长 副市长 镇长 乡长 村长 区长 州长 省长 厅长 所长 队长 " +
        "连长 排长 班长 团长 师长 站长 厂长 行长 馆长 社长 台长 组长 秘书长 医生 大夫 护士 博士 硕士 总裁 经理 总经理 董事长 会长 理事长 主编 研究员 工程师 师傅 法官 检察官 律师 导演 教练 将军 院士 委员 代表 书记员 辅导员 指导员");

    private static readonly PhraseTable Before = new(
        "记者 学生 同学 村民 居民 群众 党员 干部 战士 职工 工人 农民 牧民 渔民 老人 老师 教师 妻子 丈夫 父亲 母亲 儿子 女儿 弟弟 哥哥 姐姐 妹妹 爱人 同事 战友 邻居 徒弟 师父 负责人 主持人 作家 诗人 画家 歌手 演员 专家 学者 烈士 英雄 模范 " +
        "劳模 楷模 秘书 助理 警察 民警 志愿者 支书 村支书 会计 队员 社员 组员 馆员 保洁员 宣讲员 讲解员 管理员 护林员 网格员 司机 创始人 带头人 传承人 获得者 毕业生 研究生 新生 校友 家长 店主 老板 顾客 患者 市民 网友 同志 读者 作者 编辑 青年 大学生 退休教师 老党员");

    private static readonly PhraseTable ReportVerbs = new(
        "说 说道 表示 指出 强调 告诉 介绍 介绍说 认为 坦言 回忆 回忆说 感慨 感叹 写道 讲述 讲道 谈到 提到 提出 答道 问道 笑着说 解释 透露 呼吁 叮嘱 告诫 勉励 回答 曾说 常说 总说 常常说 经常说 曾多次 曾经说 代表 作 致辞 发言 主持 接受");

    private static readonly PhraseTable VerbsBefore = new("学习 采访 号召 访问 慰问 邀请 看望 缅怀 纪念 悼念 感谢 跟随 陪同 向 对 以 与 和 跟 被 由 给 让 请 同 为 把 据 如 像 及 从 在 是 叫 到 使");

    private const string NotGiven = "的了是我你他她它这那们么吗呢吧啊人不没有在说也就都要会能可很和与或及从把被让给而且其之此每各某几两个什年月日时";
    private const string AfterName = "在是的等和与及从自曾也都便就还又把被将对向为给说道因则正已用以一不没有到来去同带";
    private const string Acts = "笑走坐站看听想问答讲写拿摆摇点擦拍抬低挥指望来去做当带领找送给拉握抱打开起接把被对向从告介表强认回主代负提参出进上下为因正已曾";
    private const string NoRepeats = "党文时安高和金方水石万千百全关能应常任从向于经单连解对过别成有如代原管平常边农牧计东包车门路白温华商古祖明蓝红";

    // 某某思想, 某某精神, 某某大学: the name is a part of another name.
    private static readonly PhraseTable NamedAfter = new("思想 理论 主义 精神 学说 路线 奖 奖章 故居 纪念馆 大学 学院 中学 小学 医院 号 班 连 公园 广场 路 基金 基金会 定律 文选 选集 著作 式");

    private readonly List<PersonMention> _mentions;

    private People(List<PersonMention> mentions) => _mentions = mentions;

    /// <summary>All mentions, ascending.</summary>
    public IReadOnlyList<PersonMention> Mentions => _mentions;

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
            if (surname == 0) continue;
            for (var given = 1; given <= 2; given++)
            {
                var end = i + surname + given;
                if (end > folded.Length || !IsGiven(folded[i + surname]) || !IsGiven(folded[end - 1])) break;
                var seen = Look(folded, i, end, surname);
                if (seen == default) continue;
                ref var all = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, folded[i..end], out _);
                all = all.Add(seen);
            }
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, seen) in evidence)
            if (seen.Sure > 0 || seen.IsRepeated && name.Length >= 3 && !NoRepeats.Contains(name[0]) && !WordDictionary.Default.Contains(name)) names.Add(name);
        return new People(names.Count == 0 ? [] : Collect(text, names));
    }

    private readonly record struct Evidence(int Sure, int Count, int Bounded, char Left, char Right, bool ManyLeft, bool ManyRight)
    {
        public bool IsRepeated => Count >= 3 && Bounded >= 1 && ManyLeft && ManyRight;

        public Evidence Add(Evidence other) => new(Sure + other.Sure, Count + other.Count, Bounded + other.Bounded, other.Left, other.Right,
            ManyLeft || Count > 0 && Left != other.Left, ManyRight || Count > 0 && Right != other.Right);
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
        if (surname == 1 && end - start == 3 && Surnames.IsAlsoWord(folded[start]) && Surnames.LengthAt(folded, start + 1) > 0) return default;

        // 危先生, 王书记: a family name with an honorific is no whole name.
        if (Honorifics.StartingAt(folded, start + surname) > 0 || Offices.StartingAt(folded, start + surname) > 0) return default;

        // 毕业生 is a trade though 毕 is a family name, and 周恩 is a piece of a name that the dictionary has whole.
        if (Before.Contains(folded[start..end]) || Offices.Contains(folded[start..end])) return default;
        if (end < folded.Length && end - start - surname == 1 && WordDictionary.Default.Contains(folded[start..(end + 1)])) return default;

        // 学生|和教员: a family name that is also a word needs a clear beginning.
        if (title && Surnames.IsAlsoWord(folded[start])) return default;

        var ordinary = WordDictionary.Default.Contains(folded[start..end]);
        var honorific = Honorifics.StartingAt(folded, end) > 0;
        var office = !honorific && Offices.StartingAt(folded, end) > 0;
        var open = !CharacterClass.IsHan(right) || AfterName.Contains(right);
        var reports = ReportVerbs.StartingAt(folded, end) > 0;
        // 马德山：“…”: who stands alone before a colon and words speaks them.
        var heads = clause && right == ':' && end + 1 < folded.Length && folded[end + 1] is '“' or '「' or '"' && left != '、';
        // 村支书马德山|擦汗: an office before it, three characters, and the last of them begins no word.
        var full = title && !ordinary && end - start == 3 && !Acts.Contains(folded[end - 1]) && CharacterClass.IsHan(right) && !WordDictionary.Default.Contains(folded.Slice(end - 1, 2));
        var isShort = end - start - surname == 1;
        var sure = honorific && (!ordinary || clause || title || verb)
            || office && !ordinary && (clause || title || verb)
            || title && (open || reports) && !(ordinary && isShort)
            || heads && !ordinary || full
            || clause && reports && !ordinary && left != '、' && !(isShort && Surnames.IsAlsoWord(folded[start]));
        return new Evidence(sure ? 1 : 0, 1, clause && (open || reports || honorific) ? 1 : 0, left, right, false, false);
    }

    private static bool IsGiven(char c) => c is >= '\u4E00' and <= '\u9FFF' && !NotGiven.Contains(c);

    private static List<PersonMention> Collect(StudyText text, HashSet<string> names)
    {
        var folded = text.Folded.AsSpan();
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        var mentions = new List<PersonMention>();
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (Surnames.LengthAt(folded, i) == 0) continue;
            for (var length = Math.Min(4, folded.Length - i); length >= 2; length--)
            {
                if (!lookup.TryGetValue(folded.Slice(i, length), out var name)) continue;
                if (i > 0 && length == 2 && CharacterClass.IsHan(folded[i - 1]) && WordDictionary.Default.Contains(folded.Slice(i - 1, 2)) && Before.EndingAt(folded, i) == 0 && Offices.EndingAt(folded, i) == 0) continue;
                var span = new TextSpan(i, length);
                if (!canonical.TryGetValue(name, out var shown)) canonical.Add(name, shown = span.In(text.Text));
                var honorific = Honorifics.StartingAt(folded, span.End) is var h and > 0 ? h : Offices.StartingAt(folded, span.End);
                mentions.Add(new PersonMention(shown, span, new TextSpan(i, length + honorific), IsInsideAnotherName(folded[span.End..])));
                i = span.End - 1;
                break;
            }
        }
        return mentions;
    }

    private static bool IsInsideAnotherName(ReadOnlySpan<char> after)
    {
        if (after.StartsWith("新时代")) return true;
        for (var i = 0; i <= 4 && i < after.Length && CharacterClass.IsHan(after[i]) && !NotGiven.Contains(after[i]); i++)
            if (NamedAfter.StartingAt(after, i) is var length and > 0 && (i == 0 || length > 1)) return true;
        return false;
    }
}
