// SPDX-License-Identifier: MIT
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Quotations;

/// <summary>What a rule says of a quotation.</summary>
/// <param name="Class">The class.</param>
/// <param name="Attribution">How the text says whose words they are.</param>
/// <param name="Cue">The reporting verb; default for none.</param>
/// <param name="SpeakerEnd">For name and colon: offset where the name ends; 0 else.</param>
internal readonly record struct Verdict(QuotationClass Class, Attribution Attribution = Attribution.None, FoundCue Cue = default, int SpeakerEnd = 0);

// An ordered list: the first rule that has an answer decides, and its name is the "why" of the answer. To add a rule, write a method and put its line
// where it belongs: names and frames first, then reporting verbs, then the looks of the words themselves, "term" last, for most marks hold just that.
internal static class QuotationRules
{
    private delegate Verdict? Rule(QuotationContext q);

    private static readonly (string Name, Rule Rule)[] Ordered =
    [
        ("empty", q => HasWords(q.Content) ? null : new(QuotationClass.Term)),
        ("in-title", q => q.Mark.Parent is { IsTitle: true } ? new(QuotationClass.Term) : null),
        ("theme-frame", ThemeFrame),
        ("title-frame", TitleFrame),
        ("source-cue", SourceCue),
        ("old-book", OldBook),
        ("folk-cue", FolkCue),
        ("slogan-carrier", SloganCarrier),
        ("only-mentioned", q => q.Length <= 12 && CueFinder.IsOnlyMentioned(q.ClauseBefore) ? new(QuotationClass.Term) : null),
        ("self-question-cue", SelfQuestionCue),
        ("so-called", SoCalled),
        ("name+colon", NameColon),
        ("cue+colon", CueColon),
        ("known-line", q => ClassicalPassages.IsAllOf(q.Content) ? new(QuotationClass.Allusion, Attribution.Source) : null),
        ("classical-function-words", q => ClassicalStyle.IsClassical(q.Content) ? new(QuotationClass.Allusion, Attribution.Source) : null),
        (CueAndClause, q => IsVoiced(q) && CueFinder.TryFindBefore(q, out var cue) ? Reported(q, cue) : null),
        ("written-up", WrittenUp),
        ("colon+clause", ColonClause),
        ("cue-after", CueAfter),
        ("this-is-said", ThisIsSaid),
        ("open-comma", q => q.LastCharacter == ',' && q.Length >= 6 && q.Mark.Parent is null && !q.After.IsEmpty && CharacterClass.IsHan(q.After[0]) ? new(QuotationClass.Speech, Attribution.Implicit) : null),
        ("couplet", q => StandsFree(q) && q.Mark.Parent is null && IsCouplet(q.Content) ? new(QuotationClass.Slogan) : null),
        ("series", Series),
        (AskedAlone, Question),
        (SentenceOfItsOwn, q => q.EndsSentence && q.LastCharacter != '?' && IsAlone(q) ? new(QuotationClass.Speech, Attribution.Implicit) : null),
        (SentenceInside, q => q.LastCharacter is '。' or '!' or '…' && (q.Length >= 10 || q.Length >= 5 && StandsFree(q)) ? new Verdict(QuotationClass.Speech, Attribution.Implicit) : null),
        ("leading-saying", LeadingSaying),
        ("said-briefly", SaidBriefly),
        (Spoke, SpokenStyle),
        ("balanced", q => q.Length >= 7 && (IsBalanced(q) || IsRefrain(q)) ? new(IsStateOfThings(q) ? QuotationClass.Term : QuotationClass.Slogan) : null),
        (ReportGoesOn, q => q.Length >= 9 && q.IsClause && IsInReport(q) ? new(QuotationClass.Speech, Attribution.Implicit) : null),
        ("voice-frame", VoiceFrame),
        ("clause", q => q.Length >= 9 && q.IsClause ? new(IsMotto(q) ? QuotationClass.Slogan : QuotationClass.Unattributed) : null),
        ("default", _ => new(QuotationClass.Term)),
    ];

    /// <summary>The rule that decides a split quotation before any other: words, reporting clause, words.</summary>
    public const string Split = "split-by-cue";

    /// <summary>The same where the clause between only tells what the speaker does: “甲，”他摆摆手，“乙。”</summary>
    public const string SplitByAction = "split-by-action";

    public const string SentenceInside = "sentence-inside";
    public const string SentenceOfItsOwn = "sentence-of-its-own";
    public const string AskedAlone = "question";
    public const string CueAndClause = "cue+clause";
    public const string Spoke = "spoken-style";
    public const string ReportGoesOn = "report-goes-on";

    /// <summary>Words side by side with words whose speaker is known: “甲，”“乙”李新辉坦言。</summary>
    public const string SideBySide = "side-by-side";

    public static (string Rule, Verdict Verdict) Decide(QuotationContext context)
    {
        foreach (var (name, rule) in Ordered)
            if (rule(context) is { } verdict) return (name, verdict);
        throw new InvalidOperationException("the last rule always answers");
    }

    private static bool HasWords(ReadOnlySpan<char> content)
    {
        foreach (var c in content)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return true;
        return false;
    }

    private static readonly PhraseTable Themes = new("主题 主轴 主线 宗旨 理念 目标 口号 引领 核心 导向 根本 主旨 信条 准则 原则 方针 要求");

    // 以“…”为年度主题, 以“…”为主轴
    private static bool IsMadeTheme(ReadOnlySpan<char> after)
    {
        if (!after.StartsWith("为")) return false;
        for (var i = 1; i <= 5 && i < after.Length && CharacterClass.IsHan(after[i]); i++)
            if (Themes.StartingAt(after, i) > 0) return true;
        return false;
    }

    private static readonly PhraseTable ThemeWords = new("主题 为主题 为主题的 为题 为口号 为校训 为主线 为宗旨 为理念 为信条");

