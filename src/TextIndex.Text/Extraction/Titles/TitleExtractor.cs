// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Titles;

/// <summary>Finds the titles in book marks, what they name, and who issued or wrote them.</summary>
/// <remarks>Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// foreach (var title in TitleExtractor.Extract(DocumentReader.Read("a.txt", "市教育局印发《关于读书活动的通知》。")))
///     Console.WriteLine($"{title.Issuer} {title.Verb} {title.Text}");   // 市教育局 印发 关于读书活动的通知
/// </code></example>
public static class TitleExtractor
{
    private static readonly PhraseTable Verbs = new(
        "印发 发布 下发 出台 颁布 制定 起草 公布 发出 转发 通过 审议通过 审议 修订 修改 签发 签署 批准 实施 出版 发表 撰写 编写 编著 主编 写 写下 写成 写了 著 著有 创作 题为 名为 题 学习 研读 阅读 宣读 朗读 朗诵 诵读 演唱 合唱 播放 观看 收看 刊发 刊登 推出 " +
        "完成 提交 递交 作 做 讲授 翻译 整理 汇编 编印 联合 共同 牵头 组织 研究 负责 主持 参与 专门 正式 率先 先后 制订 拟定 订立 落实 贯彻 执行 解读 宣传 宣讲 传达 收到 撰 发");

    // Adverbs of a series of verbs: they belong to it only before another verb.
    private static readonly PhraseTable Manner = new("联合 共同 牵头 组织 研究 负责 主持 参与 专门 正式 率先 先后");
    private static readonly PhraseTable Making = new("出版 发表 撰写 编写 编著 主编 写 写下 写成 写了 著 著有 创作 题为 题 作 做 制定 出台 起草 牵头 主持 翻译 整理 讲授 制订 拟定 提交 递交 撰");
    private static readonly PhraseTable Aspects = new("了 过 着 出 的");

    private static readonly PhraseTable Offices = new(
        "厅 部 委 局 院 会 办 府 校 处 科 室 组 站 社 台 团 中心 公司 集团 大学 学院 中学 小学 支部 党委 党组 工委 纪委 团委 工会 妇联 政府 国务院 中央 委员会 办公厅 办公室 组织部 宣传部 统战部 编辑部 出版社 报社 协会 学会 联盟 馆 所 街道 社区 学校 医院 法院 检察院 部队 银行");

    private static readonly PhraseTable Lead = new("近日 日前 昨日 昨天 今天 今年 去年 最近 目前 随后 之后 此前 此后 同时 为此 年初 年底 由 经 据 根据 按照 依据 并 还 又 已 已经 曾 曾经 将 先后 正式 联合 共同 专门 随即 月 日 年 ， 和 与");

