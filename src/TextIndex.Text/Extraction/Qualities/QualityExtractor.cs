// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;

namespace TextIndex.Extraction.Qualities;

/// <summary>Finds the qualities that a text holds up: 学习他信念如磐、对党忠诚的政治品格.</summary>
/// <remarks>Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// var quality = QualityExtractor.Extract(DocumentReader.Read("a.txt", "要学习他公道正派、务实创新的职业操守。"))[0];
/// string noun = quality.NounSpan.In("要学习他公道正派、务实创新的职业操守。");   // 职业操守
/// </code></example>
public static class QualityExtractor
{
    private const int LongestQuality = 48, LongestNoun = 9;

    private static readonly PhraseTable Verbs = new("学习 发扬 弘扬 传承 继承 秉承 赓续 践行 学 学的是 学习的是 学习了 发扬光大 大力弘扬");
    private static readonly PhraseTable Nouns = new(
        "精神 品格 品质 作风 操守 情怀 情操 境界 风范 态度 意志 信念 追求 胸怀 担当 本色 风骨 气节 品行 品德 美德 觉悟 素养 传统 风格 风尚 气概 气魄 勇气 锐气 朝气 韧劲 干劲 毅力 定力 修养 信仰 忠诚 情感 本领 能力 姿态 形象 道德 胸襟 理念 价值观 人生观 原则 学风 家风 节操 气质 高尚 初心 劲头 闯劲 钻劲 骨气 志气 格局 底色 心态 职守 思想 觉醒 传承 文化 品性 性格 人格 立场 情操 榜样");

    /// <summary>Finds the qualities of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The qualities, ascending, none over another.</returns>
    public static IReadOnlyList<Quality> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, OutlineExtractor.Extract(text), PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<Quality> Extract(StudyText text, Outline outline, List<PairedMark> marks)
    {
        var found = new List<Quality>();
        List<TextSpan> sentences = [];
        var folded = text.Folded.AsSpan();
        foreach (var paragraph in text.Paragraphs)
        {
            if (!folded.Slice(paragraph.Start, paragraph.Length).ContainsAny("学扬承践续")) continue;
            sentences.Clear();
            ClauseSplitter.Split(text.Folded, paragraph, marks, ClauseSplitter.SentenceEnds, sentences);
            foreach (var sentence in sentences)
            {
                for (var i = sentence.Start; i < sentence.End; i++)
                {
                    if (Verbs.StartingAt(folded[..sentence.End], i) is not (var verb and > 0)) continue;
                    if (Read(text, outline, sentence, i, verb) is not { } quality) { i += verb - 1; continue; }
                    found.Add(quality with { Id = "QL" + (found.Count + 1).ToString(CultureInfo.InvariantCulture) });
                    i = quality.Span.End;
                }
            }
        }
        return found;
    }

    /// <summary>Tells how the sections are built that hold a quality: deed, quality, exhortation.</summary>
    internal static IReadOnlyList<ExemplarSection> FindStructure(Outline outline, IReadOnlyList<Quality> qualities)
    {
        var sections = new List<ExemplarSection>();
        foreach (var quality in qualities)
        {
            if (quality.Section.Length == 0 || sections.Count > 0 && sections[^1].Section == quality.Section) continue;
            var body = outline.At(quality.Span.Start)!.BodySpan;
            if (!body.Contains(quality.SentenceSpan)) continue;
            var deed = TextSpan.FromBounds(body.Start, quality.SentenceSpan.Start);
            var rest = TextSpan.FromBounds(quality.SentenceSpan.End, body.End);
            // A section that opens with the lesson, or ends with it, has another build.
            if (deed.Length > 0 && rest.Length > 0) sections.Add(new ExemplarSection(quality.Section, deed, quality.SentenceSpan, rest));
        }
        return sections;
    }

    private static Quality? Read(StudyText text, Outline outline, TextSpan sentence, int at, int verb)
    {
        var folded = text.Folded.AsSpan();
        var from = at + verb;
        var of = "";
        var learnt = folded.Slice(at, verb)[0] == '学';
        // 他, 其, 某某同志, 某某同志的
        var owner = from;
        foreach (var person in text.People.In(new TextSpan(from, 1)))
            if (person.Span.Start == from) (of, owner) = (person.Canonical, person.FullSpan.End);
        if (owner == from && from < sentence.End && folded[from] is '他' or '她' or '其') owner = from + (from + 1 < sentence.End && folded[from + 1] == '们' ? 2 : 1);
        if (learnt && owner == from) return null;
        if (owner > from && owner < sentence.End && folded[owner] == '的') owner++;
        if (owner > from && owner < sentence.End && folded[owner] == '那') owner += owner + 1 < sentence.End && folded[owner + 1] == '种' ? 2 : 0;
        var end = owner;
        while (end < sentence.End && end - owner < LongestQuality && folded[end] is not (',' or ';' or ':' or '。' or '“' or '《')) end++;
        if (end < sentence.End && folded[end] is '“' or '《') return null;
        var words = folded[owner..end];
        var de = words.LastIndexOf('的');
        if (de < 2 || words.Length - de - 1 is < 2 or > LongestNoun) return null;
        var noun = words[(de + 1)..];
        if (Nouns.EndingAt(noun, noun.Length) == 0) return null;
        var attributes = new List<TextSpan>();
        for (int start = owner, i = owner; i <= owner + de; i++)
        {
            if (i < owner + de && folded[i] is not ('、' or '和')) continue;
            if (i < owner + de && folded[i] == '和' && (i - start < 2 || owner + de - i < 3)) continue;
            if (i > start) attributes.Add(TextSpan.FromBounds(start, i));
            start = i + 1;
        }
        foreach (var attribute in attributes)
            if (attribute.Length is < 2 or > 16) return null;
        if (attributes.Count == 0) return null;
        if (of.Length == 0 && owner > from) of = Before(text, at);
        var clause = at;
        while (clause > sentence.Start && folded[clause - 1] is not (',' or ';' or ':')) clause--;
        var learner = folded[clause..at].LastIndexOf('要') is var want and > 0 ? TextSpan.FromBounds(clause, clause + want) : default;
        var close = sentence.End < folded.Length && folded[sentence.End] is '。' or '!' or '?' ? sentence.End + 1 : sentence.End;
        return new Quality
        {
            Id = "",
            Span = TextSpan.FromBounds(owner, end),
            Text = TextSpan.FromBounds(owner, end).In(text.Text),
            AttributeSpans = attributes,
            NounSpan = TextSpan.FromBounds(owner + de + 1, end),
            Verb = new TextSpan(at, verb).In(text.Text),
            Of = of,
            Learner = learner.In(text.Text),
            SentenceSpan = TextSpan.FromBounds(sentence.Start, close),
            Section = outline.At(at)?.Id ?? "",
        };
    }

    // The one person whom the paragraph has named before; of two the sentence must say which.
    private static string Before(StudyText text, int offset)
    {
        var paragraph = text.ParagraphAt(offset);
        var name = "";
        foreach (var person in text.People.In(TextSpan.FromBounds(paragraph.Start, offset)))
        {
            if (person.IsNested) continue;
            if (name.Length == 0) name = person.Canonical;
            else if (name != person.Canonical) return MoreOften(text, name, person.Canonical);
        }
        return name;
    }

    private static string MoreOften(StudyText text, string first, string second)
    {
        int a = 0, b = 0;
        foreach (var person in text.People.Mentions)
        {
            if (person.Canonical == first) a++;
            else if (person.Canonical == second) b++;
        }
        return a > 2 * b ? first : b > 2 * a ? second : "";
    }
}
