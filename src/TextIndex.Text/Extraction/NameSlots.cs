// SPDX-License-Identifier: MIT
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

// The places where a text says who speaks: what may stand before a name there (an office, a trade, 某校某班的) and what after it (an adverb or two and a
// reporting verb, a colon with words). Both sides together make a name of characters that are none elsewhere.
internal static class NameSlots
{
    private static readonly PhraseTable Verbs = new(
        "说 说道 说过 说到 说起 表示 指出 强调 告诉 介绍 介绍说 介绍道 介绍到 认为 坦言 直言 回忆 回忆说 回忆道 感慨 感叹 感言 写道 写下 写到 讲述 讲道 讲 讲到 谈到 谈道 谈起 谈及 提到 提出 回答道 答道 答 问道 问 解释 解释说 解释道 透露 呼吁 叮嘱 嘱咐 告诫 勉励 回答 " +
        "致辞 发言 补充 补充道 总结 总结道 评价 称赞 赞叹 赞扬 提醒 反问 追问 喊 喊道 喊出 笑道 叹道 应道 道 分享 分享道 描述 倾诉 自述 宣布 宣告 建议 希望 期待 期望 寄语 留言 感悟 坦承 点评 调侃 打趣 吐露 宣称 声称 主张 断言 插话 吩咐 劝 安慰 鼓励 深有感触 深有体会 如是说 吼 嘀咕 念叨 常讲 常说 说到 点赞 表态 回应 感慨道 感叹道 提醒道 叮嘱道 强调说 笑说 直言道 批示 作出批示 作出指示 算过");

    private static readonly PhraseTable Adverbs = new(
        "当即 随即 立即 立刻 第一时间 纷纷 接受采访时 也 则 还 又 再 曾 曾经 就 便 却 才 并 常 常常 经常 总 总是 只 直 先 后来 随后 接着 最后 最终 明确 公开 特别 反复 多次 再三 一再 再次 进一步 同时 同样 这样 如此 如是 笑着 哭着 流着泪 含泪 哽咽着 激动地 高兴地 自豪地 骄傲地 深情地 动情地 感慨地 淡淡地 轻轻地 慢慢地 " +
        "认真地 严肃地 幽默地 风趣地 谦虚地 坚定地 由衷地 兴奋地 无奈地 遗憾地 欣慰地 满意地 微笑着 笑笑 摇摇头 点点头 摆摆手 摇着头 点着头 摆着手 挥挥手 深有感触地 深有体会地 不无感慨地 语重心长地 斩钉截铁地 满怀深情地 意味深长地 亲切地 不止一次 不止一次地 这么 那么 这样地 满怀信心地 " +
        "明确地 一直 始终 依然 仍然 仍 已 已经 当场 当时 至今 如今 现在 今天 昨天 当天 近日 日前 难掩激动地 难掩激动 抢着 忍不住 不禁 不由 连连 连声 大声 小声 轻声 低声 高声 悄悄 亲口 亲自 自己 一句 一句话 郑重 庄严 严肃 坦率 坦诚 由衷 动情 深情 激动 骄傲 自豪 深有感触 深有体会 含含糊糊地 憨厚地 " +
        "向记者 对记者 告诉记者 对大家 向大家 对我 对我们 跟我 跟记者 和记者 同记者 对他 对她 问我 问他 问她");

    // The last character of a trade or an office that stands before a name.
    private const string RoleEnds = "员长生师家者授士工人记任理队手友席委监使帅夫表臣官星嫂伯哥姐弟妹爸妈父母妻子女婿徒兵医护警匠农商客主办事总裁督察";

    // The last characters of a body that a person belongs to: 某县某镇某村|张方武.
    private static readonly PhraseTable BodyEnds = new("班 级 院 系 部 处 局 厅 司 科 室 股 社 会 所 站 厂 村 镇 乡 县 市 区 省 州 校 馆 队 组 团 中心 公司 集团 大学 学院 中学 小学 支部 党委 银行 医院 法院 协会 学会 联盟 专业 团队 小组 寨 街道 社区 基地 研究院 年级");

    private const string Transliterated =
        "阿埃艾爱安奥巴白保贝比彼波伯布查达戴德蒂丁杜多恩尔法费夫弗福盖戈格哈海赫亨霍基吉加贾杰金卡凯柯科克库拉莱兰朗勒雷里利林卢鲁路伦罗洛马麦曼梅蒙米密莫默姆穆纳南内尼努诺欧帕佩皮普齐奇乔切萨塞森沙山什史舒斯苏索塔泰坦汤特提廷图托瓦万威韦维温沃乌武西希锡夏谢雅亚扬耶伊易因英尤于约泽扎兹佐" +
        "桑玛增旦次仁央宗嘎才让平措顿珠卓江木买热依孜古丽力旺久姆益娜丹罗坚赞吾买江迪哎甫提汗提肉";

