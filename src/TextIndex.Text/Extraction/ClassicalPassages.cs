// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

/// <summary>The classics, known lines and idioms that are embedded, and what of them a text must repeat to be told.</summary>
internal static class ClassicalPassages
{
    private static class Loaded
    {
        public static readonly PassageStore Store = new(EmbeddedData.Read("classics"));
    }

    /// <summary>The embedded works.</summary>
    public static PassageStore Store => Loaded.Store;

    public static PassageMatcher Matcher() => new(Store, wholeClauses: true);

    /// <summary>Finds what a part of a text repeats and is more than chance, the better one where two would lie over each other, ascending.</summary>
    /// <param name="matcher">One of <see cref="Matcher"/>.</param>
    /// <param name="text">The text, folded or not.</param>
    /// <param name="part">Where to look.</param>
    /// <param name="idioms">True to tell idioms and sayings as well.</param>
    public static List<PassageFind> Find(PassageMatcher matcher, ReadOnlySpan<char> text, TextSpan part, bool idioms)
    {
        var finds = new List<PassageFind>();
        matcher.Find(text, part, finds);
        var kept = 0;
        for (var i = 0; i < finds.Count; i++)
            if (IsTold(finds[i], text, idioms)) finds[kept++] = finds[i];
        finds.RemoveRange(kept, finds.Count - kept);
        return PassageChoice.Best(finds, part);
    }

    /// <summary>Tells whether words are classical lines and nothing else, whatever marks divide them.</summary>
    public static bool IsAllOf(ReadOnlySpan<char> words)
    {
        const int Longest = 64;
        if (words.Length > Longest) return false;
        var (letters, found) = (0, 0);
        foreach (var c in words)
            if (PassageLetters.Of[c] != 0) letters++;
        if (letters <= PassageLetters.AnchorLength) return false;
        foreach (var find in Find(Matcher(), words, new TextSpan(0, words.Length), idioms: false)) found += find.Letters;
        return found == letters;
    }

    private static bool IsTold(in PassageFind find, ReadOnlySpan<char> text, bool idioms)
    {
        var (letters, edits) = (find.Letters, find.Edits);
        switch (Store.KindOf(Store.ChapterAt(find.Source.Start)))
        {
            case PassageKind.Idiom:
                return idioms && find.WholeLine && (find.IsExact || letters >= 8 && edits * 8 <= letters);
            case PassageKind.Line:
                if (find.WholeLine && (find.IsExact ? letters >= 5 : letters >= 7 && edits * 5 <= letters)) return true;
                if (find.IsWhole && find.SourceClauses >= 2 && letters >= 8 && edits * 7 <= letters) return true;
                if (find.IsWhole && find.SourceClauses == 1 && find.IsExact && (letters >= 7 || letters >= 5 && Words(find, text) >= 4)) return true;
                return find.Matched >= 8 && edits <= 1 && Words(find, text) >= 6;
            case var kind:
                if (find.IsWhole && find.SourceClauses >= 2 && letters >= 8 && edits * 8 <= letters && Words(find, text) >= (find.IsExact ? 3 : 4)) return true;
                if (find.IsWhole && find.SourceClauses == 1)
                {
                    if (find.IsExact && letters >= 6 && Words(find, text) >= 4) return true;
                    if (find.IsExact && letters == 5 && Words(find, text) >= (kind == PassageKind.Verse ? 4 : 5)) return true;
                    if (edits == 1 && letters >= 8 && Words(find, text) >= 6) return true;
                }
                return find.Matched >= 9 && edits <= 1 && Words(find, text) >= 7;
        }
    }

    // Modern prose is made of words of two letters, the classics of single ones: many words in few letters are no chance.
    private static int Words(in PassageFind find, ReadOnlySpan<char> text)
    {
        var folded = StudyText.Fold(text.Slice(find.Span.Start, find.Span.Length).ToString());
        var count = 0;
        foreach (var word in WordSegmenter.Default.Segment(folded))
            if (PassageLetters.Of[folded[word.Start]] != 0) count++;
        return count;
    }
}
