// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Runtime.InteropServices;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Themes;

/// <summary>Finds the strings of a text that may be key phrases.</summary>
internal static class PhraseFinder
{
    private const int MostWords = 4;
    private const int LongestPhrase = 12;

    private enum TokenKind : byte { Break, Stop, Verb, Content }

    private readonly record struct Token(TextSpan Span, TokenKind Kind, double Weight);

    // Function words, and words that any text of the genre holds.
    private static readonly PhraseTable Stops = new(
        "我们 你们 他们 她们 它们 大家 自己 人们 每个 每名 每位 各位 各级 广大 同志 同志们 先生 女士 近日 日前 今天 昨天 明天 今年 去年 明年 当前 目前 现在 未来 过去 如今 时候 时间 时刻 期间 之后 之前 以后 以前 以来 其中 之一 作为 应该 应当 必须 可以 可能 能够 需要 " +
        "没有 不是 就是 还是 这个 那个 这些 那些 这样 那样 这种 什么 怎么 如何 为什么 已经 曾经 正在 将要 通过 以及 并且 而且 或者 因为 所以 由于 因此 如果 虽然 但是 不过 然而 只有 只要 无论 不管 不论 尽管 即使 不断 更加 更好 非常 十分 特别 真正 经常 常常 始终 一直 总是 越是 " +
        "面前 方面 许多 很多 一些 一个 一种 一次 一名 一位 一样 一起 一切 一定 一律 一方面 另一方面 部分 全部 所有 任何 不同 主要 重要 有关 相关 关于 对于 根据 按照 随着 为了 围绕 结合 包括 例如 比如 等等 之间 之中 当中 以上 以下 左右 如下 同时 然后 随后 最后 首先 其次 再次 " +
        "第一 第二 第三 一是 二是 三是 四是 五是 个个 人人 处处 时时 事事 成为 认为 表示 指出 强调 介绍 告诉 决不 坚决 切实 自觉 认真 积极 努力 深入 全面 进一步 有效 充分 大力 高度 那么 多么 只是 便是 也是 都是 这是 那是 是否 有人 有的 有些 为何 怎样 走进 起来 出来 下去 上来 过来 " +
        "到底 终于 依然 仍然 似乎 好像 几乎 大约 左右 有时 当时 后来 从此 此外 另外 接着 于是 可是 否则 甚至 不仅 不但 不只 不能 不会 不要 一天 一年 两个 三个 几个 每天 每年 有着 做到 得到 看到 听到 想到 感到 来到 走到 说道 里面 上面 下面 前面 后面 家中 前往 给予 的话 的确 广大党员 广大干部 广大群众 广大青年");

    // Verbs that take phrases for objects: no phrase of several words begins or ends with one.
    private static readonly PhraseTable Verbs = new(
        "学习 开展 进行 加强 提升 提高 增强 坚持 推动 推进 提出 解决 破解 实施 落实 贯彻 完善 建立 健全 制定 出台 印发 号召 引导 组织 带领 参加 参与 举办 举行 召开 发挥 发展 树立 弘扬 传承 践行 牢记 强化 深化 优化 促进 实现 确保 保持 保障 维护 抓好 做好 打造 营造 形成 构建 " +
        "建设 成为 获得 取得 赢得 面对 抓住 拿出 使用 利用 运用 具有 拥有 存在 产生 带来 走在 站在 善于 敢于 勇于 注重 重视 关注 关心 支持 帮助 服务 管理 要求 希望 决定 开始 继续 完成 达到 留下 提供 创造 牵头 高效 早日 融入 注入 服从 防 抗 迎 扛 打 碰 破 越 答好 练就 筑牢 厚植 锤炼 涵养 汲取 凝聚 激发 展现 彰显 诠释 体现");

    // One character that may open or close a phrase of several words (村干部, 党史); every other single character divides phrases.
    private const string Nouns = "村乡镇县省市区党团校国民军家校史律纪农工林水电法税医病林田粮山河海城房路桥书诗文画歌戏";

    private static readonly PhraseTable Directions = new("出来 上去 下去 起来 过来 下来 进来 回来 回去 过去 上来 出去 进去");
    private const string Numerals = "一二三四五六七八九十两几数百千万零〇";
    private const string Units = "亿点岁年月日时分秒个名位次条里公斤元句件家间座项只";

    public static List<CandidatePhrase> Find(StudyText text, Outline outline, List<PairedMark> marks)
    {
        var phrases = new CandidateTable(text.Folded);
        AddRuns(Tokens(text), phrases);
        AddQualities(text, phrases);
        AddNames(text, phrases);
        CountQualities(text, phrases);
        var found = new List<CandidatePhrase>(phrases.Phrases.Count);
        foreach (var phrase in phrases.Phrases)
            if (phrase.Count > 0) found.Add(phrase);
        Mark(text, outline, marks, found);
        return found;
    }