    // 以“…”为主题, 主题为“…”
    private static Verdict? ThemeFrame(QuotationContext q)
    {
        var before = q.Before;
        var after = q.After;
        // The theme of a talk is its title: 报告主题为“…”.
        if ((before.EndsWith("报告主题为") || before.EndsWith("讲座主题为") || before.EndsWith("报告主题是") || before.EndsWith("讲座主题是")) && q.Length >= 6) return new(QuotationClass.Title);
        if (before.EndsWith("主题为") || before.EndsWith("主题是") || before.EndsWith("主题:")) return new(QuotationClass.Slogan);
        if (before.EndsWith("以") && after.StartsWith("为题")) return new(QuotationClass.Title);
        if (before.EndsWith("以") && ThemeWords.StartingAt(after, 0) > 0 || after.StartsWith("为主题") || after.StartsWith("这一主题") || after.StartsWith("的主题")) return new(QuotationClass.Slogan);
        if (IsMadeTheme(after) && (q.IsClause || q.Length >= 6)) return new(QuotationClass.Slogan);
        // 围绕“…”主题, “…”主题党日: a clause is the theme, a word only a name.
        if (after.StartsWith("主题") && (q.IsClause || IsBalanced(q))) return new(QuotationClass.Slogan);
        return null;
    }

    private static readonly PhraseTable TitleBefore = new("题为 题目为 题目是 标题为 歌曲 歌舞 合唱 独唱 演唱 电影 影片 纪录片 话剧 舞剧 小品 相声 作品 节目 情景剧 音乐剧 舞台剧 歌剧 组曲 大合唱 绘本 报告文学 油画 国画 微党课 短视频 推文 论文 课题 专著 党课 诗朗诵 朗诵 专栏 栏目 专题片 微电影 舞蹈 讲座 报告 作了 做了 作题为 一文 主题展 展览");
    private static readonly PhraseTable TitleAfter = new(
        "专题讲座 主题讲座 学术讲座 讲座 报告会 专题报告 学术报告 主旨报告 辅导报告 专题党课 主题党课 微党课 主题宣讲 专题宣讲 主题分享 专题辅导 专题培训讲座 情景剧 音乐剧 舞台剧 合唱 舞蹈 一剧 一曲 一书 的主旨报告 的学术报告 的辅导报告 的主旨演讲 的主题发言 的主题分享 的经验分享 的分享 的宣讲 的授课 的党课 的专题党课 的专题讲座 的学术讲座 的主题宣讲 的专题宣讲 的报告 的讲座 的演讲 的发言 主题演讲 的主题演讲 的专题报告 的主题报告 为题 专栏 栏目 专题展 主题展 主题展览 展览 图片展 书画展 摄影展 电影 纪录片 微电影 话剧 歌曲 音乐会 演唱会 晚会 主题晚会 文艺晚会 大讲堂 讲堂 讲坛 论坛 一文 公开课 宣讲会 分享会 沙龙");
    private static readonly PhraseTable TalkAfter = new("学术讲座 专题讲座 主题讲座 讲座 纪录片 微电影 电影 话剧 歌曲 专栏 栏目");
    private static readonly PhraseTable Channels = new("卫视 频道 电视台 央视 电台 总台 广播");
    private static readonly PhraseTable SeriesTopics = new("等主题 等专题 等题目 等议题作 等报告 为题 等为题 等为主题 等方面的报告 等主旨报告 等学术报告 等专题报告 等讲座");

    // What stands behind the last of several pairs side by side.
    private static ReadOnlySpan<char> AfterSeries(QuotationContext q)
    {
        var after = q.After;
        while (after.Length > 1 && (after[0] is '“' or '「' || after[0] == '、' && after[1] is '“' or '「'))
        {
            var close = after.IndexOfAny('”', '」');
            if (close < 0) return default;
            after = after[(close + 1)..];
        }
        return after;
    }

    private static readonly PhraseTable ActivityAfter = new("活动 大赛 比赛 竞赛 党日 主题党日 班会 团日 征文 演讲比赛 主题教育 系列活动 主题活动 社会实践 研学 夏令营 座谈会 推介会 启动仪式 交流会 运动会");

    private static readonly PhraseTable ShowEnds = new("作品展 艺术展 展览 特展 书画展 成果展 文物展 展演 摄影展 图片展 主题展 美术展 书法展 音乐会 演唱会 画展 事迹展");
    private static readonly PhraseTable ShowAfter = new("艺术展 作品展 美术作品展 文物展 成果展 书展 主题书展 特展 歌剧 舞剧 情景剧 研修班 专题研修班 培训课程 通识选修课 选修课 示范课 专题培训 特别节目 专题节目");
    private static readonly PhraseTable ResearchEnds = new("研究 机制 技术 探索 实践 策略 路径 评价 分析 方法 应用 修复 调查 思考 进展 对策 启示 发现 体系 效应 模式研究");
    private static readonly PhraseTable ResearchAfter = new("项目 课题 论文 专项调研 的专项调研 成果 研究项目 等项目 等课题 等专题报告 为题 报告 的调研");

    private static readonly PhraseTable WorksBefore = new("选送的 报送的 推送的 创作的 编排的 演唱的 表演的 拍摄的 执导的 主演的 谱写的 撰写的 作词的 作曲的 参赛作品 获奖作品 代表作 长篇小说 组歌 舞曲");
    private static readonly PhraseTable ProjectVerbs = new("申报 主持 承担 领衔 牵头 主研 立项 入选 获批 资助 选派");
    private static readonly PhraseTable Projects = new("项目 课题 专项 研究项目 基金项目");
    private static readonly PhraseTable PaperEnds = new("研究 研究进展 探讨 探析 浅析 浅谈 漫谈 综述 启示 对策研究 思考 应用研究 机制研究 的分析 的应用 的探索 的实践 的影响 之我见 解读 导论 概论");
    private static readonly PhraseTable TalkVerbs = new("作 做 作了 做了 进行 进行了 开展 展开 为大家 给大家 为同学们 为学生 与大家 与师生 与同学们 向大家 讲 讲授 讲解 分享 授课 宣讲 发言");
    private static readonly PhraseTable TalkNouns = new("报告 讲座 分享 授课 宣讲 发言 演讲 讲解 辅导 讲授 党课 汇报 交流");

