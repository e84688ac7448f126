// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Names;

// A pronoun is the person of its sentence who was subject before it; else the person of its paragraph; of several there the one whom the whole text is about.
// A text about one person alone needs no name in the paragraph. What is left unsure is left out.
internal static class Pronouns
{
    private static readonly PhraseTable Women = new("妻子 母亲 女儿 姐姐 妹妹 奶奶 外婆 妈妈 儿媳 嫂子 女教师 女干部");

    public static IReadOnlyList<PronounMention> Resolve(StudyText text, List<PairedMark> marks)
    {
        var found = new List<PronounMention>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);          // women, by the word before their name
        foreach (var person in text.People.Mentions)
            if (!person.IsNested && IsWoman(text, person)) known.Add(person.Canonical);
        foreach (var person in text.People.Mentions)
            if (!person.IsNested && !known.Contains(person.Canonical)) counts[person.Canonical] = counts.GetValueOrDefault(person.Canonical) + 1;
        if (counts.Count + known.Count == 0) return found;
        var exemplar = Exemplar(counts);
        var folded = text.Folded;
        var men = new HashSet<string>(StringComparer.Ordinal);
        var women = new List<int>();
        foreach (var paragraph in text.Paragraphs)
        {
            var mark = ClauseSplitter.FirstFrom(marks, paragraph.Start);
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                while (mark < marks.Count && marks[mark].Span.Start < i) mark++;
                // Who speaks inside marks means somebody else.
                if (mark < marks.Count && marks[mark].Span.Start == i) { i = Math.Min(marks[mark].Span.End, paragraph.End) - 1; continue; }
                if (folded[i] == '她' && !(i + 1 < folded.Length && folded[i + 1] == '们')) women.Add(i);
                if (folded[i] != '他' || i + 1 < folded.Length && folded[i + 1] is '们' or '人' or '乡' or '山' or '国' || i > 0 && folded[i - 1] is '其' or '吉' or '维') continue;
                if (Of(text, paragraph, i, exemplar, counts, out var rule) is not { } name) continue;
                men.Add(name);
                found.Add(new PronounMention(new TextSpan(i, 1), name, rule));
            }
        }
        // 她 is nobody whom 他 stands for.
        foreach (var at in women)
        {
            var near = "";
            foreach (var person in text.People.In(TextSpan.FromBounds(text.ParagraphAt(at).Start, at)))
                if (!person.IsNested && !men.Contains(person.Canonical)) near = person.Canonical;
            if (near.Length == 0 && counts.Count + known.Count == 1 && men.Count == 0) near = exemplar;
            if (near.Length > 0) found.Add(new PronounMention(new TextSpan(at, 1), near, "nearest"));
        }
        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return found;
    }

    private static bool IsWoman(StudyText text, PersonMention person) =>
        Women.EndingAt(text.Folded, person.Span.Start) > 0 || text.Folded.AsSpan(person.Span.End).StartsWith("女士");

    // Whom the text names at least twice as often as anybody else; empty for nobody.
    private static string Exemplar(Dictionary<string, int> counts)
    {
        var (name, most, second) = ("", 0, 0);
        foreach (var (candidate, count) in counts)
        {
            if (count > most) (name, most, second) = (candidate, count, most);
            else second = Math.Max(second, count);
        }
        return most >= 2 * second ? name : "";
    }

    private static string? Of(StudyText text, TextSpan paragraph, int at, string exemplar, Dictionary<string, int> counts, out string rule)
    {
        var folded = text.Folded.AsSpan();
        var start = at;
        while (start > paragraph.Start && folded[start - 1] is not ('。' or '!' or '?' or '\n')) start--;
        rule = "subject-of-sentence";
        string? subject = null;
        foreach (var person in text.People.In(TextSpan.FromBounds(start, at)))
            if (counts.ContainsKey(person.Canonical) && !person.IsNested && IsSubject(folded, person, start)) subject = person.Canonical;
        if (subject is not null) return subject;
        string? only = null, last = null;
        var many = false;
        var hasExemplar = false;
        foreach (var person in text.People.In(TextSpan.FromBounds(paragraph.Start, at)))
        {
            if (person.IsNested || !counts.ContainsKey(person.Canonical)) continue;
            hasExemplar |= person.Canonical == exemplar;
            if (IsSubject(folded, person, paragraph.Start)) last = person.Canonical;
            if (only is not null && only != person.Canonical) many = true;
            only = person.Canonical;
        }
        rule = "person-of-paragraph";
        if (only is not null && !many) return only;
        rule = "exemplar";
        if (many) return hasExemplar ? exemplar : last;
        return exemplar.Length > 0 && (counts.Count == 1 || counts[exemplar] >= 3) ? exemplar : null;
    }

    // At the head of a clause and owner of nothing.
    private static bool IsSubject(ReadOnlySpan<char> folded, PersonMention person, int from)
    {
        if (person.FullSpan.End < folded.Length && folded[person.FullSpan.End] is '的' or '、') return false;
        var start = person.Span.Start;
        var title = start - from > 0 ? People.TitleBefore(folded[from..start]) : 0;
        start -= title;
        return start == from || start > 0 && !CharacterClass.IsHan(folded[start - 1]);
    }
}
