// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Names;

// Organisations and places over the words of the dictionary. An organisation is a run of words that begins with what makes it one of its kind (a
// place, 中央, 省委, a name) and ends with what an office, a school, a company is called. Without such a beginning 组织部 and 学校 are no names.
internal static class PlaceFinder
{
    private const int MostWords = 10, LongestName = 30;

    private static readonly PhraseTable Endings = new(
        "办公厅 办公室 组织部 宣传部 统战部 政法委 政研室 纪委 监委 纪检委 委员会 常委会 党校 行政学院 干部学院 大学 学院 中学 小学 幼儿园 学校 医院 卫生院 公司 集团 银行 法院 检察院 公安局 派出所 出版社 报社 电视台 电台 通讯社 研究院 研究所 研究中心 中心 协会 学会 联合会 总工会 工会 妇联 团委 " +
        "基金会 博物馆 图书馆 文化馆 纪念馆 展览馆 科技馆 体育馆 政府 人民政府 党委 党组 党总支 支部 党支部 部 厅 局 委 署 总局 管理局 教育局 财政局 民政局 农业局 水利局 文旅局 卫健委 发改委 国资委 教育厅 财政厅 民政厅 科技厅 教育部 财政部 国防部 外交部 农业部 商务部 工厂 厂 合作社 供电所 供电局 气象局 管理站 服务中心 剧院 剧团 书店 酒店 宾馆 " +
        "实验室 设计院 科学院 工程院 社科院 文联 作协 科协 侨联 残联 红十字会 理事会 董事会 俱乐部 联盟 总队 支队 大队 消防队 军区 军 师 旅 指挥部 司令部 议会 国会 法庭 事务所 有限公司 股份有限公司 责任公司 养老院 福利院 敬老院 文化和旅游局");

    // Single characters end a name only behind a whole one: 青海省委, 县教育|局.
    private const string ShortEndings = "部厅局委署厂军师旅";

    private static readonly PhraseTable Heads = new(
        "中央 国务院 中共 全国 中国 中华 国家 省委 市委 县委 区委 州委 省 市 县 区 镇 乡 地委 旗委 自治区 党委 团中央 省政府 市政府 县政府 最高 省级 北方 南方 东方 西北 西南 东北 华东 华北 华南 华中 中南 联合国 世界 国际 亚洲 欧洲 省教育厅 县教育局 解放军 武警 中科院");

    private static readonly PhraseTable Whole = new(
        "党中央 中共中央 国务院 全国人大 全国政协 中央军委 中央纪委 中央政法委 中央组织部 中央宣传部 中央统战部 中央办公厅 中宣部 中组部 中纪委 新华社 人民日报社 教育部 财政部 外交部 商务部 国防部 最高人民法院 最高人民检察院 联合国 北约 欧盟 世卫组织 世贸组织 世界卫生组织 世界贸易组织 团中央 共青团中央 全国总工会 全国妇联 " +
        "发改委 国家发展改革委 中科院 社科院 中国科学院 中国工程院 中国社会科学院 中央电视台 央视 八路军 新四军 红军 解放军 中国人民解放军 武警部队");

    // What stands before no name: 各级党组织, 全省.
    private static readonly PhraseTable Generic = new("各级 全省 全市 全县 全国 全区 全镇 全乡 全村 各省 各市 各县 本省 本市 本县 我省 我市 我县 我校 本校 有关 相关 基层 某 各 该 本 其他 其它 这个 那个 一个 我们 部分 地方 所在");

    private static readonly PhraseTable Areas = new("省 市 县 区 镇 乡 村 州 盟 旗 自治区 自治州 自治县 特别行政区 新区 开发区 街道 社区 屯 寨");
    private const string AreaEnds = "省市县区镇乡村州盟旗屯寨";