    private static bool Talks(ReadOnlySpan<char> after)
    {
        if (after.StartsWith("的主题") || after.StartsWith("主题") || after.StartsWith("为题") || after.StartsWith("为主题")) after = after[(after.IndexOf('题') + 1)..];
        after = after.TrimStart(",");
        if (TalkVerbs.StartingAt(after, 0) == 0) return false;
        var end = after.IndexOfAny("。,;!");
        return TalkNouns.OccursIn(end < 0 ? after : after[..end]);
    }

    private static Verdict? TitleFrame(QuotationContext q)
    {
        var before = q.Before;
        var after = q.After;
        var named = TitleAfter.StartingAt(after, 0) > 0 || Within(after, 8, TitleAfter);
        if (before.EndsWith("题为") || before.EndsWith("题目是") || before.EndsWith("题目为") || before.EndsWith("标题为")) return new(QuotationClass.Title);
        if (named && (q.IsClause || q.Length >= 6 || q.Length >= 4 && TalkAfter.StartingAt(after, 0) > 0) && !(q.LastCharacter is '。' or '!')) return new(QuotationClass.Title);
        if (q.Length <= 12 && !q.IsClause && Channels.EndingAt(before, before.Length) > 0 && (after.StartsWith("播出") || after.StartsWith("报道") || after.StartsWith("节目") || after.StartsWith("以"))) return new(QuotationClass.Title);
        // “甲”“乙”“丙”等主题作了报告: all of them are titles.
        if (IsInSeries(q) && !q.EndsSentence && SeriesTopics.StartingAt(AfterSeries(q), 0) > 0 && q.Length >= 6) return new(QuotationClass.Title);
        if (!named && TitleBefore.EndingAt(before, before.Length) > 1 && !before.EndsWith("报告") && !before.EndsWith("讲座") && !before.EndsWith("了") && !q.EndsSentence) return new(QuotationClass.Title);
        // 围绕“…”作了专题报告, 就“…”与大家分享: what somebody talked on.
        if (q.Length >= 7 && !q.EndsSentence && (before.EndsWith("围绕") || before.EndsWith("就") || before.EndsWith("以") || before.EndsWith("讲授") || before.EndsWith("讲授了") || before.EndsWith("主讲") || before.EndsWith("主讲了") || before.EndsWith("分享了") || before.EndsWith("分享")) && Talks(after)) return new(QuotationClass.Title);
        // 选送的“…”等作品, 主持的“…”项目: a work or a project by its name.
        var lead = before[Math.Max(0, before.Length - 24)..];
        if (q.Length >= 5 && WorksBefore.EndingAt(before, before.Length) > 0 && !q.EndsSentence) return new(QuotationClass.Title);
        if (q.Length >= 10 && !q.IsClause && ProjectVerbs.OccursIn(lead) && (Within(after, 16, Projects) || IsInSeries(q) && Projects.StartingAt(AfterSeries(q).TrimStart("等的"), 0) > 0)) return new(QuotationClass.Title);
        if (q.Length >= 8 && after.StartsWith("专题") && before.Length > 2 && (before.EndsWith("中") || before[^1] == '》')) return new(QuotationClass.Title);
        // …研究, …的思考: a paper or a project, whatever stands around it.
        if (q.Length >= 10 && PaperEnds.EndingAt(q.Content, q.Content.Length) > 0 && !q.IsClause) return new(QuotationClass.Title);
        if (ShowEnds.EndingAt(q.Content, q.Content.Length) > 0 && q.Length >= 6 || Within(after, 8, ShowAfter) && q.Length >= 4) return new(QuotationClass.Title);
        if (q.Length >= 8 && (ResearchEnds.EndingAt(q.Content, q.Content.Length) > 0 || q.Length >= 14 && q.Content.IndexOfAny("研究机制技术路径策略评价") >= 0) && (Within(after, 6, ResearchAfter) || after.StartsWith("荣获") || after.StartsWith("获")) && !q.IsClause) return new(QuotationClass.Title);
        if ((before.EndsWith("围绕") || before.EndsWith("就")) && q.Length >= 7 && !IsBalanced(q) && !q.EndsSentence && (after.StartsWith(",") || after.StartsWith("进行") || after.StartsWith("作") || after.StartsWith("等主题") || after.StartsWith("主题作") || after.StartsWith("展开"))) return new(QuotationClass.Title);
        if ((before.EndsWith("发表了") || before.EndsWith("作了") || before.EndsWith("做了")) && (after.StartsWith("的讲话") || after.StartsWith("的报告") || after.StartsWith("的发言") || after.StartsWith("的演讲"))) return new(QuotationClass.Title);
        if (!q.EndsSentence && Within(after, q.IsClause ? 16 : 8, ActivityAfter)) return new(q.IsClause || IsBalanced(q) || HasHalves(q.Content) ? QuotationClass.Slogan : QuotationClass.Term);
        return null;

        // 我是木工·传承工匠精神, 青春有约 唱响大运
        static bool HasHalves(ReadOnlySpan<char> words)
        {
            var dot = words.IndexOfAny("· ");
            if (dot < 3 || words.Length - dot - 1 < 3) return false;
            foreach (var c in words)
                if (!CharacterClass.IsHan(c) && c is not ('·' or ' ')) return false;
            return true;
        }

        // Only words of a name may stand between: 专业发展指导|活动.
        static bool Within(ReadOnlySpan<char> after, int widest, PhraseTable nouns)
        {
            for (var i = 0; i <= widest && i < after.Length; i++)
            {
                if (nouns.StartingAt(after, i) > 0) return true;
                if (!CharacterClass.IsHan(after[i]) || "的了是在和与为等，，让将把被".Contains(after[i])) return false;
            }
            return false;
        }
    }

