// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Analysis;

/// <summary>Collects the places of a folded text where words begin: bit i of byte i/8, least significant first, punctuation and white space being words too.</summary>
internal sealed class WordBoundaries(string text)
{
    private readonly byte[] _cuts = new byte[(text.Length + 7) >> 3];

    /// <summary>Marks that a word of any kind begins at <paramref name="start"/>.</summary>
    public void Add(int start) => _cuts[start >> 3] |= (byte)(1 << (start & 7));

    /// <summary>The marks.</summary>
    public ReadOnlySpan<byte> Cuts => _cuts;

    /// <summary>Looks at the marks.</summary>
    public WordBoundariesView View => new(text, _cuts, 0);
}

/// <summary>The places of a folded text where words begin, read in place. A word is a token where it holds a letter or a digit.</summary>
internal readonly ref struct WordBoundariesView
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<byte> _cuts;
    private readonly int _firstBit;

    /// <summary>Reads marks.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="cuts">The bytes that hold its marks.</param>
    /// <param name="firstBit">Which bit of the first byte is the mark of the first code unit.</param>
    public WordBoundariesView(ReadOnlySpan<char> text, ReadOnlySpan<byte> cuts, int firstBit)
    {
        _text = text;
        _cuts = cuts;
        _firstBit = firstBit;
    }

    /// <summary>Tells whether <c>[start, end)</c> begins and ends at word boundaries.</summary>
    public bool Aligned(int start, int end) => Bit(start) && (end == _text.Length || Bit(end));

    /// <summary>Counts the tokens that begin in <c>[start, end)</c>.</summary>
    public int CountTokens(int start, int end)
    {
        var count = 0;
        for (start = NextCut(start, end); start < end; start = NextCut(start + 1, end))
            if (IsToken(start)) count++;
        return count;
    }

    /// <summary>Tells whether a token begins at <paramref name="start"/>.</summary>
    public bool IsTokenAt(int start) => Bit(start) && IsToken(start);

    /// <summary>End of the word that begins at <paramref name="start"/>.</summary>
    public int EndOf(int start) => NextCut(start + 1, _text.Length);

    /// <summary>How many tokens there are.</summary>
    public int TokenCount => CountTokens(0, _text.Length);

    // The first code unit decides nearly always.
    private bool IsToken(int start) =>
        char.IsLetterOrDigit(_text[start]) || FieldAnalyzer.HoldsLetterOrDigit(_text[start..EndOf(start)]);

    private bool Bit(int at) => (_cuts[_firstBit + at >> 3] >> (_firstBit + at & 7) & 1) != 0;

    // The next place of a cut at or behind a place; the end where there is none before it.
    private int NextCut(int at, int end)
    {
        at += _firstBit;
        end += _firstBit;
        while (at < end)
        {
            var rest = _cuts[at >> 3] >> (at & 7);
            if (rest != 0) return Math.Min(end, at + BitOperations.TrailingZeroCount(rest)) - _firstBit;
            at = (at | 7) + 1;
        }
        return end - _firstBit;
    }
}
