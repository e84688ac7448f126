// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using TextIndex.Documents;

namespace TextIndex.Segmentation;

public sealed unsafe partial class WordSegmenter
{
    private const string UnknownTag = "x", NumberTag = "m", LatinTag = "eng";

    // Long texts are cut and tagged in parts of about this length; a part ends with a line, and no word holds a line end.
    private const int PartLength = 1 << 15;

    /// <summary>Cuts a text into words and tags them (词性标注); the words are those of the accurate cut.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words, ascending; <paramref name="text"/>.Length is always long enough.</param>
    /// <returns>How many words were written. They touch and cover the whole text.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    public int Tag(ReadOnlySpan<char> text, Span<TaggedWord> words) => Tag(text, words, TaggingMode.SameWords);

    /// <summary>Cuts a text into words and tags them.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words, ascending; <paramref name="text"/>.Length is always long enough.</param>
    /// <param name="mode">Which words.</param>
    /// <returns>How many words were written. They touch and cover the whole text.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    public int Tag(ReadOnlySpan<char> text, Span<TaggedWord> words, TaggingMode mode)
    {
        if (!TryTag(text, words, mode, out var count)) ThrowTooShort(words.Length);
        return count;
    }

    /// <summary>Cuts a text into words and tags them if there is room for them all.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words, ascending.</param>
    /// <param name="mode">Which words.</param>
    /// <param name="count">How many words were written; 0 if there was no room.</param>
    /// <returns>False if <paramref name="words"/> is too short; what it then holds is of no use.</returns>
    public bool TryTag(ReadOnlySpan<char> text, Span<TaggedWord> words, TaggingMode mode, out int count)
    {
        var result = new TaggedResult(words);
        var scratch = TaggerScratch.Take();
        if (mode == TaggingMode.SameWords) TagSameWords(text, ref result, scratch);
        else if (mode == TaggingMode.Posseg) TagAsPosseg(text, ref result, scratch);
        else throw new ArgumentOutOfRangeException(nameof(mode));
        scratch.GiveBack();
        count = result.Overflowed ? 0 : result.Count;
        return !result.Overflowed;
    }

    /// <summary>Cuts a text into words and tags them; the words are those of the accurate cut.</summary>
    public List<TaggedWord> Tag(string text) => Tag(text, TaggingMode.SameWords);

    /// <summary>Cuts a text into words and tags them.</summary>
    public List<TaggedWord> Tag(string text, TaggingMode mode)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<TaggedWord>();
        CollectionsMarshal.SetCount(words, text.Length);
        CollectionsMarshal.SetCount(words, Tag(text, CollectionsMarshal.AsSpan(words), mode));
        return words;
    }

    private ref struct TaggedResult(Span<TaggedWord> words)
    {
        private readonly Span<TaggedWord> _words = words;

        public int Count { get; private set; }

        public readonly bool Overflowed => Count > _words.Length;

        public void Add(int start, int end, string tag)
        {
            if (Count < _words.Length) _words[Count] = new TaggedWord(TextSpan.FromBounds(start, end), tag);
            if (Count <= _words.Length) Count++;
        }
    }

    private void TagSameWords(ReadOnlySpan<char> text, ref TaggedResult result, TaggerScratch scratch)
    {
        for (var start = 0; start < text.Length && !result.Overflowed;)
        {
            var end = text.Length - start <= PartLength ? -1 : text[(start + PartLength)..].IndexOf('\n');
            end = end < 0 ? text.Length : start + PartLength + end + 1;
            var part = text[start..end];
            var words = scratch.Words(part.Length);
            foreach (var word in words[..Segment(part, words)])
                result.Add(start + word.Start, start + word.End, TagOfWord(part.Slice(word.Start, word.Length)));
            start = end;
        }
    }

    /// <summary>Tags one word as <see cref="TaggingMode.SameWords"/> does.</summary>
    internal string TagOfWord(ReadOnlySpan<char> word)
    {
        if (Dictionary.TagOf(word) is { Length: > 0 } tag) return tag;
        var (hasLetter, hasDigit) = (false, false);
        foreach (var unit in word)
        {
            if (BlockClass.IsHan(unit)) return IsHan(word) ? TagModel.Guess(word) : UnknownTag;
            hasLetter |= char.IsAsciiLetter(unit);
            hasDigit |= char.IsAsciiDigit(unit);
        }
        return hasLetter ? LatinTag : hasDigit ? NumberTag : UnknownTag;
    }

    private static bool IsHan(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
            if (!BlockClass.IsHan(unit)) return false;
        return true;
    }
}