    private static readonly PhraseTable Sources = new(
        "古人云 古人说 古人曰 古人讲 古人有言 古语云 古语说 古语有云 古语 古训 古训云 典故 诗云 诗曰 词云 有诗云 有云 有言 语云 古有 古诗云 古诗有云 先贤有言 圣人云 圣人言 所谓曰 子曰 孔子曰 孔子说 孔子云 孟子曰 孟子说 老子说 老子曰 庄子说 庄子曰 " +
        "荀子说 荀子曰 韩非子说 曾子曰 墨子说 墨子曰 管子曰 孙子曰 朱熹说 王阳明说 诗句 名句 诗中说 古诗 古文 诗 词 经云 传曰");

    private static readonly PhraseTable SourceVerbs = new("云 曰 言 有云 有言 有曰 中说 中有云 中云 中曰 中有言 写道 中写道 载 记载 中记载 里说 中讲 说 讲 有载 所言 所云 中所言 中的 里的");

    // 古人云：“…”, 《论语》有言“…”
    private static Verdict? SourceCue(QuotationContext q)
    {
        var clause = q.ClauseBefore.TrimEnd(":,");
        if (Sources.EndingAt(clause, clause.Length) is var length and > 0 && (length > 1 || clause.Length == 1 && ClassicalStyle.IsClassical(q.Content)))
            return new(QuotationClass.Allusion, Attribution.Source);
        // A book speaks: old words, or a verb that only old books take.
        var before = q.Before.TrimEnd(":,");
        if (SourceVerbs.EndingAt(before, before.Length) is var verb and > 0 && before[..^verb].EndsWith("》"))
        {
            var old = before[^1] is '云' or '曰' or '言';
            if (old || ClassicalStyle.IsClassical(q.Content)) return new(QuotationClass.Allusion, Attribution.Source);
        }
        if (before.EndsWith("》") && ClassicalStyle.IsClassical(q.Content)) return new(QuotationClass.Allusion, Attribution.Source);
        return null;
    }

    private static readonly PhraseTable Ancients = new(
        "孔子 孟子 老子 庄子 荀子 墨子 管子 韩非子 韩非 曾子 子贡 子夏 子路 子思 颜回 孙子 孙武 列子 商鞅 屈原 贾谊 司马迁 董仲舒 王充 班固 诸葛亮 曹操 陶渊明 魏徵 魏征 李世民 唐太宗 李白 杜甫 王维 孟浩然 王勃 白居易 刘禹锡 柳宗元 韩愈 李商隐 杜牧 范仲淹 欧阳修 王安石 司马光 苏轼 " +
        "苏东坡 苏洵 苏辙 黄庭坚 李清照 陆游 辛弃疾 岳飞 文天祥 朱熹 程颐 程颢 张载 周敦颐 陆九渊 王阳明 王守仁 于谦 海瑞 戚继光 李时珍 徐霞客 顾炎武 黄宗羲 王夫之 郑板桥 龚自珍 林则徐 魏源 左宗棠 曾国藩 张之洞 孔夫子 古人 先贤 圣人 杨震 关汉卿 曹雪芹 吴承恩 袁枚 蒲松龄 纪晓岚");

    private const string Vernacular = "的了们吗呢吧啊着这那他她它把被让给咱啥哪您";

    // 《学记》里说：“学不躐等也。”, 孔子教学生，讲“敏于事而慎于言”: a book or somebody of old times, and words without any of today's.
    private static Verdict? OldBook(QuotationContext q)
    {
        if (q.Content.IndexOfAny(Vernacular) >= 0 || q.Length is < 4 or > 60 || !HasHanOnly(q.Content)) return null;
        var before = q.Before.TrimEnd(":,");
        var tail = before[Math.Max(0, before.Length - 24)..];
        var sentence = tail.LastIndexOfAny("。!?;") + 1;
        tail = tail[sentence..];
        if (Ancients.OccursIn(tail)) return new(QuotationClass.Allusion, Attribution.Source);
        var book = tail.LastIndexOf('》');
        if (book >= 0 && tail.Length - book <= 8 && IsShortTitle(before) && (SourceVerbs.EndingAt(tail, tail.Length) > 0 || tail.EndsWith("的") || tail.EndsWith("有") || tail.EndsWith("一句") || tail.EndsWith("答") || tail.EndsWith("句子") || tail.EndsWith("话"))) return new(QuotationClass.Allusion, Attribution.Source);
        // “…”这是《韩非子·喻老》里的话
        var after = q.After;
        if (after.Length > 3 && after[..Math.Min(after.Length, 6)].IndexOf('《') is >= 0 and var open && (after.StartsWith("这是") || after.StartsWith("语出") || after.StartsWith("出自") || after.StartsWith(",出自") || after.StartsWith("见于")) && open < 6) return new(QuotationClass.Allusion, Attribution.Source);
        return null;

        static bool HasHanOnly(ReadOnlySpan<char> words) => words.IndexOfAnyInRange('0', 'z') < 0;

        // The names of old books are short; a notice or a plan is no source of old words.
        static bool IsShortTitle(ReadOnlySpan<char> before)
        {
            var close = before.LastIndexOf('》');
            var open = before[..close].LastIndexOf('《');
            return open >= 0 && close - open <= 9;
        }
    }

    private static readonly PhraseTable Folk = new("俗话说 俗话讲 俗话说得好 俗语说 俗语云 俗语 常言道 常言说 常言说得好 常言 老话说 老话讲 老话说得好 民间有句话 谚语 谚语说 民谚 民谣 歌谣 顺口溜 有句话说 有句话说得好 有句话叫 有句老话 有句话 有句俗话 有句老话说 有句俗语 老话 歇后语 有道是 正所谓 人们常说 老百姓常说 群众常说");

    private static Verdict? FolkCue(QuotationContext q)
    {
        var clause = q.ClauseBefore.TrimEnd(":,");
        var length = Folk.EndingAt(clause, clause.Length);
        if (length == 0) return null;
        return ClassicalStyle.IsClassical(q.Content) ? new(QuotationClass.Allusion, Attribution.Source) : new(QuotationClass.Slogan);
    }

