// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Quotations;

/// <summary>One turn of an interview, or a line that begins with who says it.</summary>
/// <param name="Label">The label without its colon.</param>
/// <param name="Content">The words of the first paragraph.</param>
/// <param name="Paragraph">Index of that paragraph.</param>
/// <param name="Last">Index of the last paragraph of the turn.</param>
/// <param name="Speaker">Who speaks; null where the text does not tell.</param>
internal readonly record struct Turn(TextSpan Label, TextSpan Content, int Paragraph, int Last, Speaker? Speaker);

// 问：…　答：…　记者：…　马德山：… An interview is told by its labels coming back: somebody asks, somebody answers. A line that stands alone with a
// label is words only where the label is a person and the words are spoken ones, for 张三：生于1960年 and 标题：… look the same.
internal sealed class TurnReader(StudyText study, List<PairedMark> marks)
{
    private const int LongestLabel = 30;

    private static readonly PhraseTable Asking = new("问 q 记者 记者问 本报记者 本刊记者 主持人 采访者 访谈者 采访人 提问 提问者 编者问 网友问 网友提问 读者问 本报 本刊");
    private static readonly PhraseTable Answering = new("答 a 嘉宾 受访者 被访者 受访人 被采访者 答复 回答 专家答 记者答");
    private static readonly PhraseTable Reporters = new("本报记者 本刊记者 记者 采访者 采访 访谈 主持人 采写 整理 撰文 文");
    private const string Speaking = "我你您咱吧呢吗啊呀哦嘛哪啥";

    // What begins a line and is no one who speaks.
    private static readonly PhraseTable NoLabels = new(
        "时间 地点 日期 作者 来源 编者按 编辑 编辑部 责编 审核 供稿 摄影 图片 文字 附 注 说明 备注 电话 邮箱 地址 联系人 联系电话 出席 列席 主持 记录 参加 请假 题目 标题 主题 关键词 摘要 结论 目的 内容 要求 原因 方法 答案 例 如 即 其中 此外 各位代表 同志们 " +
        "各位 各位领导 各位来宾 朋友们 同学们 女士们 大家好 尊敬 亲爱");