    private static readonly PhraseTable DocumentEnds = new("通知 意见 办法 规定 方案 决定 决议 纲要 规划 公告 通报 批复 细则 规则 准则 章程 指南 纪要 公报 函 倡议书 任务书 责任书 清单 报告 要点 计划 制度 标准 规范 预案 协议 措施 公约 守则 手册");
    private static readonly PhraseTable LawEnds = new("法 宪法 条例 法典 暂行条例");
    private static readonly PhraseTable PeriodicalEnds = new("日报 晚报 早报 周报 时报 周刊 月刊 学报 杂志 半月谈 通讯 文摘 晨报 商报");
    private static readonly PhraseTable SpeechAfter = new("的发言 的讲话 的演讲 的报告 的专题报告 的主题演讲 的讲座 的党课 专题党课 的主旨报告 主题演讲 发言 讲话 演讲 的致辞 的主题发言 的专题讲座 的主题报告 专题讲座");
    private static readonly PhraseTable ArticleAfter = new("的文章 一文 文章 的论文 的署名文章 的评论 的社论 的通讯 的报道 的心得 的散文 等文章 的调研报告");
    private static readonly PhraseTable BookAfter = new("一书 的书 等书 等书籍 等著作 等名著 这本书 等书目 这部 的读书 读后感 第 一至 书中 中写道 里写");
    private static readonly PhraseTable PerformanceAfter = new("的歌曲 歌曲 的歌 电影 影片 舞蹈 话剧 的舞蹈 的节目 等节目 等歌曲 等曲目 的影片 纪录片 的纪录片 等影片 节目 的合唱");
    private static readonly PhraseTable BookBefore = new("读 读了 阅读 研读 通读 原著 名著 经典 著作 一书 书籍 专著 教材 典籍 古籍 出版 小说 诗集 文集 散文集");
    private static readonly PhraseTable ArticleBefore = new("发表 发表了 刊发 刊发了 刊登 文章 论文 课文 社论 评论 通讯 散文");
    private static readonly PhraseTable PerformanceBefore = new("歌曲 电影 影片 纪录片 话剧 舞剧 舞蹈 演唱 演唱了 合唱 合唱了 独唱 齐唱 高唱 唱响 观看 观看了 收看 播放 播放了 朗诵 诗朗诵 小品 相声 演奏 演奏了 戏曲 京剧 越剧 电视剧 专题片 节目 歌舞 情景剧");
    private static readonly PhraseTable SpeechBefore = new("题为 作了题为 作了一次题为 作题为 做了题为 以");

    /// <summary>Reads the titles of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The mentions, ascending by start; the outer stands before the inner.</returns>
    public static IReadOnlyList<TitleMention> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<TitleMention> Extract(StudyText text, List<PairedMark> marks)
    {
        var ids = PairedMarkIds.Of(marks);
        var titles = new List<TitleMention>();
        foreach (var mark in marks)
        {
            if (!mark.IsTitle || mark.Content.Length == 0) continue;
            titles.Add(Read(text, ids, mark, titles));
        }
        return titles;
    }

    private static TitleMention Read(StudyText text, PairedMarkIds ids, PairedMark mark, List<TitleMention> earlier)
    {
        var folded = text.Folded.AsSpan();
        var around = mark.Parent?.Content ?? text.ParagraphAt(mark.Span.Start);
        var start = Math.Max(Math.Min(around.Start, mark.Span.Start), mark.Span.Start - 80);
        var before = folded[start..mark.Span.Start];
        var after = folded[mark.Span.End..Math.Max(mark.Span.End, Math.Min(around.End, mark.Span.End + 16))];
        var mention = new TitleMention
        {
            Id = ids[mark],
            Span = mark.Span,
            ContentSpan = mark.Content,
            Text = mark.Content.In(text.Text),
            Kind = Kind(folded.Slice(mark.Content.Start, mark.Content.Length), before, after),
            Parent = ids.Parent(mark),
        };
        // 印发《甲》《乙》和《丙》: one verb for all of a series.
        if (earlier.Count > 0 && earlier[^1] is var last && mark.Span.Start - last.Span.End is >= 0 and <= 1 && (mark.Span.Start == last.Span.End || folded[last.Span.End] is '、' or '和' or '及' or '与'))
            return mention with { Issuer = last.Issuer, IssuerSpan = last.IssuerSpan, Author = last.Author, Verb = last.Verb, VerbSpan = last.VerbSpan };

        var verbs = VerbsBefore(before, out var making);
        if (verbs.Length == 0) return mention;
        var verbSpan = new TextSpan(start + verbs.Start, verbs.Length);
        mention = mention with { Verb = verbSpan.In(text.Text), VerbSpan = verbSpan };
        var issuer = IssuerBefore(before[..verbs.Start]);
        if (issuer.Length > 0)
        {
            var span = new TextSpan(start + issuer.Start, issuer.Length);
            return mention with { Issuer = span.In(text.Text), IssuerSpan = span };
        }
        return making && Author(text, start, verbSpan.Start) is { } author ? mention with { Author = author.Canonical } : mention;
    }

