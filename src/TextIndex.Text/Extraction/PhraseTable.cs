// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Extraction;

// A phrase is looked up in the set only where a filter lets it pass: by the low bits of a character the lengths of the phrases of one character, and by
// a hash of two characters the lengths of the longer ones that begin, or end, with such two. Hardly a place passes that holds no phrase.
/// <summary>A fixed list of short phrases that is asked what stands at a place of a folded text. Safe to share between threads.</summary>
internal sealed class PhraseTable
{
    private const int Slots = 1024, LongestLength = 31;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly int _longest;

    // Bit n: a phrase of n characters passes here. Bits 2 and up of the first two stand for any pair that begins, or ends, with the character.
    private readonly uint[] _beginning = new uint[Slots], _ending = new uint[Slots];
    private readonly uint[] _beginningPairs = new uint[Slots], _endingPairs = new uint[Slots];

    /// <param name="phrases">The phrases, divided by blanks or <c>|</c>, in any script: they are folded here. None is longer than 31 characters.</param>
    public PhraseTable(string phrases)
    {
        var set = new HashSet<string>(StudyText.Fold(phrases).Split([' ', '|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        _phrases = set.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phrase in set)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(phrase.Length, LongestLength, nameof(phrases));
            _longest = Math.Max(_longest, phrase.Length);
            var bit = 1u << phrase.Length;
            _beginning[phrase[0] % Slots] |= bit;
            _ending[phrase[^1] % Slots] |= bit;
            if (phrase.Length == 1) continue;
            _beginningPairs[PairOf(phrase[0], phrase[1])] |= bit;
            _endingPairs[PairOf(phrase[^2], phrase[^1])] |= bit;
        }
    }

    public bool Contains(ReadOnlySpan<char> phrase)
    {
        if (phrase.Length > _longest || phrase.IsEmpty) return false;
        var lengths = phrase.Length == 1 ? _beginning[phrase[0] % Slots] : _beginningPairs[PairOf(phrase[0], phrase[1])];
        return (lengths >> phrase.Length & 1) != 0 && _phrases.Contains(phrase);
    }

    /// <summary>Length of the longest phrase that starts at <paramref name="start"/>; 0 for none.</summary>
    public int StartingAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length) return 0;
        var lengths = _beginning[text[start] % Slots];
        if (lengths == 0) return 0;
        var room = text.Length - start;
        if (room > 1) lengths &= 2 | _beginningPairs[PairOf(text[start], text[start + 1])];
        if (room < LongestLength) lengths &= (2u << room) - 1;
        while (lengths != 0)
        {
            var length = BitOperations.Log2(lengths);
            if (_phrases.Contains(text.Slice(start, length))) return length;
            lengths ^= 1u << length;
        }
        return 0;
    }

    /// <summary>Length of the longest phrase that ends just before <paramref name="end"/>; 0 for none.</summary>
    public int EndingAt(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0) return 0;
        var lengths = _ending[text[end - 1] % Slots];
        if (lengths == 0) return 0;
        if (end > 1) lengths &= 2 | _endingPairs[PairOf(text[end - 2], text[end - 1])];
        if (end < LongestLength) lengths &= (2u << end) - 1;
        while (lengths != 0)
        {
            var length = BitOperations.Log2(lengths);
            if (_phrases.Contains(text.Slice(end - length, length))) return length;
            lengths ^= 1u << length;
        }
        return 0;
    }

    /// <summary>Finds the last place in <paramref name="text"/> where a phrase stands, the longest one there; length 0 for none.</summary>
    public (int Start, int Length) LastIn(ReadOnlySpan<char> text)
    {
        for (var end = text.Length; end > 0; end--)
            if (EndingAt(text, end) is var length and > 0) return (end - length, length);
        return (0, 0);
    }

    /// <summary>Tells whether a phrase stands anywhere in <paramref name="text"/>.</summary>
    public bool OccursIn(ReadOnlySpan<char> text) => LastIn(text).Length > 0;

    private static int PairOf(char first, char second) => (int)((first * 0x9E3779B1u ^ second * 0x85EBCA77u) >> 22);
}