    private static readonly PhraseTable Carriers = new(
        "口号 标语 横幅 校训 家训 厂训 院训 警训 班训 队训 家风 格言 座右铭 口头禅 信条 宗旨 理念 誓言 对联 主旨 方针 训词 题词 祖训 行规 承诺 初心 精神 目标 要求 原则 总要求 号召 决心 信念 思路 作风 方法 工作法 模式 思想 情怀 追求 境界 担当 风气 倾向 局面 信仰 愿景 愿望 战略 部署 方略 品牌 导向 体会 使命 氛围");

    private static readonly PhraseTable HardCarriers = new("口号 标语 横幅 校训 家训 厂训 院训 警训 班训 队训 格言 座右铭 口头禅 信条 对联 训词 题词 祖训");
    private static readonly PhraseTable CarrierVerbs = new("是 为 就是 写着 上写着 上书 书写 印着 挂着 喊出 喊着 高喊 高呼 践行 牢记 秉承 秉持 坚持 弘扬 遵循 恪守 树立 落实 贯彻 坚守 发扬 传承 高举 叫响 打出 提出 唱响 奉行 确保 做到 实现 明确 实行 坚决防止 防止 推动 号召 要求 总是 典型的 真正");

    // 口号是“…”, “…”的宗旨
    private static Verdict? SloganCarrier(QuotationContext q)
    {
        if (q.EndsSentence && q.Length >= 10 || ClassicalPassages.IsAllOf(q.Content) || ClassicalStyle.IsClassical(q.Content) || IsCounted(q.Content) || q.Content.Contains('+')) return null;
        var clause = q.ClauseBefore.TrimEnd(":,");
        if (Carriers.EndingAt(clause, clause.Length) is > 0 && HardCarriers.EndingAt(clause, clause.Length) > 0) return new(QuotationClass.Slogan);
        var verb = CarrierVerbs.EndingAt(clause, clause.Length);
        if (verb > 0 && HardCarriers.EndingAt(clause, clause.Length - verb) > 0) return new(QuotationClass.Slogan);
        var after = q.After;
        if ((after.StartsWith("这个") || after.StartsWith("这一")) && HardCarriers.StartingAt(after, 2) > 0) return new(QuotationClass.Slogan);
        if (HardCarriers.StartingAt(after, 0) > 0 || after.StartsWith("的") && HardCarriers.StartingAt(after, 1) > 0) return new(QuotationClass.Slogan);
        if (q.Length >= 6 && (after.StartsWith("的美誉") || after.StartsWith("的美称"))) return new(QuotationClass.Slogan);
        if (q.Length >= 6 && IsInSeries(q) && !q.EndsSentence && AfterSeries(q) is { Length: >= 4 } tail && "二三四五六七八九十两".Contains(tail[0]) && tail[1] is '大' or '个' && tail[2..].StartsWith("主题")) return new(QuotationClass.Slogan);
        var clauseLike = q.IsClause || q.Length >= 8 || q.Length >= 6 && IsSaying(q.Content);
        if (clauseLike && after.StartsWith("的") && CarrierWithin(after[1..])) return new(QuotationClass.Slogan);
        if (clauseLike && Carriers.StartingAt(after, 0) > 0) return new(QuotationClass.Slogan);
        if (verb > 1 && q.Length is >= 6 and <= 16 && IsSaying(q.Content) && !q.EndsSentence && !clause.EndsWith("提出")) return new(QuotationClass.Slogan);
        return clauseLike && verb > 1 && !clause.EndsWith("提出") && !q.EndsSentence && IsBalanced(q) ? new(QuotationClass.Slogan) : null;

        static bool CarrierWithin(ReadOnlySpan<char> after)
        {
            for (var i = 0; i <= 6 && i < after.Length && CharacterClass.IsHan(after[i]); i++)
                if (Carriers.StartingAt(after, i) > 0) return true;
            return false;
        }
    }

    // 五个牢牢把握, 三种类型、四个误区: what is counted is named, not called for.
    private static bool IsCounted(ReadOnlySpan<char> words) => words.Length > 2 && "一二三四五六七八九十两双百".Contains(words[0]) && "个大种项条位步级".Contains(words[1]) && !words.Contains(',');

    private static readonly PhraseTable States = new("的优势 的特点 的特征 的情况 的问题 的现象 的困境 的实际 的状况 的结构 的局面 的条件 的性能 的性质 三部分 部分 三个部分 四个部分 五个部分 等问题 等情况 等特点 等现象 三个词 四个词 五个词 几个词 两个词 关键词 三个关键词 四个关键词 五个关键词");

    // “山多、户散、老人多”的实际: how things are.
    private static bool IsStateOfThings(QuotationContext q) => IsCounted(q.Content) || States.StartingAt(q.After, 0) > 0 && !q.IsClause;

    // …为什么能、…为什么行、…为什么好: three parts or more that share two characters.
    private static bool IsRefrain(QuotationContext q)
    {
        var words = q.Content;
        if (q.EndsSentence || words.Length > 60) return false;
        var end = words.IndexOfAny("、,;");
        if (end < 3) return false;
        for (var i = 0; i + 2 <= end; i++)
        {
            if (!CharacterClass.IsHan(words[i]) || !CharacterClass.IsHan(words[i + 1])) continue;
            var parts = 1;
            for (var start = end + 1; start < words.Length; parts++)
            {
                var length = words[start..].IndexOfAny("、,;");
                if (length < 0) length = words.Length - start;
                if (words.Slice(start, length).IndexOf(words.Slice(i, 2)) < 0) { parts = 0; break; }
                start += length + 1;
            }
            if (parts >= 3) return true;
        }
        return false;
    }

    // 穿新鞋走老路, 断水断路不断讯, 人民邮电为人民: a character comes again, as in sayings.
    private static bool IsSaying(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (CharacterClass.IsHan(words[i]) && words[(i + 1)..].Contains(words[i])) return true;
        return false;
    }