    /// <summary>Finds the turns, ascending.</summary>
    public List<Turn> Find()
    {
        var heads = new List<(int Paragraph, TextSpan Label, int Content)>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = times.GetAlternateLookup<ReadOnlySpan<char>>();
        int asks = 0, answers = 0;
        for (var i = 0; i < study.Paragraphs.Count; i++)
        {
            if (!TryReadHead(study.Paragraphs[i], out var label, out var content)) continue;
            heads.Add((i, label, content));
            var words = Folded(label);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, words, out _)++;
            if (IsAsking(words)) asks++;
            else if (IsAnswering(words)) answers++;
        }
        if (heads.Count == 0) return [];
        // 记者：… 司机：… the answers are those of anybody whom the labels name.
        var isInterview = asks >= 1 && (answers >= 1 || heads.Count >= 2 * asks - 1 && heads.Count >= 3 && asks >= 2);
        var first = isInterview ? heads.FindIndex(h => IsAsking(Folded(h.Label)) || IsAnswering(Folded(h.Label))) : 0;
        var voices = isInterview ? new Voices(study, study.Paragraphs[heads[first].Paragraph].Start) : null;
        var turns = new List<Turn>();
        for (var i = 0; i < heads.Count; i++)
        {
            var (paragraph, label, content) = heads[i];
            var words = Folded(label);
            var span = TextSpan.FromBounds(content, study.Paragraphs[paragraph].End);
            if (StartsMarked(span) && !isInterview) continue;
            var isTurn = isInterview && i >= first && (IsAsking(words) || IsAnswering(words) || words.Length <= 8 && (lookup[words] >= 2 || Named(label, false) is not null));
            if (!isTurn && !(Named(label, false) is not null && IsSpoken(span))) continue;
            if (IsMarked(span)) continue;
            turns.Add(new Turn(label, span, paragraph, paragraph, voices?.Of(label) ?? Named(label, isTurn && lookup[words] >= 2)));
            if (isTurn && turns.Count > 1 && i > 0 && heads[i - 1].Paragraph == turns[^2].Paragraph) turns[^2] = turns[^2] with { Last = LastOf(turns[^2].Paragraph, paragraph) };
        }
        return turns;
    }

    private static bool IsAsking(ReadOnlySpan<char> label) => Asking.Contains(label) || EndsAfterName(label, '问');

    private static bool IsAnswering(ReadOnlySpan<char> label) => Answering.Contains(label) || EndsAfterName(label, '答');

    // 贝问, 斯蒂文问; not 三问, 疑问, 学问.
    private static bool EndsAfterName(ReadOnlySpan<char> label, char verb) =>
        label.Length is >= 2 and <= 5 && label[^1] == verb && !"一二三四五六七八九十几".Contains(label[0]) && !WordDictionary.Default.Contains(label);

    // An answer of several paragraphs goes on to the next label, but not past a heading or a page of other things.
    private int LastOf(int paragraph, int next)
    {
        const int Most = 12;
        if (next - paragraph > Most) return paragraph;
        var last = paragraph;
        while (last + 1 < next && IsProse(study.Paragraphs[last + 1])) last++;
        return last;
    }

    private bool IsProse(TextSpan paragraph)
    {
        var folded = study.Folded.AsSpan(paragraph.Start, paragraph.Length);
        return folded.Length >= 8 && folded[0] is not ('#' or '*' or '>' or '|' or '(' or '-') && folded[^1] is '。' or '!' or '?' or '…' or '”' or '」' or '.';
    }

    // **记者：**…, 1.问：…: the label ends with a colon, and only names and trades stand in it.
    private bool TryReadHead(TextSpan paragraph, out TextSpan label, out int content)
    {
        var folded = study.Folded.AsSpan();
        (label, content) = (default, 0);
        var start = paragraph.Start;
        while (start < paragraph.End && (folded[start] is '*' or '_' or '>' || char.IsWhiteSpace(folded[start]))) start++;
        var number = start;
        while (number < paragraph.End && char.IsAsciiDigit(folded[number])) number++;
        if (number > start && number < paragraph.End && folded[number] is '.' or '、') start = number + 1;
        var end = start;
        while (end < paragraph.End && end - start <= LongestLabel && (CharacterClass.IsHan(folded[end]) || char.IsAsciiLetter(folded[end]) || folded[end] is '·' or ' ' or '、' or '(' or ')')) end++;
        var stop = end;
        while (stop < paragraph.End && folded[stop] is '*' or '_') stop++;
        if (end == start || end - start > LongestLabel || stop >= paragraph.End || folded[stop] != ':') return false;
        content = stop + 1;
        while (content < paragraph.End && (folded[content] is '*' or '_' || char.IsWhiteSpace(folded[content]))) content++;
        while (end > start && folded[end - 1] == ' ') end--;
        label = TextSpan.FromBounds(start, end);
        return end > start && paragraph.End - content >= 2 && NoLabels.StartingAt(folded[start..end], 0) < Math.Min(2, end - start);
    }

    private bool StartsMarked(TextSpan content) => study.Folded[content.Start] is '“' or '「' or '『' or '‘' or '"' or '&';

    // The words are one pair of marks already.
    private bool IsMarked(TextSpan content)
    {
        var at = ClauseSplitter.FirstFrom(marks, content.Start);
        return at < marks.Count && marks[at].Span.Start == content.Start && !marks[at].IsTitle && marks[at].Span.Length * 4 >= content.Length * 3;
    }

    private bool IsSpoken(TextSpan content)
    {
        var words = study.Folded.AsSpan(content.Start, content.Length);
        if (words.Length < 6 || words[^1] is not ('。' or '!' or '?' or '…')) return false;
        for (var i = 0; i < words.Length; i++)
            if (Speaking.Contains(words[i]) && !(words[i] == '我' && i + 1 < words.Length && "国省市县区校院系军党厂所部".Contains(words[i + 1]))) return true;
        return false;
    }

    // 中国某大学教授 张三: the label ends with a person, and what stands before is the title; or it is a name and nothing else.
    private Speaker? Named(TextSpan label, bool comesBack)
    {
        if (Folded(label)[^1] is '曰' or '云' or '说' or '道') return null;
        if (study.People.EndingAt(label.End) is { IsNested: false } person && person.Span.Start >= label.Start) return SubjectReader.Named(study, person);
        var words = Folded(label);
        var name = words[(words.LastIndexOfAny(" 、") + 1)..];
        if (name.Length is < 2 or > 4 || Surnames.LengthAt(name, 0) is not (> 0 and var surname) || name.Length - surname is < 1 or > 2) return null;
        var tag = WordDictionary.Default.TagOf(name);
        if (tag.Length > 0 ? !tag.StartsWith("nr", StringComparison.Ordinal) : surname == 1 && Surnames.IsAlsoWord(name[0]) || name.Length == 2) return null;
        var title = words[..^name.Length].TrimEnd(" 、");
        if (name.Length == 3 && surname == 1 && !comesBack && WordDictionary.Default.Contains(name[1..]) && People.TitleBefore(title) == 0) return null;
        var span = new TextSpan(label.End - name.Length, name.Length);
        return new Speaker(span.In(study.Text), span.In(study.Text), span, MentionKind.Name);
    }

    private ReadOnlySpan<char> Folded(TextSpan span) => study.Folded.AsSpan(span.Start, span.Length);

    // Who asks and who answers: the reporter and the guest of whom title and introduction tell.
    private sealed class Voices
    {
        private const int Introduction = 3000;

        private readonly StudyText _study;
        private string? _reporter;
        private string? _guest;
        private readonly Dictionary<string, string> _short;

        public Voices(StudyText study, int firstTurn)
        {
            _study = study;
            _reporter = Reporter(study);
            _short = ShortNames(study);
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var person in study.People.In(TextSpan.FromBounds(0, firstTurn)))
                if (!person.IsNested && person.Canonical != _reporter && WordDictionary.Default.TagOf(StudyText.Fold(person.Canonical)) is not ("ns" or "nt" or "nz")) counts[person.Canonical] = counts.GetValueOrDefault(person.Canonical) + (study.Document.TitleSpan.Contains(person.Span) ? 3 : 1);
            // Once by the way is not enough, and an interview far down in a text has another introduction.
            var most = counts.Values.DefaultIfEmpty().Max();
            var best = counts.Where(c => c.Value == most).Select(c => c.Key).Take(2).ToList();
            _guest = best.Count == 1 && most >= 2 && firstTurn - study.Document.BodySpan.Start <= Introduction ? best[0] : null;
        }

        public Speaker? Of(TextSpan label)
        {
            var words = _study.Folded.AsSpan(label.Start, label.Length);
            // 贝问：… 毛答：… and 问：… 答：… from there on.
            if (words.Length > 1 && words[^1] is '问' or '答' && !Asking.Contains(words) && !Answering.Contains(words))
            {
                var named = ByFamilyName(words[..^1], label);
                if (words[^1] == '问') _reporter = named?.Canonical;
                else _guest = named?.Canonical;
                return named;
            }
            if (IsAsking(words)) return Made(_reporter, label);
            if (IsAnswering(words)) return Made(_guest, label);
            return ByFamilyName(words, label);
        }

        // 毛答, 阮：…: a family name, or the name without it, of one person only.
        private Speaker? ByFamilyName(ReadOnlySpan<char> words, TextSpan label) =>
            words.Length <= 3 && _short.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var name) && name.Length > 0 ? Made(name, label) : null;

        // What people may be called for short, and whom it means; empty for more than one.
        private static Dictionary<string, string> ShortNames(StudyText study)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var canonical in study.People.Mentions.Where(p => !p.IsNested).Select(p => p.Canonical).Distinct(StringComparer.Ordinal))
            {
                var name = StudyText.Fold(canonical);
                var surname = Surnames.LengthAt(name, 0);
                if (surname == 0 || name.Length <= surname) continue;
                Add(name[..surname], canonical);
                if (name.Length - surname == 2) Add(name[surname..], canonical);
            }
            return names;

            void Add(string key, string canonical) => names[key] = names.TryGetValue(key, out var other) && other != canonical ? "" : canonical;
        }

        private Speaker? Made(string? name, TextSpan label) => name is null ? null : new Speaker(name, label.In(_study.Text), label, MentionKind.Name);

        // author: 记者 费知秋
        private static string? Reporter(StudyText study)
        {
            var author = study.Document.Author.AsSpan().Trim();
            var folded = StudyText.Fold(study.Document.Author).AsSpan().Trim();
            var has = false;
            for (var length = 1; length > 0 && folded.Length > 0;)
            {
                length = Reporters.StartingAt(folded, 0);
                has |= length > 0;
                if (length == 0 && folded[0] is ' ' or ':' or '、' or ',' or '/') length = 1;
                folded = folded[length..];
                author = author[length..];
            }
            return has && folded.Length is >= 2 and <= 4 && Surnames.LengthAt(folded, 0) > 0 ? author.ToString() : null;
        }
    }
}
