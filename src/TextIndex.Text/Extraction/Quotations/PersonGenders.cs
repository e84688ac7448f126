// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>Which pronoun a text uses for whom: counted in the paragraphs that name one person alone.</summary>
internal sealed class PersonGenders
{
    private readonly Dictionary<string, (int He, int She)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts once, in the length of the text.</summary>
    public static PersonGenders Of(StudyText study, MarkCover cover)
    {
        var genders = new PersonGenders();
        var folded = study.Folded.AsSpan();
        foreach (var paragraph in study.Paragraphs)
        {
            PersonMention? only = null;
            var many = false;
            foreach (var person in study.People.In(paragraph))
            {
                if (person.IsNested || cover.IsInside(person.Span)) continue;
                many |= only is not null && only.Canonical != person.Canonical;
                only ??= person;
                if (many) break;
            }
            if (only is null || many) continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(genders._counts, only.Canonical, out _);
            for (var i = only.Span.End; i < paragraph.End && i < only.Span.End + 2000; i++)
            {
                if (folded[i] is not ('他' or '她') || i + 1 < paragraph.End && folded[i + 1] is '们' or '人' || cover.IsInside(new TextSpan(i, 1))) continue;
                if (folded[i] == '他') count.He++;
                else count.She++;
            }
        }
        return genders;
    }

    /// <summary>True where the text uses the pronoun for the person more than once, and never the other.</summary>
    public bool IsSure(string canonical, char pronoun) =>
        _counts.TryGetValue(canonical, out var count) && (pronoun == '他' ? count is { He: >= 2, She: 0 } : count is { She: >= 2, He: 0 });

    /// <summary>False where the text plainly uses the other pronoun for the person.</summary>
    public bool Fits(string canonical, char pronoun)
    {
        if (!_counts.TryGetValue(canonical, out var count) || pronoun is not ('他' or '她')) return true;
        var (same, other) = pronoun == '他' ? (count.He, count.She) : (count.She, count.He);
        return other < 2 || other < 3 * same;
    }
}