    /// <summary>Tells whether a foreign name can begin with a character.</summary>
    public static bool MayBeSound(char c) => SoundCharacters.Contains(c) || PointedCharacters.Contains(c);

    /// <summary>Tells whether a character shows a foreign name by itself, without a point between its parts.</summary>
    public static bool IsSound(char c) => SoundCharacters.Contains(c);

    private static readonly System.Buffers.SearchValues<char> SoundCharacters = System.Buffers.SearchValues.Create(Transliterated);

    /// <summary>Length of a reporting verb, adverbs before it included, that begins at an offset; 0 for none.</summary>
    public static int ReportsAt(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        for (var adverbs = 0; adverbs < 4 && at < folded.Length; adverbs++)
        {
            if (Verbs.StartingAt(folded, at) is var verb and > 0 && !IsOtherWord(folded, at, verb)) return at + verb - start;
            var adverb = Adverbs.StartingAt(folded, at);
            if (adverb == 0) adverb = Circumstance(folded, at);
            if (adverb == 0) adverb = Manner(folded, at);
            if (adverb == 0) return 0;
            at += adverb;
        }
        return 0;
    }

    /// <summary>Length of a reporting verb that begins directly at an offset; 0 for none.</summary>
    public static int VerbAt(ReadOnlySpan<char> folded, int at) => at < folded.Length && Verbs.StartingAt(folded, at) is var verb and > 0 && !IsOtherWord(folded, at, verb) ? verb : 0;

    // 说明, 讲话, 问题, 道路: the verb begins another word.
    private static bool IsOtherWord(ReadOnlySpan<char> folded, int at, int length)
    {
        if (length > 1 || at + 1 >= folded.Length) return false;
        var next = folded[at + 1];
        return folded[at] switch
        {
            '说' => "明法服理教".Contains(next),
            '讲' => "话座师台解课坛义学".Contains(next),
            '问' => "题卷世鼎".Contains(next),
            '道' => next is not (':' or ',' or '“' or '「' or '。' or '"'),
            '答' => "案卷题辩应复谢".Contains(next),
            '劝' => "说阻退返导".Contains(next),
            _ => false,
        };
    }

    // 在会上, 在接受采访时, 向记者, 对妻子.
    private static int Circumstance(ReadOnlySpan<char> folded, int at)
    {
        if (folded[at] is '在' or '于' or '从')
        {
            var limit = Math.Min(folded.Length, at + 20);
            for (var i = at + 2; i < limit; i++)
            {
                var c = folded[i];
                if (c is '《' or '》') continue;
                if (!CharacterClass.IsHan(c) && !char.IsAsciiLetterOrDigit(c)) return 0;
                if ("上中里时后下间前处会贴圈页".Contains(c) && !(i + 1 < limit && "上中里时后下间前".Contains(folded[i + 1])) && StartsReport(folded, i + 1)) return i + 1 - at;
            }
            return 0;
        }
        if (folded[at] is '对' or '向' or '跟' or '给' or '同')
        {
            for (var i = at + 2; i <= at + 7 && i < folded.Length; i++)
            {
                if (!CharacterClass.IsHan(folded[i - 1])) return 0;
                if (StartsReport(folded, i)) return i - at;
            }
        }
        return 0;
    }

    private static bool StartsReport(ReadOnlySpan<char> folded, int at) =>
        at < folded.Length && (Verbs.StartingAt(folded, at) is var verb and > 0 && !IsOtherWord(folded, at, verb) || Adverbs.StartingAt(folded, at) > 0);

    // 语气坚定地: up to six characters that end with 地.
    private static int Manner(ReadOnlySpan<char> folded, int at)
    {
        for (var i = at + 1; i <= at + 6 && i < folded.Length; i++)
        {
            if (!CharacterClass.IsHan(folded[i])) return 0;
            if (folded[i] == '地' && i >= at + 2 && StartsReport(folded, i + 1)) return i + 1 - at;
        }
        return 0;
    }