    private static TextSpan VerbsBefore(ReadOnlySpan<char> before, out bool making)
    {
        making = false;
        var end = before.Length;
        while (end > 0 && (Aspects.EndingAt(before, end) > 0 || before[end - 1] is ' ')) end--;
        var start = end;
        while (start > 0 && Verbs.EndingAt(before, start) is var length and > 0)
        {
            if (start == end && Manner.EndingAt(before, start) == length) break;
            // Only the last verb may be one character long: 题 in 主题 is none.
            if (length == 1 && (start < end || !(start == 1 || !CharacterClass.IsHan(before[start - 2]) || "曾又还他她所先便亲手".Contains(before[start - 2])))) break;
            making |= Making.Contains(before.Slice(start - length, length));
            start -= length;
        }
        return TextSpan.FromBounds(start, end);
    }

    // The clause before the verb, where it ends with an office: 近日，市教育局|印发
    private static TextSpan IssuerBefore(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        while (Lead.EndingAt(before, end) is var tail and > 0 && Offices.EndingAt(before, end) == 0) end -= tail;
        if (Offices.EndingAt(before, end) == 0) return default;
        var start = end;
        while (start > 0 && end - start < 30 && (CharacterClass.IsHan(before[start - 1]) || before[start - 1] == '、')) start--;
        for (var moved = true; moved;)
        {
            moved = false;
            if (start < end && Lead.StartingAt(before, start) is var lead and > 0 && start + lead < end) (start, moved) = (start + lead, true);
        }
        return TextSpan.FromBounds(start, end);
    }

    // The first person of the sentence who stands as subject: before the verb, and owner of nothing.
    private static PersonMention? Author(StudyText text, int from, int verb)
    {
        var folded = text.Folded.AsSpan();
        var start = verb;
        while (start > from && folded[start - 1] is not ('。' or '!' or '?' or ';' or '”' or '\n')) start--;
        foreach (var person in text.People.In(TextSpan.FromBounds(start, verb)))
        {
            if (person.IsNested || person.FullSpan.End < folded.Length && folded[person.FullSpan.End] == '的') continue;
            if (person.Span.Start > start && "对向给跟与和把被请".Contains(folded[person.Span.Start - 1])) continue;
            return person;
        }
        return null;
    }

    private static TitleKind Kind(ReadOnlySpan<char> title, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        // 〈试行〉 and （草案） follow the name of the kind.
        var end = title.Length;
        if (end > 2 && title[^1] == ')' && title.LastIndexOf('(') is var open and > 0) end = open;
        if (SpeechAfter.StartingAt(after, 0) > 0) return TitleKind.Speech;
        if (ArticleAfter.StartingAt(after, 0) > 0) return TitleKind.Article;
        if (PerformanceAfter.StartingAt(after, 0) > 0) return TitleKind.Performance;
        var bare = before.TrimEnd("》《、 ");
        if (PerformanceBefore.EndingAt(bare, bare.Length) > 0) return TitleKind.Performance;
        if (ArticleBefore.EndingAt(bare, bare.Length) > 0) return TitleKind.Article;
        if (PeriodicalEnds.EndingAt(title, end) > 0) return TitleKind.Periodical;
        if (LawEnds.EndingAt(title, end) is var law and > 0 && (law > 1 || end >= 3 && !title[..end].EndsWith("办法") && !title[..end].EndsWith("方法") && !title[..end].EndsWith("书法"))) return TitleKind.Law;
        if (DocumentEnds.EndingAt(title, end) > 0 && (end >= 6 || title.StartsWith("关于"))) return TitleKind.OfficialDocument;
        if (SpeechBefore.EndingAt(bare, bare.Length) > 0) return TitleKind.Speech;
        if (BookAfter.StartingAt(after, 0) > 0 || BookBefore.EndingAt(bare, bare.Length) > 0) return TitleKind.Book;
        return TitleKind.Work;
    }
}
