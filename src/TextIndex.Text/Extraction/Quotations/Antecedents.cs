// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

/// <summary>Finds whom a pronoun means.</summary>
internal sealed class Antecedents(StudyText study, MarkCover cover)
{
    private const int Window = 2000;      // code units before the pronoun that are looked at, so that a page without paragraphs costs no more than a short one
    private const int Farther = 4000;

    /// <summary>The nearest person who is a subject before the pronoun in its paragraph, else the first one the paragraph names, else the one person that the document tells of.</summary>
    public PersonMention? Of(int pronoun)
    {
        var folded = study.Folded;
        var paragraph = study.ParagraphAt(pronoun);
        PersonMention? first = null, subject = null, owner = null;
        foreach (var person in study.People.In(TextSpan.FromBounds(Math.Max(paragraph.Start, pronoun - Window), pronoun)))
        {
            if (person.IsNested || cover.IsInside(person.Span)) continue;
            // 林小满的故事还在继续。她…: the owner of something may be meant, or somebody of his; either makes the pronoun unsure.
            if (person.FullSpan.End < folded.Length && folded[person.FullSpan.End] == '的') { owner = person; continue; }
            first ??= person;
            if (IsSubject(person)) (subject, owner) = (person, null);
        }
        if (owner is not null && owner.Canonical != (subject ?? first)?.Canonical && (subject ?? first) is not null) return null;
        if ((subject ?? first ?? owner) is { } near) return IsGender(near, folded[pronoun]) ? near : null;
        return Hero(pronoun) is { } hero && IsGender(hero, folded[pronoun]) ? hero : null;
    }

    /// <summary>前者 and 后者: the last two people who were named side by side before.</summary>
    public PersonMention? Former(int at, bool latter)
    {
        PersonMention? last = null, before = null;
        foreach (var person in study.People.In(TextSpan.FromBounds(Math.Max(study.ParagraphAt(at).Start, at - 400), at)))
        {
            if (person.IsNested || cover.IsInside(person.Span) || person.Canonical == last?.Canonical) continue;
            (before, last) = (last, person);
        }
        return before is null ? null : latter ? last : before;
    }

    // The one person whom most of the text so far tells of.
    private PersonMention? Hero(int pronoun)
    {
        var counts = new Dictionary<string, (int Count, PersonMention Last)>(StringComparer.Ordinal);
        var all = 0;
        foreach (var person in study.People.In(TextSpan.FromBounds(Math.Max(0, pronoun - Farther), pronoun)))
        {
            if (person.IsNested || cover.IsInside(person.Span)) continue;
            counts[person.Canonical] = (counts.GetValueOrDefault(person.Canonical).Count + 1, person);
            all++;
        }
        foreach (var (_, (count, last)) in counts)
            if (count == all || count >= 3 && count * 3 >= all * 2) return last;
        return null;
    }

    private bool IsGender(PersonMention person, char pronoun)
    {
        var full = study.Folded.AsSpan(person.FullSpan.Start, person.FullSpan.Length);
        return pronoun == '她' ? !full.EndsWith("先生") : !full.EndsWith("女士");
    }

    /// <summary>Tells whether a person begins a clause, with no more than titles and a time before.</summary>
    public bool IsSubject(PersonMention person)
    {
        var folded = study.Folded.AsSpan();
        if (person.FullSpan.End < folded.Length && folded[person.FullSpan.End] is '的' or '、') return false;
        var start = person.Span.Start;
        var clause = start;
        while (clause > 0 && start - clause < 40 && !SubjectReader.IsClauseMark(folded[clause - 1]) && !char.IsWhiteSpace(folded[clause - 1])) clause--;
        var before = folded[clause..start];
        // 二十三岁的队员|尚云帆: an office or a trade belongs to the name, and so does what describes it.
        for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before)) before = before[..^title];
        if (before.IsEmpty || before.EndsWith("的") || before.EndsWith("叫")) return true;
        return before.IndexOfAny(SubjectReader.Relations) < 0;
    }
}