    /// <summary>Tells whether what ends at an offset can introduce a name: an office, a trade, a body, 某班的.</summary>
    public static bool IsIntroduced(ReadOnlySpan<char> folded, int start, bool alsoBody)
    {
        if (start == 0) return false;
        if (People.TitleBefore(folded[..start]) > 0) return true;
        var left = folded[start - 1];
        if (RoleEnds.Contains(left) && start >= 2 && CharacterClass.IsHan(folded[start - 2]))
        {
            var dictionary = WordDictionary.Default;
            for (var length = 2; length <= 4 && length <= start; length++)
                if (dictionary.TagOf(folded[(start - length)..start]) is { Length: > 0 } tag && tag[0] is 'n' or 'j') return true;
            return "员长生师者手授".Contains(left);
        }
        return alsoBody && (left is '的' or '之' || BodyEnds.EndingAt(folded, start) > 0);
    }

    /// <summary>Tells whether the name of a body that people belong to ends at an offset: 202204班|的江月.</summary>
    public static bool EndsBody(ReadOnlySpan<char> folded, int end) => BodyEnds.EndingAt(folded, end) > 0;

    /// <summary>Length of a foreign or minority name that is written by its sound, before a reporting verb or a colon with words; 0 for none.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="least">How long it is at least: two characters behind a title, three where a clause begins with it.</param>
    public static int SoundAt(ReadOnlySpan<char> folded, int start, int least = 2)
    {
        var end = start;
        while (end < folded.Length && end - start < 9 && (Transliterated.Contains(folded[end]) || folded[end] == '·' && end > start)) end++;
        for (; end - start >= least; end--)
        {
            if (end - start > 7 && !folded[start..end].Contains('·')) continue;
            if (!IsHead(folded, end) && ReportsAt(folded, end) == 0) continue;
            var word = folded[start..end];
            if (NameShapes.IsPlace(word)) return 0;
            if (WordDictionary.Default.TagOf(word) is var tag && (tag.Length == 0 || tag.StartsWith("nr", StringComparison.Ordinal)) && !(word.Length == 2 && WordDictionary.Default.Contains(word) && tag.Length == 0)) return word.Length;
            return 0;
        }
        return 0;
    }

    /// <summary>Length of a name with a point between its parts, from another language, that begins at an offset: 马克·吕特, 阿卜杜拉·买买提; 0 for none.</summary>
    /// <remarks>The parts are as long as characters follow that such names are written with; a country before the name is not part of it.</remarks>
    public static int PointedAt(ReadOnlySpan<char> folded, int start)
    {
        var first = PartLength(folded, start);
        if (first == 0 || start + first + 1 >= folded.Length || !IsPoint(folded[start + first]) || start > 0 && IsPointedCharacter(folded[start - 1]) && !IsNewStart(folded, start)) return 0;
        // 以色列|本雅明·内塔尼亚胡
        for (var place = Math.Min(first - 1, 8); place >= 2; place--)
            if (NameShapes.IsPlace(folded.Slice(start, place))) return 0;
        var end = start + first;
        while (end + 1 < folded.Length && IsPoint(folded[end]) && PartLength(folded, end + 1) is var part and > 0) end += 1 + part;
        return end > start + first ? end - start : 0;
    }

    // What stands before the first part is a place, an office or a trade.
    private static bool IsNewStart(ReadOnlySpan<char> folded, int start)
    {
        if (People.TitleBefore(folded[..start]) > 0 || NameShapes.ForeignOffices.EndingAt(folded, start) > 0) return true;
        for (var place = 2; place <= 8 && place <= start; place++)
            if (NameShapes.IsPlace(folded[(start - place)..start])) return true;
        return false;
    }

    private static int PartLength(ReadOnlySpan<char> folded, int start)
    {
        var length = 0;
        while (start + length < folded.Length && length < 8 && IsPointedCharacter(folded[start + length]) && !(length > 0 && Verbs.StartingAt(folded, start + length) > 0)) length++;
        return length < 8 ? length : 0;
    }

    /// <summary>Tells whether a character is a point between the parts of a name.</summary>
    public static bool IsPoint(char c) => c is '·' or '•' or '‧' or '・';

    private static bool IsPointedCharacter(char c) => SoundCharacters.Contains(c) || PointedCharacters.Contains(c);

    // Characters of such names that are too common elsewhere to show one by themselves.
    private static readonly System.Buffers.SearchValues<char> PointedCharacters = System.Buffers.SearchValues.Create(NameShapes.PartCharacters + "买不合吾吐孜肉曼铁");

    /// <summary>Tells whether a colon and opened words stand at an offset.</summary>
    public static bool IsHead(ReadOnlySpan<char> folded, int at)
    {
        if (at >= folded.Length || folded[at] != ':') return false;
        var next = at + 1;
        while (next < folded.Length && folded[next] is ' ' or '\n' or '\r' or '\u3000' or '*') next++;
        return next < folded.Length && folded[next] is '“' or '「' or '"' or '‘' or '『';
    }
}
