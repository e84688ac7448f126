// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;

namespace TextIndex.Extraction.Quotations;

// Whom a pronoun means: the person who was last a subject before it in its paragraph and whom the text calls 他 (or 她) elsewhere; else the one person of
// the paragraph before; else the one person that the text so far tells of. Somebody new without a name (一位老人…) takes the pronoun, and nobody is found.
internal sealed class Antecedents(StudyText study, MarkCover cover)
{
    private const int Window = 2000;      // code units before the pronoun that are looked at, so that a page without paragraphs costs no more than a short one
    private const int Farther = 4000;

    private readonly Lazy<PersonGenders> _genders = new(() => PersonGenders.Of(study, cover));

    private static readonly PhraseTable Newcomers = new("一位 一名 有位 有个 有名 有一个 有一位 有一名 来了个 一个 某");

    /// <summary>Finds whom a pronoun means; null where the text gives no sure answer.</summary>
    public PersonMention? Of(int pronoun)
    {
        // “…她说：‘…’” - whoever speaks does not mean himself, and only his own words tell whom.
        if (cover.Outermost(pronoun) is { } outside) return InParagraph(TextSpan.FromBounds(Math.Max(outside.Start, pronoun - Window), pronoun), pronoun, true, out _);
        var paragraph = study.ParagraphAt(pronoun);
        var near = InParagraph(TextSpan.FromBounds(Math.Max(paragraph.Start, pronoun - Window), pronoun), pronoun, false, out var named);
        if (near is not null || named) return near;
        if (HasNewcomer(Math.Max(paragraph.Start, pronoun - 300), pronoun)) return null;
        if (OfParagraphBefore(paragraph, pronoun) is { } before) return before;
        return Hero(pronoun);
    }

    private PersonMention? InParagraph(TextSpan window, int pronoun, bool inside, out bool named)
    {
        var folded = study.Folded;
        PersonMention? first = null, subject = null, owner = null, last = null;
        foreach (var person in study.People.In(window))
        {
            if (person.IsNested || person.Span.End > pronoun || !inside && cover.IsInside(person.Span) || !IsGender(person, folded[pronoun])) continue;
            last = person;
            // 林小满的故事还在继续。她…: the owner of something may be meant, or somebody of his; either makes the pronoun unsure.
            if (person.FullSpan.End < folded.Length && folded[person.FullSpan.End] == '的') { owner = person; continue; }
            first ??= person;
            if (IsSubject(person)) (subject, owner) = (person, null);
        }
        named = last is not null;
        if (last is null) return null;
        if (Asked(last, pronoun)) return last;
        if (owner is not null && owner.Canonical != (subject ?? first)?.Canonical && (subject ?? first) is not null) return null;
        var found = subject ?? first ?? owner;
        return found is null || HasNewcomer(Math.Max(found.FullSpan.End, pronoun - 300), pronoun) ? null : found;
    }

    // 聂云亭去问盛秋水，她答：…
    private bool Asked(PersonMention person, int pronoun)
    {
        var folded = study.Folded.AsSpan();
        if (AskedInMarks(folded, person.FullSpan.End, pronoun)) return IsAsked(folded, person);
        if (pronoun - person.FullSpan.End > 2 || pronoun + 1 >= folded.Length || !(folded[pronoun + 1] is '答' || folded[pronoun + 1] == '回' && pronoun + 2 < folded.Length && folded[pronoun + 2] == '答')) return false;
        return IsAsked(folded, person);
    }

    // 总书记询问黄海芬：“…？”她说：…
    private static bool AskedInMarks(ReadOnlySpan<char> folded, int end, int pronoun) =>
        end + 3 < pronoun && folded[end] == ':' && folded[end + 1] is '“' or '「' && folded[pronoun - 1] is '”' or '」' && folded[pronoun - 2] == '?' && pronoun - end < 200;

    private static bool IsAsked(ReadOnlySpan<char> folded, PersonMention person)
    {
        var before = folded[Math.Max(0, person.Span.Start - 6)..person.Span.Start];
        for (var title = People.TitleBefore(before); title > 0; title = People.TitleBefore(before)) before = before[..^title];
        return before.EndsWith("问");
    }

    private bool HasNewcomer(int from, int pronoun)
    {
        if (from >= pronoun) return false;
        var (start, length) = Newcomers.LastIn(study.Folded.AsSpan(from, pronoun - from));
        if (length == 0) return false;
        // 一个人说: a number, not somebody; what is inside marks was not told here. 第一个下到崖底，后来有记者…: the noun stands in another clause.
        var named = study.Folded.AsSpan(from + start, Math.Min(24, pronoun - from - start));
        if (named.IndexOfAny(",。;!?") is var clause and > 0) named = named[..clause];
        return SubjectReader.HasCommonPerson(named) && !cover.IsInside(new TextSpan(from + start, length));
    }

    // The paragraph before tells of one person alone, and of nobody new.
    private PersonMention? OfParagraphBefore(TextSpan paragraph, int pronoun)
    {
        var end = paragraph.Start;
        while (end > 0 && char.IsWhiteSpace(study.Folded[end - 1])) end--;
        if (end == 0) return null;
        var before = study.ParagraphAt(end - 1);
        if (before.Length == 0) return null;
        PersonMention? only = null;
        foreach (var person in study.People.In(TextSpan.FromBounds(Math.Max(before.Start, end - Window), end)))
        {
            if (person.IsNested || cover.IsInside(person.Span) || !IsGender(person, study.Folded[pronoun])) continue;
            if (only is not null && only.Canonical != person.Canonical) return null;
            only = person;
        }
        return only is null || HasNewcomer(Math.Max(only.FullSpan.End, end - 300), end) ? null : only;
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

    // The one person whom most of the text so far tells of, of those whom the pronoun fits.
    private PersonMention? Hero(int pronoun)
    {
        var counts = new Dictionary<string, (int Count, PersonMention Last)>(StringComparer.Ordinal);
        var all = 0;
        foreach (var person in study.People.In(TextSpan.FromBounds(Math.Max(study.Document.BodySpan.Start, pronoun - Farther), pronoun)))
        {
            if (person.IsNested || cover.IsInside(person.Span) || !IsGender(person, study.Folded[pronoun])) continue;
            counts[person.Canonical] = (counts.GetValueOrDefault(person.Canonical).Count + 1, person);
            all++;
        }
        foreach (var (_, (count, last)) in counts)
            if (count == all || count >= 3 && count * 3 >= all * 2) return last;
        // Of several the one whom the text surely calls so, if it tells most of that one.
        PersonMention? sure = null;
        foreach (var (name, (count, last)) in counts)
        {
            if (!_genders.Value.IsSure(name, study.Folded[pronoun])) continue;
            if (sure is not null) return null;
            sure = last;
            if (count < 3 || count * 2 < all) return null;
        }
        return sure;
    }

    private bool IsGender(PersonMention person, char pronoun)
    {
        var full = study.Folded.AsSpan(person.FullSpan.Start, person.FullSpan.Length);
        if (pronoun == '她' ? full.EndsWith("先生") : full.EndsWith("女士")) return false;
        return _genders.Value.Fits(person.Canonical, pronoun);
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