    public static void Find(StudyText text, Func<TextSpan, bool> isGiven, MentionTable organizations, MentionTable places)
    {
        var folded = text.Folded.AsSpan();
        var words = Array.Empty<TextSpan>();
        for (var number = 0; number < text.Paragraphs.Count; number++)
        {
            var paragraph = text.Paragraphs[number];
            var part = folded.Slice(paragraph.Start, paragraph.Length);
            var count = text.Words.CopyTo(number, ref words);
            var claimed = 0;                    // words before this one belong to a name
            for (var i = 0; i < count; i++)
            {
                var span = new TextSpan(paragraph.Start + words[i].Start, words[i].Length);
                var word = part.Slice(words[i].Start, words[i].Length);
                if (!CharacterClass.IsHan(word[0])) continue;
                if (Area(text, part, words, i, count, paragraph.Start) is { Length: > 0 } area && !isGiven(area) && !IsInPerson(text, area) && !folded[area.End..].StartsWith("特色")) places.Add(Canonical(text, area), area, Messages.NamePlace);
                if (i < claimed) continue;
                var end = WholeAt(part, words, i, count);
                if (end == 0 && Organization(part, words, i, count) is var taken and > 0) end = taken;
                if (end == 0) continue;
                var name = TextSpan.FromBounds(span.Start, paragraph.Start + words[end - 1].End);
                if (isGiven(name)) continue;
                organizations.Add(name.In(text.Text), name, Messages.NameOrganization);
                claimed = end;
            }
        }
    }

    // 治国 in the name of a person is no place.
    private static bool IsInPerson(StudyText text, TextSpan area)
    {
        foreach (var person in text.People.In(TextSpan.FromBounds(Math.Max(0, area.Start - 4), area.End)))
            if (person.Span.Overlaps(area)) return true;
        return false;
    }

    // A name of the table, in one word or several; 0 for none.
    private static int WholeAt(ReadOnlySpan<char> part, TextSpan[] words, int at, int count)
    {
        var best = 0;
        for (var end = at + 1; end <= Math.Min(count, at + 5); end++)
        {
            var name = part[words[at].Start..words[end - 1].End];
            if (Whole.Contains(name) && Organization(part, words, at, count) <= end) best = end;
        }
        return best;
    }

    // Words from a head to the last ending in a run of nouns; 0 for none.
    private static int Organization(ReadOnlySpan<char> part, TextSpan[] words, int at, int count)
    {
        var head = part.Slice(words[at].Start, words[at].Length);
        if (Generic.Contains(head) && !Heads.Contains(head) || !IsHead(part, words, at, head)) return 0;
        if (at > 0 && Generic.Contains(part.Slice(words[at - 1].Start, words[at - 1].Length))) return 0;
        var best = 0;
        for (var i = at; i < count && i - at < MostWords && words[i].End - words[at].Start <= LongestName; i++)
        {
            var word = part.Slice(words[i].Start, words[i].Length);
            if (!CharacterClass.IsHan(word[0])) break;
            var ends = Endings.Contains(word) && (word.Length > 1 || ShortEndings.Contains(word[0]) && i > at) || word.Length > 2 && Endings.EndingAt(word, word.Length) > 1;
            if (ends && (i > at || word.Length >= 4 && IsPlace(word[..2]) || word.Length >= 4 && WordDictionary.Default.TagOf(word) is "nt")) best = i + 1;
            // 教育局和大学 are two; 文化和旅游局 is one.
            if (best > 0 && (word is "和" or "与")) break;
            if (i > at && !IsInside(word, WordDictionary.Default.TagOf(word))) break;
        }
        // 中央财政, 市场: a head with nothing behind it is no name; 县委书记 is an office.
        return best;
    }

    private static bool IsHead(ReadOnlySpan<char> part, TextSpan[] words, int at, ReadOnlySpan<char> word)
    {
        if (Heads.Contains(word)) return word.Length > 1 || at == 0 || !CharacterClass.IsHan(part[words[at].Start - 1]) || WordDictionary.Default.TagOf(part.Slice(words[at - 1].Start, words[at - 1].Length)) is "p" or "v" or "c" or "d" or "t" or "u";
        var tag = WordDictionary.Default.TagOf(word);
        return tag is "ns" or "nt" && word.Length >= 2 || tag is "nz" && word.Length >= 2 || word.Length >= 3 && AreaEnds.Contains(word[^1]) && tag.Length == 0;
    }

