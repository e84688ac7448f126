// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

// Full and search mode. Both answer -1 when there is no room.
public sealed unsafe partial class WordSegmenter
{
    private ref struct Result(Span<TextSpan> words)
    {
        private readonly Span<TextSpan> _words = words;

        public int Count { get; private set; }

        public readonly bool Overflowed => Count > _words.Length;

        public void Add(int start, int end)
        {
            if (Count < _words.Length) _words[Count] = TextSpan.FromBounds(start, end);
            if (Count <= _words.Length) Count++;
        }
    }

    /// <summary>The accurate cut block by block, for a result that may be too short or holds more: in search mode each long word is preceded
    /// by the words of two and three characters inside it.</summary>
    private int CutBlockwise(ReadOnlySpan<char> text, Span<TextSpan> words, bool forSearch)
    {
        if (_graph is not null) return CutBySentence(text, words, forSearch);
        var scratch = SegmenterScratch.Take();
        var result = new Result(words);
        fixed (char* start = text)
        {
            for (var at = 0; at < text.Length && !result.Overflowed;)
            {
                var end = EndOfBlock(text, at);
                scratch.MakeRoomForWords(end - at);
                int count;
                fixed (TextSpan* first = scratch.Words) count = CutBlock(start, at, end, first, scratch);
                AddWords(text, scratch.Words.AsSpan(0, count), forSearch, ref result);
                at = end;
            }
        }
        scratch.GiveBack();
        GC.KeepAlive(this);
        return result.Overflowed ? -1 : result.Count;
    }

    private void AddWords(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, bool forSearch, ref Result result)
    {
        foreach (var word in words)
        {
            if (forSearch) AddWordsInside(text, word, ref result);
            result.Add(word.Start, word.End);
        }
    }

    // A word of three units or more stands in a block, where a code unit is a character.
    private void AddWordsInside(ReadOnlySpan<char> text, TextSpan word, ref Result result)
    {
        for (var size = 2; size <= 3 && size < word.Length; size++)
            for (var start = word.Start; start + size <= word.End; start++)
                if ((_graph is null ? Dictionary.FrequencyOf(text.Slice(start, size)) > 0 : _graph.Contains(text.Slice(start, size))) && !IsInsideLatin(text, start, size))
                    result.Add(start, start + size);
    }

    // A user's AI is not found in SAID; what jieba's own words do there stays as it is.
    private bool IsInsideLatin(ReadOnlySpan<char> text, int start, int size) =>
        Dictionary.UserWords is not null && !Options.UserWordsAsInJieba && (WordEdge.Parts(text, start) || WordEdge.Parts(text, start + size)) && Dictionary.IsUsers(text.Slice(start, size));

    /// <summary>Every dictionary word that occurs, and single characters where none does.</summary>
    private int CutAll(ReadOnlySpan<char> text, Span<TextSpan> words)
    {
        var result = new Result(words);
        fixed (char* start = text)
        {
            for (var at = 0; at < text.Length && !result.Overflowed;)
            {
                var end = at;
                while (end < text.Length && BlockClass.IsBlock(start[end])) end++;
                if (end > at) CutAllOfBlock(start, at, end, ref result);
                else
                {
                    while (end < text.Length && !BlockClass.IsBlock(start[end])) end++;
                    CutAllOutside(text, at, end, ref result);
                }
                at = end;
            }
        }
        GC.KeepAlive(this);
        return result.Overflowed ? -1 : result.Count;
    }

    // jieba's __cut_all, its oddities included: a place with one word gives it only if no earlier word covers it; Latin and digits gather.
    // Where overlapping words of a user begin with Latin letters or digits, python's gathered "word" is no part of the text (it may
    // turn 12dB into 2d1B); a span cannot be that, so it then goes from the first gathered place to the last. No word of jieba's own does this.
    private void CutAllOfBlock(char* text, int start, int end, ref Result result)
    {
        var covered = start - 1;                   // last code unit of the latest word
        var (latinStart, latinEnd) = (-1, -1);
        for (var at = start; at < end; at++)
        {
            if (latinStart >= 0 && !char.IsAsciiLetterOrDigit(text[at]))
            {
                result.Add(latinStart, latinEnd);
                latinStart = -1;
            }
            var walk = new WordWalk(Dictionary, text + at, end - at, hasBefore: at > start, keepsLatin: !Options.UserWordsAsInJieba);
            var first = walk.MoveNext() ? walk.Length : 1;
            var more = walk.MoveNext();
            if (!more && at > covered)
            {
                if (char.IsAsciiLetterOrDigit(text[at]))
                {
                    if (latinStart < 0) latinStart = at;
                    latinEnd = at + first;
                }
                else result.Add(at, at + first);
                covered = at + first - 1;
                continue;
            }
            if (first > 1) result.Add(at, at + first);
            if (first > 1) covered = at + first - 1;
            for (; more; more = walk.MoveNext())
            {
                result.Add(at, at + walk.Length);
                covered = at + walk.Length - 1;
            }
        }
        if (latinStart >= 0) result.Add(latinStart, latinEnd);
    }

    // Outside the blocks: white space one by one (a line end \r\n is one), what stands between it in one piece, which may be empty.
    private void CutAllOutside(ReadOnlySpan<char> text, int start, int end, ref Result result)
    {
        var piece = start;
        for (var at = start; at < end;)
        {
            if (!BlockClass.IsPythonSpace(text[at])) { at++; continue; }
            if (at > piece || Options.KeepEmptyWords) result.Add(piece, at);
            var length = text[at] == '\r' ? BlockClass.LengthOutside(text, at) : 1;
            result.Add(at, at + length);
            at += length;
            piece = at;
        }
        if (end > piece || Options.KeepEmptyWords) result.Add(piece, end);
    }
}