    private static List<Token> Tokens(StudyText text)
    {
        var words = text.Words;
        var tokens = new List<Token>(words.Count + text.Paragraphs.Count);
        var dictionary = WordDictionary.Default;
        var folded = text.Folded.AsSpan();
        var people = text.People.Mentions;
        var person = 0;
        for (var paragraph = 0; paragraph < text.Paragraphs.Count; paragraph++)
        {
            var start = text.Paragraphs[paragraph].Start;
            foreach (var end in words.EndsIn(paragraph))
            {
                var span = TextSpan.FromBounds(start, end);
                var word = folded[start..end];
                start = end;
                // A name divides phrases: what holds one is a piece of a sentence about the person.
                while (person < people.Count && people[person].Span.End <= span.Start) person++;
                var kind = person < people.Count && people[person].Span.Overlaps(span) && !people[person].IsNested ? TokenKind.Break : KindOf(word);
                tokens.Add(new Token(span, kind, kind < TokenKind.Verb ? 0 : Weight(dictionary, word)));
            }
            tokens.Add(new Token(new TextSpan(text.Paragraphs[paragraph].End, 0), TokenKind.Break, 0));
        }
        return tokens;
    }

    private static TokenKind KindOf(ReadOnlySpan<char> word)
    {
        var first = word[0];
        if (CharacterClass.IsHan(first))
        {
            if (word.Length == 1) return Nouns.Contains(first) ? TokenKind.Content : Verbs.Contains(word) ? TokenKind.Verb : TokenKind.Stop;
            if (Stops.Contains(word) || Numerals.Contains(first) && (word.Length == 2 || (Numerals + Units).Contains(word[1]) || word[^1] is '次' or '个')) return TokenKind.Stop;
            if (word.Length >= 3 && (word.Length == 3 && word[1] is '得' or '不' || Directions.EndingAt(word, word.Length) > 0)) return TokenKind.Stop;   // 看不见, 贴上去
            return Verbs.Contains(word) ? TokenKind.Verb : TokenKind.Content;
        }
        return char.IsLetter(first) && word.Length > 1 ? TokenKind.Content : TokenKind.Break;
    }

    // Rarity in general Chinese, from the frequencies of the dictionary; a word it does not have counts as rare, not as rarest: it may be two words.
    private static double Weight(WordDictionary dictionary, ReadOnlySpan<char> word)
    {
        var frequency = dictionary.FrequencyOf(word);
        return Math.Log(60_000_000.0 / (frequency > 0 ? frequency + 20 : 2000));
    }

