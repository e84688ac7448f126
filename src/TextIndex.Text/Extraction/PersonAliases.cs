// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

// What a text calls a person after the whole name: 治国同志 and 老朱 are 朱治国, 屈书记 is 屈敏, where one person alone can be meant. With two of the same family
// name nobody is: the short form stays a name of its own.
internal sealed class PersonAliases
{
    private readonly Dictionary<string, string> _surnames = new(StringComparer.Ordinal);       // the one whole name that has it; empty for several
    private readonly Dictionary<string, string> _givens = new(StringComparer.Ordinal);
    private readonly HashSet<char> _givenStarts = [];
    private readonly string _folded;

    private PersonAliases(string folded, List<PersonMention> mentions)
    {
        _folded = folded;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention.IsNested || !seen.Add(mention.Canonical)) continue;
            var name = StudyText.Fold(mention.Canonical);
            var surname = Surnames.LengthAt(name, 0);
            if (surname == 0 || name.Length <= surname || name.Length > surname + 2 || People.IsTitled(name, surname)) continue;
            Take(_surnames, name[..surname], mention.Canonical);
            if (name.Length < surname + 2) continue;
            Take(_givens, name[surname..], mention.Canonical);
            _givenStarts.Add(name[surname]);
        }

        static void Take(Dictionary<string, string> names, string part, string whole)
        {
            if (!names.TryAdd(part, whole) && names[part] != whole) names[part] = "";
        }
    }

    /// <summary>Adds what else the people of a text are called, and gives short forms that stand already the name that they mean.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">The mentions, ascending; changed.</param>
    public static void Add(StudyText text, List<PersonMention> mentions)
    {
        var aliases = new PersonAliases(text.Folded, mentions);
        if (aliases._surnames.Count == 0) return;
        for (var i = 0; i < mentions.Count; i++)
            if (!mentions[i].IsNested && aliases.Meant(mentions[i].Span) is { Length: > 0 } whole && whole != mentions[i].Canonical) mentions[i] = mentions[i] with { Canonical = whole };
        var count = mentions.Count;
        var next = 0;
        for (var at = 0; at + 1 < text.Folded.Length; at++)
        {
            while (next < count && mentions[next].Span.End <= at) next++;
            if (next < count && mentions[next].Span.Start <= at) { at = mentions[next].Span.End - 1; continue; }
            var free = next < count ? mentions[next].Span.Start : text.Folded.Length;
            if (aliases.At(at, free) is not { } mention) continue;
            mentions.Add(mention);
            at = mention.FullSpan.End - 1;
        }
        if (mentions.Count > count) mentions.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    // 屈书记, 老朱: the family name of a short form that stands already.
    private string? Meant(TextSpan span)
    {
        var name = _folded.AsSpan(span.Start, span.Length);
        var surname = name.Length == 2 && name[0] is '老' or '小' or '阿' && name.Length == 2 ? name[1..] : Surnames.LengthAt(name, 0) is var length and > 0 && People.IsTitled(name, length) ? name[..length] : default;
        return surname.IsEmpty ? null : _surnames.GetValueOrDefault(surname.ToString());
    }

    private PersonMention? At(int at, int free)
    {
        var folded = _folded.AsSpan();
        if (folded[at] is '老' or '小' && at + 2 <= free && _surnames.TryGetValue(_folded.Substring(at + 1, 1), out var whole) && whole.Length > 0 && IsNickname(folded, at))
            return new PersonMention(whole, new TextSpan(at, 2), new TextSpan(at, 2), false);
        if (!_givenStarts.Contains(folded[at]) || at + 2 > free || !_givens.TryGetValue(_folded.Substring(at, 2), out whole) || whole.Length == 0) return null;
        // 治国|同志, and not 依法治国|同志: nothing before it makes a word with it.
        var honorific = People.Honorifics.StartingAt(folded, at + 2);
        if (honorific == 0 || at + 2 + honorific > free || at > 0 && CharacterClass.IsHan(folded[at - 1]) && (WordDictionary.Default.Contains(folded.Slice(at - 1, 2)) || at > 1 && WordDictionary.Default.Contains(folded.Slice(at - 2, 4)))) return null;
        return new PersonMention(whole, new TextSpan(at, 2), new TextSpan(at, 2 + honorific), false);
    }

    // 老朱, and not 古老|朱红 or 小时.
    private static bool IsNickname(ReadOnlySpan<char> folded, int at)
    {
        var dictionary = WordDictionary.Default;
        if (dictionary.TagOf(folded.Slice(at, 2)) is { Length: > 0 } tag && !tag.StartsWith("nr", StringComparison.Ordinal)) return false;
        if (Surnames.IsAlsoWord(folded[at + 1]) && NameSlots.ReportsAt(folded, at + 2) == 0 && !NameSlots.IsHead(folded, at + 2)) return false;
        if (at > 0 && CharacterClass.IsHan(folded[at - 1]) && dictionary.Contains(folded.Slice(at - 1, 2))) return false;
        return at + 3 > folded.Length || !CharacterClass.IsHan(folded[at + 2]) || !dictionary.Contains(folded.Slice(at + 1, 2)) && !dictionary.Contains(folded.Slice(at, 3));
    }
}