    private static readonly PhraseTable SelfVerbs = new("自问 扪心 拷问 反思 反躬 反省 自省 想一想 想想 思考 思索 叩问 设问 灵魂之问");
    private static readonly PhraseTable OtherVerbs = new("追问 反问 发问 问 问问 问一问");
    private static readonly PhraseTable Askers = new("自己 我们 每个人 每一个人 人人 内心 心灵 灵魂 自我");
    private static readonly PhraseTable Interrogatives = new("什么 怎么 怎样 如何 为何 何以 吗 谁 哪 几 是否 能否 有没有 是不是 能不能 该不该 多少 何 呢 ?");

    private static Verdict? SelfQuestionCue(QuotationContext q)
    {
        if (!Interrogatives.OccursIn(q.Content)) return null;
        var clause = q.ClauseBefore;
        var tail = clause[Math.Max(0, clause.Length - 18)..];
        var verb = SelfVerbs.LastIn(tail);
        if (verb.Length == 0)
        {
            verb = OtherVerbs.LastIn(tail);
            if (verb.Length == 0 || !Askers.OccursIn(tail) || tail[(verb.Start + verb.Length)..].Length > 8) return null;
        }
        var start = q.BeforeSpan.Start + q.Before.Length - tail.Length + verb.Start;
        return new(QuotationClass.SelfQuestion, Attribution.Reflexive, new FoundCue(new Documents.TextSpan(start, verb.Length), clause.EndsWith(":")));
    }

    private static readonly PhraseTable Naming = new("所谓 所谓的 称为 称作 称之为 被称为 被誉为 誉为 誉称 名为 叫做 叫作 名叫 取名 命名为 戏称 戏称为 人称 号称 堪称 简称 俗称 统称 成为 当好 争做 变成 变为 化为 视为 看作 当作 比作 荣获 获得 授予 获评 评为 做好 打造 建成 实施 开展 推行 推进 构建 形成 写有 一个 一张 一把 这个 那个");
    private static readonly PhraseTable NamedAfter = new("称号 荣誉 荣誉称号 奖 字样 一词 二字 两字 三字 四字 两个字 三个字 四个字 这个词 工程 计划 行动 项目 品牌 平台 模式 机制 制度 体系 政策 课程");

    private static Verdict? SoCalled(QuotationContext q)
    {
        if (q.IsClause || q.EndsSentence || q.Length > 16) return null;
        if (q.Content.Contains('、') && IsBalanced(q) && !IsStateOfThings(q)) return null;
        var before = q.Before;
        return Naming.EndingAt(before, before.Length) > 0 || NamedAfter.StartingAt(q.After, 0) > 0 ? new(QuotationClass.Term) : null;
    }

    // 朱自强：“…” and 记者：“…”
    private static Verdict? NameColon(QuotationContext q)
    {
        var before = q.Before;
        // 贾大山之子贾永辉—— and the words on the next line.
        var dash = before.EndsWith("——");
        if (!dash && !before.EndsWith(":")) return null;
        var end = q.BeforeSpan.Start + before.Length - (dash ? 2 : 1);
        if (dash && !q.IsClause && q.Length < 8) return null;
        // 总书记询问村民林小满：“…”: who is asked or told does not speak.
        return q.Study.People.EndingAt(end) is { IsNested: false } person && !CueFinder.AddressesBefore(q.Study.Folded.AsSpan(q.BeforeSpan.Start, Math.Max(0, person.Span.Start - q.BeforeSpan.Start)))
            ? new(QuotationClass.Speech, Attribution.Explicit, default, end) : null;
    }

    private static Verdict? CueColon(QuotationContext q) =>
        CueFinder.TryFindBefore(q, out var cue) && cue.HasColon && !GoesOnAfter(q) ? Reported(q, cue) : null;

    // 问：“账户”会不会变：the marks hold a word of the sentence that the colon opens, not the sentence.
    private static bool GoesOnAfter(QuotationContext q) =>
        !q.IsClause && q.Length <= 8 && q.After is var after && after.Length > 0 && (CharacterClass.IsHan(after[0]) || after[0] is '“' or '「' or '、');

    private static readonly PhraseTable Boards = new("木牌 牌子 匾 匾额 对联 横批 标牌 招牌 墙上 门上 石头上 石碑上 碑上 门楣上 横幅上 纸条 个字 个大字 字 挽联 上联 下联 上写着 上刻着 上写有 写着 刻着 印着 绣着 贴着");

    // 门口钉着一块木牌：“老秤在此，童叟无欺。” - written up for all to see, short and even.
    private static Verdict? WrittenUp(QuotationContext q)
    {
        if (q.Length > 24) return null;
        var clause = q.ClauseBefore.TrimEnd(":,");
        if (Boards.EndingAt(clause, clause.Length) == 0) return null;
        if (IsCouplet(q.Content) || IsBalanced(q)) return new(QuotationClass.Slogan);
        return q.Length is >= 4 and <= 8 && !q.IsClause && (clause.EndsWith("字") || clause.EndsWith("着")) && q.Content.IndexOfAny("我你他她") < 0 ? new(QuotationClass.Slogan) : null;
    }

    // “众人拾柴火焰高”，少一个环节…: a clause of a few characters that opens the sentence and is spoken by nobody.
    private static Verdict? LeadingSaying(QuotationContext q) =>
        q.Length is >= 6 and <= 14 && q.Mark.Parent is null && q.After.StartsWith(",") && (q.Before.IsEmpty || q.Before[^1] is '。' or '!' or '?') && q.Content.IndexOfAny("我你他她咱") < 0 && q.LastCharacter != ','
            && !q.After[1..].StartsWith("是") && WordDictionary.Default.TagOf(q.Content).Length == 0 && q.Content.IndexOfAny("、·—-+0123456789") < 0 ? new(QuotationClass.Slogan) : null;

