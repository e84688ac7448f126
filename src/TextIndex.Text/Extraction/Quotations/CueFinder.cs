// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>A reporting verb near a quotation.</summary>
/// <param name="Span">Where the verb stands.</param>
/// <param name="HasColon">True where a colon stands between the verb and the words.</param>
internal readonly record struct FoundCue(TextSpan Span, bool HasColon);

/// <summary>Finds the reporting verb that governs a quotation.</summary>
internal static class CueFinder
{
    private static readonly PhraseTable Verbs = new(
        "所说 所言 所讲 说 说道 说过 说起 讲 讲道 讲到 讲过 道 曰 问 问道 答 回答道 答道 答道 喊 喊道 叫道 笑道 写道 写下 写到 写着 写 指出 强调 表示 告诫 告诉 叮嘱 叮咛 嘱咐 嘱托 嘱 勉励 寄语 谈到 谈道 谈起 提到 提出 坦言 直言 感慨 感叹 感言 慨叹 " +
        "回答 回应 认为 呼吁 呐喊 发出 喊出 立下 宣布 宣告 宣誓 发誓 承诺 保证 解释 解释道 回忆 回忆道 介绍 介绍道 透露 补充 补充道 总结 总结道 评价 评价道 称赞 称赞道 赞叹 赞扬 批评 劝 劝道 劝说 安慰 鼓励 盛赞 赞誉 赞许 痛斥 怒斥 高喊 高呼 提醒 警告 要求 询问 质问 追问 反问 " +
        "发问 自述 讲述 描述 描述道 诉说 倾诉 吐露 嘀咕 嘟囔 自言自语 念叨 吟道 唱道 记下 记道 记载 留言 回复 致辞 表态 打趣 打趣道 开玩笑 幽默地说 笑着说 哽咽 动情地说 激动地说 深情地说 谦虚地说 自豪地说 常讲 常说 调侃 应道 应声 接话 插话 点评 " +
        "阐述 论述 指明 告知 交代 吩咐 命令 催促 请求 恳求 建议 主张 断言 预言 希望 期望 祝愿 祝福 心想 暗想 想道 想到 感到 觉得");

    // Verbs that may end a word which is no verb, or are said of nobody.
    private static readonly PhraseTable NotVerbs = new(
        "小说 传说 演说 据说 听说 虽说 应该说 可以说 换句话说 或者说 也就是说 一般来说 难说 解说 知道 味道 街道 渠道 频道 通道 轨道 公道 正道 厚道 人道 报道 管道 铁道 跑道 隧道 赛道 赶考道 门道 地道 力道 霸道 大道 小道 航道 车道 河道 一道 " +
        "学问 访问 慰问 顾问 疑问 提问 不问 过问 编写 书写 改写 抄写 缩写 听写 描写 谱写 续写 撰写 填写 拼写 宣讲 演讲 主讲 试讲 开讲 串讲 比方说");

    // 他常说的一句话就是“…”: what may stand between the verb and the words.
    private static readonly PhraseTable Bridges = new(
        "的一句话 的一句话是 的一句话就是 的话 的话是 的话就是 的是 的就是 过一句话 过的一句话 过这样一句话 这样一句话 了这样一句话 下这样一句话 一句话 了一句话 这样一段话 一段话 下一段话 了一段话 如下 了 过 着");

    private static readonly PhraseTable Addressees = new(
        "大家 我们 我 自己 他 她 他们 她们 你 你们 记者 笔者 学生 学生们 同学 同学们 孩子 孩子们 青年 青年们 全党 身边人 同事 同事们 家人 儿女 子女 儿子 女儿 妻子 母亲 父亲 村民 村民们 群众 干部 党员 党员干部 乡亲们 众人 人们 后人 世人 年轻人 工作人员 徒弟 战友 战友们");

    // Verbs that name whom one speaks to: 鼓励师生“…”.
    private static readonly PhraseTable Addressing = new("告诉 鼓励 勉励 叮嘱 告诫 提醒 寄语 嘱咐 号召 劝 嘱托 教育 启发");

    private static readonly PhraseTable Asking = new("问 询问 追问 反问 质问 请问 问起 告诉 告诫 叮嘱 嘱咐 勉励 鼓励 安慰 提醒 劝 吩咐");

