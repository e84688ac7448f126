// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>Finds the words of a text that repeat words of a store, with small changes. Not safe to share between threads.</summary>
/// <remarks>
/// Anchor and extend: where four letters stand as in the source, the find grows to both sides, over letters exchanged, added or missing while enough others are the same. Every place of the text
/// has at most <see cref="PassageStore.BucketLimit"/> anchors and every growth at most <see cref="MostLetters"/> letters to a side, so time is linear whatever the text.
/// </remarks>
/// <param name="store">Where the words may be from.</param>
/// <param name="wholeClauses">True to end a find with a clause of the source where it holds one, however much more is alike.</param>
internal sealed class PassageMatcher(PassageStore store, bool wholeClauses)
{
    public const int MostLetters = 300;

    // Score of a growth: a letter that is the same, a change, the end of a clause of the source (which pays for a change just before it).
    private const int Same = 2, Change = -4, ClauseEnd = 3, Drop = 9;
    private const int LongestClause = 24;

    private readonly (int Start, int End, int SourceStart, int SourceEnd)[] _recent = new (int, int, int, int)[16];
    private char[] _letters = new char[256];
    private int[] _places = new int[256];
    private int _count, _nextRecent;

    /// <summary>Finds what a part of a text repeats: longest growths, one over the other where they are of different places of the store.</summary>
    public void Find(ReadOnlySpan<char> text, TextSpan part, List<PassageFind> finds)
    {
        Take(text, part);
        Array.Clear(_recent);
        var source = store.Text;
        var of = PassageLetters.Of;
        for (var i = 0; i + PassageLetters.AnchorLength <= _count; i++)
        {
            var bucket = PassageLetters.Hash(_letters[i], _letters[i + 1], _letters[i + 2], _letters[i + 3], store.BucketBits);
            foreach (var place in store.Places(bucket))
            {
                if (of[source[place]] != _letters[i] || !StandsAt(source, i, place) || IsCovered(i, place)) continue;
                finds.Add(Grow(text, source, i, place));
            }
        }
    }

    private void Take(ReadOnlySpan<char> text, TextSpan part)
    {
        if (_letters.Length < part.Length) (_letters, _places) = (new char[part.Length * 2], new int[part.Length * 2]);
        _count = 0;
        var of = PassageLetters.Of;
        for (var i = part.Start; i < part.End; i++)
        {
            if (of[text[i]] is not (var letter and > '\0')) continue;
            _letters[_count] = letter;
            _places[_count++] = i;
        }
    }

    private bool IsCovered(int i, int place)
    {
        foreach (var (start, end, sourceStart, sourceEnd) in _recent)
            if (i < end && i >= start && place >= sourceStart && place < sourceEnd) return true;
        return false;
    }

    private bool StandsAt(ReadOnlySpan<char> source, int i, int place)
    {
        for (var n = 0; n < PassageLetters.AnchorLength; n++, place++)
        {
            while (place < source.Length && source[place] != '\n' && PassageLetters.Of[source[place]] == 0) place++;
            if (place >= source.Length || PassageLetters.Of[source[place]] != _letters[i + n]) return false;
        }
        return true;
    }

    private PassageFind Grow(ReadOnlySpan<char> text, ReadOnlySpan<char> source, int i, int place)
    {
        var right = GrowTo(source, i, place, 1);
        var left = GrowTo(source, i - 1, Next(source, place, -1), -1);
        var (start, end) = (left.Length > 0 ? left.Last : i, right.Last + 1);
        var (from, to) = (left.Length > 0 ? left.LastPlace : place, right.LastPlace + 1);
        _recent[_nextRecent++ & 15] = (start, end, from, to);
        var wholeStart = IsClauseEdge(source, from, -1);
        var wholeEnd = IsClauseEdge(source, to - 1, 1);
        var span = TextSpan.FromBounds(_places[start], _places[end - 1] + 1);
        // Half a character at an end of the growth goes.
        if (span.Start > 0 && char.IsLowSurrogate(text[span.Start]) && char.IsHighSurrogate(text[span.Start - 1])) span = TextSpan.FromBounds(span.Start - 1, span.End);
        if (char.IsHighSurrogate(text[span.End - 1]) && span.End < text.Length && char.IsLowSurrogate(text[span.End])) span = TextSpan.FromBounds(span.Start, span.End + 1);
        return new PassageFind(span, TextSpan.FromBounds(from, to), end - start, left.Matched + right.Matched, left.Edits + right.Edits, left.Gone + right.Gone,
            CountClauses(source, from, to, wholeStart, wholeEnd), wholeStart, wholeEnd, IsLineEdge(source, from, -1) && IsLineEdge(source, to - 1, 1));
    }