    private static readonly PhraseTable BriefVerbs = new("说 连说 说道 喊 喊道 问 答 讲 常说 总说 会说 说一句 说了一句 地说 念到 嚷嚷 嘀咕 骂");

    // 有人说“占谁的地谁吃亏”: a few words directly after a verb of speaking.
    private static Verdict? SaidBriefly(QuotationContext q)
    {
        if (q.Length is < 6 or > 20) return null;
        var clause = q.ClauseBefore.TrimEnd(',');
        if (clause.EndsWith(":") || BriefVerbs.EndingAt(clause, clause.Length) == 0 || CueFinder.IsOnlyMentioned(clause)) return null;
        return CueFinder.TryFindBefore(q, out var cue) ? Reported(q, cue) : null;
    }

    // Two halves of one length, four characters or more: 上面千把锤，下面一根钉。
    private static bool IsCouplet(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd("。!");
        var comma = words.IndexOfAny(",;");
        if (comma is < 4 or > 11 || words.Length != 2 * comma + 1 || words.IndexOfAny("我你他她咱了吗呢吧啊这那最很") >= 0) return false;
        foreach (var c in words[..comma])
            if (!CharacterClass.IsHan(c)) return false;
        foreach (var c in words[(comma + 1)..])
            if (!CharacterClass.IsHan(c)) return false;
        return true;
    }

    private static readonly PhraseTable PaperLeads = new("款 修改为 改为 第一条 第二条 第三条 规定 规定如下 原文如下 条文 内容为 内容是 要求是 条款 定义为 表述为");

    private static Verdict? ColonClause(QuotationContext q)
    {
        var before = q.Before;
        if (!before.EndsWith(":") || GoesOnAfter(q)) return null;
        if (!q.IsClause || q.Length < 8 && !q.EndsSentence) return null;
        var lead = before[..^1];
        if (PaperLeads.EndingAt(lead, lead.Length) > 0) return new(QuotationClass.Unattributed);
        return new(QuotationClass.Speech, Attribution.Implicit, default, q.BeforeSpan.Start + before.Length - 1);
    }

    // Words that are voiced and not just named: a clause, or long enough for one.
    private static bool IsVoiced(QuotationContext q) => q.Length >= 6 && (q.IsClause || q.Length >= 10);

    private static Verdict? Reported(QuotationContext q, FoundCue cue)
    {
        // 《大学》说: a book has no voice of its own.
        if (cue.Span.Start > 0 && q.Study.Folded[cue.Span.Start - 1] == '》')
            return new(ClassicalPassages.IsAllOf(q.Content) ? QuotationClass.Allusion : QuotationClass.Unattributed, Attribution.Source, cue);
        return new(QuotationClass.Speech, Attribution.Explicit, cue);
    }

    private static Verdict? CueAfter(QuotationContext q)
    {
        if (!(q.IsClause && q.Length >= 6) && !(q.EndsSentence || q.LastCharacter == ',')) return null;
        // 目的是“…”，前面已经说过了: words that a sentence goes on with are not reported behind them.
        if (!q.EndsSentence && !StandsFree(q) && !(q.Previous is { } side && side.Span.End == q.Mark.Span.Start)) return null;
        if (!CueFinder.TryFindAfter(q, out var cue, out var end)) return null;
        // “甲。”乙说：“丙。” - the verb belongs to what follows, unless the words before it are still open.
        var folded = q.Study.Folded;
        if (end < folded.Length && (folded[end] == ':' || folded[end] is '“' or '「' or '"') && q.LastCharacter != ',') return null;
        return new(QuotationClass.Speech, Attribution.Post, cue);
    }

    private static readonly PhraseTable Sayings = new("的话 一句话 的一句 那句话 这句话 的一段话 的心声 的感慨 的感受 的嘱托 的叮嘱 的承诺 的回答 的口头禅");

    // “灯不能灭。”这是他说得最多的一句话。
    private static Verdict? ThisIsSaid(QuotationContext q)
    {
        var after = q.After.TrimStart(",");
        if (!(q.EndsSentence || q.IsClause || q.Length >= 8) || !(after.StartsWith("这是") || after.StartsWith("这就是") || after.StartsWith("这句话是") || after.StartsWith("是"))) return null;
        var end = after.IndexOfAny(",。;!?:“");
        var clause = end < 0 ? after : after[..end];
        if (clause.Length > 50) return null;
        if (clause.EndsWith("的原话") || clause.EndsWith("的心里话") || clause.EndsWith("的心声")) return new(QuotationClass.Speech, Attribution.Implicit);
        if (Sayings.LastIn(clause).Length == 0 || clause.IndexOfAny('说', '讲', '写') is var verb && verb < 0) return null;
        return new(QuotationClass.Speech, Attribution.Post, new FoundCue(new Documents.TextSpan(q.AfterSpan.Start + q.After.Length - after.Length + verb, 1), false));
    }

    // “甲”“乙”“丙”等问题: names side by side.
    private static bool IsInSeries(QuotationContext q)
    {
        var after = q.After;
        if (after.Length > 0 && after[0] is '“' or '「' or '『' || after.Length > 1 && after[0] == '、' && after[1] is '“' or '「' or '『') return true;
        if (q.Previous is not { } previous || q.Mark.Span.Start - previous.Span.End > 1) return false;
        return q.Mark.Span.Start == previous.Span.End || q.Study.Folded[previous.Span.End] == '、';
    }

    private static Verdict? Series(QuotationContext q) =>
        !IsInSeries(q) || q.EndsSentence ? null : new(IsBalanced(q) && !IsStateOfThings(q) ? QuotationClass.Slogan : QuotationClass.Term);

    private static Verdict? Question(QuotationContext q)
    {
        if (q.LastCharacter != '?') return null;
        var clause = q.ClauseBefore;
        if (Askers.OccursIn(clause) || SelfVerbs.OccursIn(clause)) return new(QuotationClass.SelfQuestion, Attribution.Reflexive);
        return q.Length >= 6 ? new(IsAlone(q) ? QuotationClass.Speech : QuotationClass.Unattributed) : null;
    }