    private static bool IsInside(ReadOnlySpan<char> word, string tag) =>
        tag.StartsWith('n') || tag is "vn" or "j" or "b" or "an" or "s" or "f" or "l" or "" || word is "和" or "与" or "第一" or "第二" or "第三" or "总" || tag is "v" && word.Length == 2 && !(word is "印发" or "发布" or "召开" or "举行" or "要求" or "表示" or "组织" or "举办" or "开展" or "启动" or "出台" or "成立" or "工作" or "学习" or "担任");

    private static bool IsPlace(ReadOnlySpan<char> word) => NameShapes.IsPlace(word);

    // 青海, 青海省 (also in 青海|省委), 云岭|市
    private static TextSpan Area(StudyText text, ReadOnlySpan<char> part, TextSpan[] words, int at, int count, int offset)
    {
        var word = part.Slice(words[at].Start, words[at].Length);
        var end = words[at].End;
        var next = at + 1 < count ? part.Slice(words[at + 1].Start, words[at + 1].Length) : default;
        // 玄武区, however it was cut.
        if (PlaceTable.Default.WholeAt(part, words[at].Start) is var length and > 0 && EndsWord(words, at, count, words[at].Start + length))
            return new TextSpan(offset + words[at].Start, length);
        if (word.Length >= 2 && IsPlace(word))
        {
            if (AreaEnds.Contains(word[^1]) && word.Length == 2 && Generic.Contains(word)) return default;
            if (end < part.Length && part[end] is '省' or '市' or '县' or '区' or '镇' or '乡' or '村' or '州' && (next.Length == 1 || part[end] == '省')) end++;
            return TextSpan.FromBounds(offset + words[at].Start, offset + end);
        }
        // An unknown name before 县 or 村: 青禾|县. Ordinary words before it make no name (贫困县, 行政村).
        if (next.Length > 0 && next.Length <= 3 && Areas.Contains(next) && word.Length is 2 or 3 && !Generic.Contains(word) && WordDictionary.Default.TagOf(word) is "" or "ns" or "nz" or "nr" or "nrt" && !text.People.In(new TextSpan(offset + words[at].Start, 1)).Any())
            return TextSpan.FromBounds(offset + words[at].Start, offset + words[at + 1].End);
        if (word.Length is 3 or 4 && AreaEnds.Contains(word[^1]) && WordDictionary.Default.TagOf(word) is "" or "ns" && !Generic.Contains(word[..2]) && !Generic.Contains(word[..1]) && WordDictionary.Default.TagOf(word[..^1]) is "" or "ns" or "nz" or "nr")
            return TextSpan.FromBounds(offset + words[at].Start, offset + end);
        return default;
    }

    private static bool EndsWord(TextSpan[] words, int at, int count, int end)
    {
        while (at < count && words[at].End < end) at++;
        return at < count && words[at].End == end;
    }

    /// <summary>The place that an organisation's name begins with (青海省 of 青海省委组织部); empty for none.</summary>
    internal static TextSpan PlaceAtHead(ReadOnlySpan<char> folded, TextSpan name)
    {
        var start = folded[name.Start..name.End].StartsWith("中共") ? name.Start + 2 : name.Start;
        var part = folded[..name.End];
        var length = PlaceTable.Default.StartingAt(part, start, out var entry);
        if (length > 0 && !PlaceTable.Default.IsPlace(part.Slice(start, length))) length = 0;
        length = Math.Max(length, NameShapes.KnownPlaces.StartingAt(part, start));
        if (length == 0 || start + length >= name.End) return default;
        if (part[start + length] is '省' or '市' or '县' or '区' or '州' && start + length + 1 < name.End) length++;
        return new TextSpan(start, length);
    }

    // 青海省 and 青海 are one place.
    internal static string Canonical(StudyText text, TextSpan area)
    {
        var folded = text.Folded.AsSpan(area.Start, area.Length);
        return folded.Length >= 3 && folded[^1] is '省' or '市' && WordDictionary.Default.TagOf(folded[..^1]) is "ns" ? new TextSpan(area.Start, area.Length - 1).In(text.Text) : area.In(text.Text);
    }
}