    /// <summary>Tells whether a verb that names whom one speaks to ends a text, with no more than titles behind it: 询问村民|林小满.</summary>
    public static bool AddressesBefore(ReadOnlySpan<char> before)
    {
        for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before)) before = before[..^title];
        return Asking.EndingAt(before, before.Length) is var verb and > 0 && NotVerbs.EndingAt(before, before.Length) <= verb;
    }

    // 少说“干不了”: the words are mentioned, nobody reports them.
    private const string Mentioning = "少多别不没勿莫免未";
    private static readonly PhraseTable MentioningPairs = new("不要 不能 不许 不准 不得 禁止 杜绝 拒绝 避免 减少 切忌 切莫 不再 从不 绝不 决不");

    /// <summary>Tells whether the words are only mentioned: 少说“…”, 不喊“…”.</summary>
    public static bool IsOnlyMentioned(ReadOnlySpan<char> clause)
    {
        if (clause.Length < 2 || clause[^1] is ':' or ',') return false;
        var verb = Verbs.EndingAt(clause, clause.Length);
        if (verb == 0) verb = clause[^1] is '想' or '讲' or '要' or '看' or '喊' ? 1 : 0;
        if (verb == 0 || verb == clause.Length) return false;
        var before = clause[..^verb];
        return Mentioning.Contains(before[^1]) && !(before.Length > 1 && before[^2] is '无' or '至' or '不' && before[^1] is '不' or '少') || MentioningPairs.EndingAt(before, before.Length) > 0;
    }

    private static readonly PhraseTable Reports = new("说 表示 介绍 认为 指出 回忆 坦言 强调 告诉记者 告诉我们 介绍说 表示说 回忆说 谈到 提到 感慨 感叹 解释 解释说 直言 透露 补充 总结");

    private static readonly PhraseTable PaperVerbs = new("提出 要求 指出 强调 明确 宣布 承诺 主张 记载 发出");

    /// <summary>Tells whether a verb is one that papers and bodies take as well as people.</summary>
    public static bool IsOfPapers(ReadOnlySpan<char> verb) => PaperVerbs.Contains(verb);

    /// <summary>Length of the verb of indirect speech that ends a clause: 李大山说，…; 0 for none.</summary>
    public static int VerbEnding(ReadOnlySpan<char> clause)
    {
        var length = Reports.EndingAt(clause, clause.Length);
        return length > 0 && NotVerbs.EndingAt(clause, clause.Length) <= length - 1 ? length : 0;
    }

    /// <summary>Finds the verb before the words: 他告诫大家：“…”, 文中谈到“…”.</summary>
    /// <param name="context">The quotation.</param>
    /// <param name="cue">The verb.</param>
    public static bool TryFindBefore(QuotationContext context, out FoundCue cue)
    {
        var clause = context.ClauseBefore;
        var end = context.BeforeSpan.Start + context.Before.Length;
        var tail = clause.TrimEnd(":,;—");
        var colon = clause.Length > tail.Length && clause[tail.Length..].IndexOfAny(":;—") >= 0;
        var start = end - clause.Length;
        cue = default;
        if (Bridges.EndingAt(tail, tail.Length) is var bridge and > 0 && bridge < tail.Length)
        {
            if (TryVerbEndingAt(tail[..^bridge], start, colon, out cue)) return true;
        }
        // Between verb and words may stand who is spoken to (告诫大家“…”), and more than that only where a colon closes the clause.
        for (var gap = 0; gap <= (colon ? 10 : 6) && gap < tail.Length; gap++)
        {
            var isAddressee = gap == 0 || colon || Addressees.Contains(tail[^gap..]);
            if (!isAddressee && !(SubjectReader.NamesSomebody(tail[^gap..]) && Addressing.EndingAt(tail, tail.Length - gap) > 0)) continue;
            if (TryVerbEndingAt(tail[..(tail.Length - gap)], start, colon, out cue)) return true;
        }
        return false;
    }

    /// <summary>Finds the verb after the words: “…”他说。</summary>
    /// <param name="context">The quotation.</param>
    /// <param name="cue">The verb.</param>
    /// <param name="clauseEnd">Offset of the mark that ends the clause with the verb.</param>
    public static bool TryFindAfter(QuotationContext context, out FoundCue cue, out int clauseEnd)
    {
        cue = default;
        clauseEnd = 0;
        var after = context.After;
        var start = 0;
        while (start < after.Length && after[start] is ',' or '。' or ' ' or '—') start++;
        // After a full stop outside the marks a new sentence begins, which reports nothing of what was said before.
        var isNewSentence = start > 0 && after[..start].Contains('。') && !context.EndsSentence;
        var length = after[start..].IndexOfAny(",。:!?;“「『\n");
        var closed = length >= 0;
        if (!closed) length = after.Length - start;
        if (length is 0 or > 56) return false;
        var clause = after.Slice(start, length);
        clauseEnd = context.AfterSpan.Start + start + length;
        for (var end = clause.Length; end > 0 && end >= clause.Length - 8; end--)
        {
            if (end < clause.Length && clause[end] is '的') return false;          // 说的是…: another clause than 某某说
            if (!TryVerbEndingAt(clause[..end], context.AfterSpan.Start + start, false, out cue)) continue;
            // “甲”。李大山说。 - a stop too many; the sentence is nothing but the report.
            if (isNewSentence && !(end == clause.Length && closed && after[start + length] == '。')) return false;
            return cue.Span.Start - (context.AfterSpan.Start + start) <= 48;
        }
        return false;
    }

    private static bool TryVerbEndingAt(ReadOnlySpan<char> clause, int offset, bool colon, out FoundCue cue)
    {
        cue = default;
        var length = Verbs.EndingAt(clause, clause.Length);
        if (length == 0 || NotVerbs.EndingAt(clause, clause.Length) >= length && NotVerbs.EndingAt(clause, clause.Length) > 1) return false;
        if (length < clause.Length && Mentioning.Contains(clause[^(length + 1)]) && !colon) return false;
        cue = new FoundCue(new TextSpan(offset + clause.Length - length, length), colon);
        return true;
    }
}