    // “甲？”“乙？”: what stands side by side stands alone together.
    private static bool IsAlone(QuotationContext q) =>
        q.Mark.Parent is null && (q.Before.IsEmpty || q.Previous is { } previous && previous.Span.End == q.Mark.Span.Start && q.Length >= 6) && (q.After.Trim().IsEmpty || q.Length >= 6);

    private static readonly PhraseTable Spoken = new("就 要 我 你 咱 别 必须 吧 呢 啥 得 嘛 呀 哪");

    private static Verdict? SpokenStyle(QuotationContext q) =>
        StandsFree(q) && q.IsClause && q.Length >= 8 && Spoken.OccursIn(q.Content) ? new(QuotationClass.Speech, Attribution.Implicit) : null;

    private static bool StandsFree(QuotationContext q) => q.Before is var before && (before.IsEmpty || before[^1] is ',' or '。' or ';' or '!' or '?');

    // 李大山说，水渠修好了，“不旱也不涝，够用一百年”: behind a comma in a sentence that reports.
    private static bool IsInReport(QuotationContext q)
    {
        var before = q.Before;
        if (!before.EndsWith(",")) return false;
        var sentence = before[(before.LastIndexOfAny("。!?;") + 1)..];
        for (var comma = sentence.IndexOf(','); comma >= 0; )
        {
            var clause = sentence[..comma];
            clause = clause[(clause.LastIndexOf(',') + 1)..];
            if (CueFinder.VerbEnding(clause) > 0) return true;
            var next = sentence[(comma + 1)..].IndexOf(',');
            comma = next < 0 ? -1 : comma + 1 + next;
        }
        return false;
    }

    private static readonly PhraseTable VoicesAfter = new("为由 为借口 的说法 的表述 的论调 的谣言 等谣言 的言论 的观点 的看法 的评价 的规定 的消息 的传言 的指责 的结论 的判断 的论断 的字样 的提法 的声音 的呼声 的抱怨 的质疑");
    private static readonly PhraseTable VoicesBefore = new(
        "规定的 规定之 规定 所称 所称的 所说的 所谓的 认为的 所认为的 评价 评价为 批评为 指责为 形容为 描述为 描写为 概括为 总结为 归纳为 解释为 理解为 定义为 定位为 表述为 称其 称之为 称此举 称这是 声称 宣称 坦承 直言 不啻于 无异于 相当于 意味着 是为了 目的是 旨在 提出要 要求 强调要 " +
        "提出 指出 强调 认为 表示 写道 写着 明确 明确了 提到 提到的 指出的 强调的 提出的 说他是 说她是 说是 说成 说成是");

    // 以“…”为由, 前款规定的“…”, 称此举是“…”: words of a paper or of somebody else, taken over as they stand.
    private static Verdict? VoiceFrame(QuotationContext q)
    {
        if (q.Length < 8 || q.Content.IndexOfAny("·—+《") >= 0) return null;
        var before = q.Before;
        var after = q.After;
        if (VoicesAfter.StartingAt(after, 0) > 0) return new(QuotationClass.Unattributed);
        if (VoicesBefore.EndingAt(before, before.Length) > 0 && HasVerb(q.Content)) return new(QuotationClass.Unattributed);
        // …，也“不能准确衡量各国的履约情况”，…: what somebody says of something, within the sentence of another.
        var closes = after.IsEmpty || !CharacterClass.IsHan(after[0]) || after[0] is '吗' or '的' || after.StartsWith("这样") || after.StartsWith("这一") || after.StartsWith("这种") || after.StartsWith("来");
        if (q.Length >= 9 && closes && Predicates.StartingAt(q.Content, 0) > 0 && !StandsFree(q)) return new(QuotationClass.Unattributed);
        return q.Length >= 18 && StrongVerbs.OccursIn(q.Content) && closes ? new(QuotationClass.Unattributed) : null;
    }

    private static readonly PhraseTable Predicates = new("不 未 没 已 将 会 能 应 是 有 把 被 对 让 必须 违反 违背 超过 无法 代表了 打向 损害 破坏 严重 完全 极 十分 非常 可以 可能 从未 正在 这 那 为了");
    private static readonly PhraseTable StrongVerbs = new("了 是 不 把 被 让 没有 必须 应当 可以 已经 就是 如果 但");

    private static readonly PhraseTable VerbSigns = new("了 是 有 在 不 未 没 将 把 被 让 使 会 能 要 应 可 须 已 更 都 也 就 才 又 的 地 得 着 过 到 向 对 为 与 或 并");

    private static bool HasVerb(ReadOnlySpan<char> words) => VerbSigns.OccursIn(words);

    // A clause that nobody's voice shows in, and no sentence goes on with: 强化引领，提升质量
    private static bool IsMotto(QuotationContext q) =>
        !q.EndsSentence && q.Content.IndexOfAny("我你他她它咱们了吗呢吧啊的") < 0 && !(q.Before is var before && (VoicesBefore.EndingAt(before, before.Length) > 0 || before.EndsWith("要")));

    // Two or more parts of nearly one length: 知重负重，知难克难
    private static bool IsBalanced(QuotationContext q)
    {
        var words = q.Content;
        if (words.Contains(' ') && words.IndexOfAnyInRange('A', 'z') >= 0) return false;          // Latin words are no parts
        int parts = 0, shortest = int.MaxValue, longest = 0;
        for (var start = 0; start < words.Length;)
        {
            var length = words[start..].IndexOfAny(",、; ·");
            if (length < 0) length = words.Length - start;
            if (length > 0) (parts, shortest, longest) = (parts + 1, Math.Min(shortest, length), Math.Max(longest, length));
            start += length + 1;
        }
        return parts >= 2 && shortest >= 2 && longest - shortest <= (shortest >= 4 && parts <= 4 && words.IndexOfAny("的了是我你他她及或、和") is var loose && (loose < 0 || words[loose] == '、') ? 3 : 1);
    }
}