    private readonly record struct Growth(int Last, int LastPlace, int Length, int Matched, int Edits, int Gone);

    // The best end of a growth in one direction. Letters i and places p stand at what is compared next; p is -1 or the length behind the end.
    private Growth GrowTo(ReadOnlySpan<char> source, int i, int p, int step)
    {
        var best = default(Growth);
        var atClause = default(Growth);
        int score = 0, bestScore = 0, matched = 0, edits = 0, gone = 0, length = 0;
        while (length < MostLetters && IsLetter(i) && IsPlace(source, p))
        {
            if (_letters[i] == PassageLetters.Of[source[p]])
            {
                (matched, score, length) = (matched + 1, score + Same, length + 1);
                var next = Next(source, p, step);
                var ends = next != p + step || !IsPlace(source, next);
                var growth = new Growth(i, p, length, matched, edits, gone);
                if (score + (ends ? ClauseEnd : 0) >= bestScore) (best, bestScore) = (growth, score);
                if (ends && bestScore == score) atClause = growth;
                (i, p) = (i + step, next);
                continue;
            }
            if (score + Change < bestScore - Drop || (edits + 1) * 4 > matched + 8) break;
            // A clause left out must be gone whole.
            if (TryLeaveOut(source, i, ref p, step)) gone++;
            else if (!TryChange(source, ref i, ref p, ref length, step)) break;
            (edits, score) = (edits + 1, score + Change);
        }
        // A few letters into the next clause are chance.
        return atClause.Length > 0 && best.Matched > atClause.Matched && (wholeClauses || best.Matched - atClause.Matched < PassageLetters.AnchorLength) ? atClause : best;
    }

    private bool TryChange(ReadOnlySpan<char> source, ref int i, ref int p, ref int length, int step)
    {
        var next = Next(source, p, step);
        if (Runs(source, i + step, next, step, 2)) { (i, p, length) = (i + step, next, length + 1); return true; }
        if (Runs(source, i, next, step, 2)) { p = next; return true; }
        if (Runs(source, i + step, p, step, 3)) { (i, length) = (i + step, length + 1); return true; }
        var second = Next(source, next, step);
        if (Runs(source, i + 2 * step, second, step, 3)) { (i, p, length) = (i + 2 * step, second, length + 2); return true; }
        if (Runs(source, i, second, step, 3)) { p = second; return true; }
        return false;
    }

    private bool TryLeaveOut(ReadOnlySpan<char> source, int i, ref int p, int step)
    {
        if (!IsClauseEdge(source, p, -step)) return false;
        var at = p;
        for (var n = 0; n < LongestClause && IsPlace(source, at); n++)
        {
            var next = Next(source, at, step);
            if (next != at + step && Runs(source, i, next, step, PassageLetters.AnchorLength)) { p = next; return true; }
            at = next;
        }
        return false;
    }

    // True where so many letters are the same from here, or fewer up to the end of a clause.
    private bool Runs(ReadOnlySpan<char> source, int i, int p, int step, int wanted)
    {
        for (var n = 0; n < wanted; n++)
        {
            if (!IsLetter(i) || !IsPlace(source, p) || _letters[i] != PassageLetters.Of[source[p]]) return false;
            var next = Next(source, p, step);
            if (next != p + step || !IsPlace(source, next)) return true;
            (i, p) = (i + step, next);
        }
        return true;
    }

    private bool IsLetter(int i) => i >= 0 && i < _count;

    private static bool IsPlace(ReadOnlySpan<char> source, int p) => p >= 0 && p < source.Length && source[p] != '\n';

    // The next letter of the source, over marks; a line break or an end of the text where there is none.
    private static int Next(ReadOnlySpan<char> source, int p, int step)
    {
        if (!IsPlace(source, p)) return p;
        do p += step;
        while (IsPlace(source, p) && PassageLetters.Of[source[p]] == 0);
        return p;
    }

    private static bool IsClauseEdge(ReadOnlySpan<char> source, int p, int step) => Next(source, p, step) is var next && (next != p + step || !IsPlace(source, next));

    private static bool IsLineEdge(ReadOnlySpan<char> source, int p, int step) => !IsPlace(source, Next(source, p, step));

    private static int CountClauses(ReadOnlySpan<char> source, int from, int to, bool wholeStart, bool wholeEnd)
    {
        var edges = 0;
        for (var p = from; p < to;)
        {
            var next = Next(source, p, 1);
            if (next != p + 1 && next < to) edges++;
            p = next;
            if (!IsPlace(source, p)) break;
        }
        return Math.Max(0, edges - 1 + (wholeStart ? 1 : 0) + (wholeEnd ? 1 : 0));
    }
}
