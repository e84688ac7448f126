// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Exhortations;

/// <summary>Finds 号召X做Y: who calls, who is called, what for.</summary>
internal static class ReportedCalls
{
    private static readonly PhraseTable Verbs = new("号召 呼吁 倡议 动员");
    private static readonly PhraseTable NoVerbs = new("号召力 号召下 的号召 倡议书 动员会 动员令 动员大会 倡议下 的倡议 的呼吁 的动员 响应号召 社会动员 总动员");
    private static readonly PhraseTable Acts = new("印发 发布 下发 出台 发出 召开 举行 公布 联合 部署 要求 决定");
    private static readonly PhraseTable Leads = new("近日 日前 今天 昨天 随后 之后 此前 为此 同时 最近 会上 会议上");

    public static IReadOnlyList<CallToAction> Find(StudyText text, List<PairedMark> marks)
    {
        var found = new List<CallToAction>();
        List<TextSpan> sentences = [], clauses = [];
        foreach (var paragraph in text.Paragraphs)
        {
            if (!text.Folded.AsSpan(paragraph.Start, paragraph.Length).ContainsAny("召吁议员")) continue;
            sentences.Clear();
            ClauseSplitter.Split(text.Folded, paragraph, marks, ClauseSplitter.UnitEnds, sentences);
            foreach (var sentence in sentences)
            {
                clauses.Clear();
                ClauseSplitter.Split(text.Folded, sentence, marks, ",:", clauses);
                for (var i = 0; i < clauses.Count; i++)
                    if (Read(text, sentence, clauses, i, found.Count + 1) is { } call) found.Add(call);
            }
        }
        return found;
    }

    private static CallToAction? Read(StudyText text, TextSpan sentence, List<TextSpan> clauses, int index, int number)
    {
        var folded = text.Folded.AsSpan();
        var clause = clauses[index];
        for (var i = clause.Start; i < Math.Min(clause.End - 2, clause.Start + 40); i++)
        {
            if (folded[i] is '“' or '《' or '「') return null;
            var verb = Verbs.StartingAt(folded[..clause.End], i);
            if (verb == 0 || NoVerbs.StartingAt(folded, i) > 0 || i > 0 && NoVerbs.StartingAt(folded, i - 1) > 0 || i > 1 && NoVerbs.StartingAt(folded, i - 2) > 0) continue;
            var from = i + verb;
            var addressee = AddresseeLength(folded[from..clause.End]);
            var content = TextSpan.FromBounds(from + addressee, clause.End);
            if (content.Length < 2) return null;
            return new CallToAction
            {
                Id = "C" + number.ToString(CultureInfo.InvariantCulture),
                Span = TextSpan.FromBounds(i, clause.End),
                Modal = new TextSpan(i, verb).In(text.Text),
                Agent = Agent(text, clauses, index, i).In(text.Text),
                AddresseeSpan = new TextSpan(from, addressee),
                ContentSpan = content,
            };
        }
        return null;
    }

    // Up to the first verb behind a noun: 各级党组织和广大党员干部|学习榜样.
    private static int AddresseeLength(ReadOnlySpan<char> rest)
    {
        var window = rest[..Math.Min(rest.Length, 40)];
        var words = new TextSpan[window.Length];
        var count = WordSegmenter.Default.Segment(window, words);
        var noun = false;
        for (var i = 0; i < count; i++)
        {
            var word = window.Slice(words[i].Start, words[i].Length);
            var tag = WordDictionary.Default.TagOf(word);
            if (tag.StartsWith('v') || tag is "p" or "d" || word is "要" or "共同" or "积极") return noun ? words[i].Start : 0;
            noun |= tag.StartsWith('n') || tag is "r" or "j" or "l";
        }
        return 0;
    }

    // The subject of the clause; else what opens the sentence, up to its first verb: 近日，|省委办公厅|印发….
    private static TextSpan Agent(StudyText text, List<TextSpan> clauses, int index, int verb)
    {
        var folded = text.Folded.AsSpan();
        if (verb > clauses[index].Start) return TextSpan.FromBounds(clauses[index].Start, verb);
        for (var i = 0; i < index; i++)
        {
            var clause = clauses[i];
            if (Leads.Contains(folded[clause.Start..clause.End])) continue;
            var start = clause.Start + Leads.StartingAt(folded, clause.Start);
            var window = folded[start..Math.Min(clause.End, start + 30)];
            var words = new TextSpan[Math.Max(1, window.Length)];
            var count = WordSegmenter.Default.Segment(window, words);
            for (var k = 0; k < count; k++)
            {
                var tag = WordDictionary.Default.TagOf(window.Slice(words[k].Start, words[k].Length));
                if (!tag.StartsWith('v') && tag is not ("p" or "d" or "x") && !Acts.Contains(window.Slice(words[k].Start, words[k].Length)) && window[words[k].Start] is not ('《' or '“')) continue;
                return new TextSpan(start, words[k].Start);
            }
            return default;
        }
        return default;
    }
}
