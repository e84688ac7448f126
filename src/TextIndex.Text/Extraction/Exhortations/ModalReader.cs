// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Exhortations;

// A modal urges where it opens a clause, alone or behind adverbs and a subject that may be urged. 他要走, 消息要来 tell; 重要, 要求, 需要 are other words.
internal readonly struct ModalReader(StudyText text)
{
    private static readonly PhraseTable Modals = new("要 应 应该 应当 必须 须 务必 务须 需要 需 不得 不要 不能 不准 不许 决不能 绝不能 决不 绝不 切不可 切莫 切忌 严禁 切实 坚决 必定要 一定要 不应 不应该 不可 理应");
    private const string BeforeYao = "重主需首必将只纲概摘机索紧险次简想若正快提不是政摄刚他她它我你谁";
    private const string AfterYao = "求点素闻么是紧领害塞职员件旨诀义冲道隘价好案人目";
    private static readonly PhraseTable OtherYing = new("应对 应用 应邀 应急 应变 应聘 应付 应届 应有 应县 应城 应答 应约 应试 应征 应声 应允 应景 应战 应许 应援 应验 应接 应酬 应收 应纳 应交 应时 应运");
    private static readonly PhraseTable Adverbs = new(
        "还 也 更 都 既 又 就 首先 其次 再次 最后 同时 今后 因此 所以 但 但是 而且 并且 尤其 特别 始终 一定 越 越是 越是这样 越是如此 必然 总 总是 真正 同样 更加 当前 目前 今天 现在 此外 另外 一方面 另一方面 一是 二是 三是 四是 五是 六是 仍 仍然 依然 则 才 便 此时 这就 于是 从而 只有 自觉 时刻 那么 不仅 不但 下一步 接下来 对此 为此 因而 既然 先 再 " +
        "也就 同时也 同时还 更是 这里 平时 平日里 工作中 生活中 一 二 三 四 五 六 七 今年 明年");
    private static readonly PhraseTable Agents = new(
        "我们 大家 同志们 你们 咱们 每个人 人人 自己 全党 全社会 各地 各部门 各单位 各级 双方 各方 部门 干部 党员 组织 党组织 党委 支部 单位 青年 学生 同学 同学们 教师 老师 学校 学院 政府 企业 机关 领导 班子 成员 同志 群众 人民 公民 家长 社会 记者 工作者 战士 官兵 职工 员工 委员 代表 " +
        "队伍 县 乡镇 镇 村 街道 社区 小组 专班 中心 办公室 党校 法院 检察院 医院 团队 新时代 年轻人 我们党 党 国家 中国 团组织 一把手 书记 带头人 工会 协会 者 员 们 处 科 室 局 部 委 厅 院 校 站 所 办 会 户 人员 国家工作人员 读者 后人 子女");

    // Those of whom a story tells.
    private const string Told = "他她它我你妳谁";

    public ModalHit Find(List<TextSpan> clauses)
    {
        var role = default(TextSpan);
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var folded = text.Folded.AsSpan();
            if (folded[clause.Start..clause.End].StartsWith("作为")) role = TextSpan.FromBounds(clause.Start + 2, clause.End);
            if (TryFind(clause, out var modal, out var agent)) return new ModalHit(modal, agent, agent.Length > 0 ? role : default, i == 0 ? agent.Length > 0 ? "agent+modal" : "modal" : "modal-in-later-clause");
        }
        return default;
    }

    private bool TryFind(TextSpan clause, out TextSpan modal, out TextSpan agent)
    {
        modal = agent = default;
        var folded = text.Folded.AsSpan();
        var limit = Math.Min(clause.End - 1, clause.Start + 26);
        for (var i = clause.Start; i < limit; i++)
        {
            if (folded[i] is '“' or '‘' or '「' or '『' or '"' or '《' or '(') return false;
            var length = Modals.StartingAt(folded[..clause.End], i);
            if (length == 0 || !IsModal(folded, clause, i, length)) continue;
            if (!MayBeUrged(folded, clause, i, out agent)) return false;
            modal = new TextSpan(i, length);
            return true;
        }
        return false;
    }

    private static bool IsModal(ReadOnlySpan<char> folded, TextSpan clause, int at, int length)
    {
        var word = folded.Slice(at, length);
        var before = at > clause.Start ? folded[at - 1] : '\n';
        var after = at + length < clause.End ? folded[at + length] : '\n';
        if (word[0] == '要' && (BeforeYao.Contains(before) && !IsSubject(folded, clause, at) || AfterYao.Contains(after) || after == '不' && at + 2 < clause.End && folded[at + 2] is '是' or '然')) return false;
        if (word is "应" && (OtherYing.StartingAt(folded, at) > 0 || CharacterClass.IsHan(before) && WordDictionary.Default.Contains(folded.Slice(at - 1, 2)))) return false;
        if (word is "需" or "须" && (before is '必' or '无' or '急' or '所' or '供' or '军' or '内' || after is '求' or '要' or '知' or '臾')) return false;
        // 切实+verb and 坚决 urge only where they open the clause; 不能, 不可 tell a fact behind most subjects.
        if (word is "切实" or "坚决" or "不能" or "不可" or "需" or "须" or "决不" or "绝不" && at > clause.Start) return false;
        if (word is "不能" or "不可" or "需要" or "不要" && (after is '不' or '的' or '\n' or '再' or '思' or '或' || word is "需要" && !(after is '把' or '在' or '从' or '坚' or '进' or '加' or '不'))) return false;
        // 要 with nothing to do behind it.
        return after is not ('\n' or '的' or '、' or '了' or '吗' or '啊');
    }

    private static bool IsSubject(ReadOnlySpan<char> folded, TextSpan clause, int at) => folded[at - 1] is '不' && at - 1 == clause.Start;

    private bool MayBeUrged(ReadOnlySpan<char> folded, TextSpan clause, int modal, out TextSpan agent)
    {
        agent = default;
        var (start, end) = (clause.Start, modal);
        for (var moved = true; moved && start < end;)
        {
            moved = false;
            if (Adverbs.StartingAt(folded[..end], start) is var head and > 0) (start, moved) = (start + head, true);
            else if (Adverbs.EndingAt(folded[start..end], end - start) is var tail and > 0) (end, moved) = (end - tail, true);
        }
        if (start >= end) return true;
        var subject = folded[start..end];
        if (Told.Contains(subject[^1]) || Told.Contains(subject[0]) && !subject.StartsWith("我们") && !subject.StartsWith("你们") && !subject.StartsWith("我国") && !subject.StartsWith("我校") || subject.EndsWith("他们") || subject.EndsWith("她们")) return false;
        foreach (var person in text.People.In(TextSpan.FromBounds(start, end)))
            if (person.FullSpan.End >= end && !person.IsNested) return false;
        if (Agents.EndingAt(subject, subject.Length) > 0)
        {
            // 但|我们, 那么|大家
            if (subject.Length > 14) return subject.Length <= 24;
            agent = TextSpan.FromBounds(start, end);
            return true;
        }
        // A phrase before the modal (在工作中要, 对群众反映的问题要, 核查要) that does not tell of anybody.
        return subject[0] is '在' or '对' or '从' or '以' or '用' or '把' or '凡' || subject.Length <= 6 && !subject.ContainsAny("是有了说想去来怎什哪谁可会能看得");
    }

    /// <summary>Tells whether a unit opens with a verb or with what leads to one (把, 以, 不), as an imperative does.</summary>
    public static bool BeginsWithVerb(string folded, TextSpan unit)
    {
        var words = new TextSpan[24];
        var window = folded.AsSpan(unit.Start, Math.Min(unit.Length, 12));
        if (WordSegmenter.Default.Segment(window, words) == 0) return false;
        var first = window.Slice(words[0].Start, words[0].Length);
        if (first is "把" or "将" or "以" or "用" or "不" or "自觉" or "切实" or "坚决" or "始终" or "积极" or "主动" or "努力" or "真正" or "认真") return true;
        return WordDictionary.Default.TagOf(first) is "v" or "vn" && first.Length >= 2 && !(first is "是" or "有" or "可以" or "没有" or "成为");
    }
}