    private static void AddRuns(List<Token> list, CandidateTable phrases)
    {
        var tokens = CollectionsMarshal.AsSpan(list);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind < TokenKind.Verb) continue;
            var weight = 0.0;
            for (var j = i; j < tokens.Length && j < i + MostWords && tokens[j].Kind >= TokenKind.Verb; j++)
            {
                weight += tokens[j].Weight;
                var span = TextSpan.FromBounds(tokens[i].Span.Start, tokens[j].Span.End);
                if (span.Length > LongestPhrase) break;
                if (span.Length < 2 || tokens[i].Kind == TokenKind.Verb || tokens[j].Kind == TokenKind.Verb || j > i && tokens[j].Span.Length == 1 && tokens[i].Span.Length == 1) continue;
                var whole = (i == 0 || tokens[i - 1].Kind <= TokenKind.Verb) && (j + 1 == tokens.Length || tokens[j + 1].Kind <= TokenKind.Verb);
                var phrase = phrases.At(span, j - i + 1, weight / (j - i + 1));
                if (phrase.Count == 0 || phrase.Last.End <= span.Start) phrase.Add(span);
                if (whole) phrase.Whole++;
            }
        }
    }

    private static readonly PhraseTable Learning = new("学习 弘扬 发扬 传承 赓续 保持 锤炼 践行 涵养 砥砺 学习和弘扬 继承和发扬");
    private static readonly SearchValues<char> LearningStarts = SearchValues.Create("学弘发传赓保锤践涵砥");
    private static readonly PhraseTable Models = new("他 她 其 他们 她们 先进 榜样");

    // 学习他甲、乙的丙: what the text wants to be learnt. The qualities 甲 and 乙 and the noun 丙 are phrases of their own.
    private static void AddQualities(StudyText text, CandidateTable phrases)
    {
        var folded = text.Folded.AsSpan();
        for (var i = 0; i + 2 < folded.Length; i++)
        {
            var next = folded[i..^2].IndexOfAny(LearningStarts);
            if (next < 0) return;
            i += next;
            var verb = Learning.StartingAt(folded, i);
            if (verb == 0) continue;
            var at = i + verb;
            var model = Models.StartingAt(folded, at);
            if (model == 0)
            {
                var person = text.People.In(new TextSpan(at, 1)).FirstOrDefault();
                if (person is null) continue;
                model = person.FullSpan.End - at;
            }
            at += model;
            if (at < folded.Length && folded[at] == '的') at++;
            if (at < folded.Length && folded[at] == '那') continue;
            ReadQualities(text.Folded, at, phrases);
        }
    }

    private static void ReadQualities(string text, int at, CandidateTable phrases)
    {
        var folded = text.AsSpan();
        var qualities = new List<TextSpan>();
        for (var start = at; start < folded.Length && qualities.Count < 6;)
        {
            var end = start;
            while (end < folded.Length && end - start <= 10 && CharacterClass.IsHan(folded[end]) && folded[end] != '的') end++;
            if (end == folded.Length || end - start is < 2 or > 10) return;
            qualities.Add(TextSpan.FromBounds(start, end));
            if (folded[end] == '的')
            {
                var noun = end + 1;
                while (noun < folded.Length && noun - end <= 8 && CharacterClass.IsHan(folded[noun])) noun++;
                if (noun - end - 1 is < 2 or > 6) return;
                foreach (var quality in qualities) AddQuality(quality, true);
                AddQuality(TextSpan.FromBounds(end + 1, noun), false);
                return;
            }
            if (folded[end] is not ('、' or ',')) return;
            start = end + 1;
        }

        void AddQuality(TextSpan span, bool isQuality)
        {
            var phrase = phrases.At(span, 1, 9.5);
            if (!phrase.Has(span)) phrase.Add(span);
            phrase.Whole++;
            phrase.IsQuality |= isQuality;
        }
    }

    // A quality is counted wherever its string stands: the cut may divide 对党忠诚 in one place and not in another.
    private static void CountQualities(StudyText text, CandidateTable phrases)
    {
        var most = 64;      // each is one scan of the text
        foreach (var phrase in phrases.Phrases)
        {
            if (!phrase.IsQuality || most-- == 0) continue;
            phrase.ClearOccurrences();
            var folded = text.Folded.AsSpan();
            for (int at = 0, next; (next = folded[at..].IndexOf(phrase.Folded)) >= 0; at += next + phrase.Length)
                phrase.Add(new TextSpan(at + next, phrase.Length));
        }
    }

    private static void AddNames(StudyText text, CandidateTable phrases)
    {
        var names = new Dictionary<string, CandidatePhrase>(StringComparer.Ordinal);
        foreach (var person in text.People.Mentions)
        {
            if (person.IsNested) continue;
            if (!names.TryGetValue(person.Canonical, out var name))
            {
                var folded = StudyText.Fold(person.Canonical);
                if (!names.TryGetValue(folded, out name)) names.Add(folded, name = phrases.Replace(folded, 1, 10));
                names.TryAdd(person.Canonical, name);
            }
            name.IsName = true;
            name.Add(person.Span);
        }
    }

    private static void Mark(StudyText text, Outline outline, List<PairedMark> marks, List<CandidatePhrase> phrases)
    {
        var titles = marks.FindAll(m => m.IsTitle);
        var (paragraphs, title) = (text.Paragraphs, text.Document.TitleSpan);
        var paragraph = 0;
        foreach (var phrase in phrases)
        {
            // Most follow each other as they stand in the text.
            var start = phrase.First.Start;
            if (paragraph >= paragraphs.Count || start < paragraphs[paragraph].Start || start >= paragraphs[paragraph].End) paragraph = IndexOf(paragraphs, start);
            phrase.Paragraph = paragraph + 1;
            for (var i = 0; i < phrase.Count; i++)
            {
                var span = phrase[i];
                if (phrase.Heading == 0 && outline.Headings.Count > 0 && outline.At(span.Start) is { } heading && heading.Span.Contains(span))
                    phrase.Heading = int.Parse(heading.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
                phrase.InTitle = phrase.InTitle || title.Contains(span) || titles.Count > 0 && InAny(titles, span);
            }
        }
    }

    private static bool InAny(List<PairedMark> titles, TextSpan span)
    {
        int low = 0, high = titles.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (titles[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle - 1;
        }
        return high >= 0 && titles[high].Content.Contains(span);
    }

    private static int IndexOf(IReadOnlyList<TextSpan> paragraphs, int offset)
    {
        int low = 0, high = paragraphs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (paragraphs[middle].Start <= offset) low = middle + 1;
            else high = middle - 1;
        }
        return Math.Max(0, high);
    }
}
