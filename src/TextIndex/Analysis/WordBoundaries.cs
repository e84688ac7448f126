// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Analysis;

/// <summary>Collects the places of a folded text where words begin.</summary>
internal sealed class WordBoundaries(int length)
{
    private readonly byte[] _bits = new byte[2 * BytesFor(length)];

    /// <summary>Bytes of one of the two sets for a text of this many code units.</summary>
    public static int BytesFor(int length) => (length + 7) >> 3;

    /// <summary>Marks that a word of any kind begins at <paramref name="start"/>.</summary>
    /// <param name="start">Offset in the folded text.</param>
    /// <param name="isToken">True where the word is a token, that is, holds a letter or a digit.</param>
    public void Add(int start, bool isToken)
    {
        var bit = (byte)(1 << (start & 7));
        _bits[start >> 3] |= bit;
        if (isToken) _bits[_bits.Length / 2 + (start >> 3)] |= bit;
    }

    /// <summary>The marks as they are stored.</summary>
    public byte[] ToBytes() => _bits;

    /// <summary>Looks at the marks.</summary>
    public WordBoundariesView View => new(_bits, length);
}

// bytes := cuts tokens      each ⌈length / 8⌉ bytes, least significant bit first.
// cuts: bit i is set where a word begins at code unit i, punctuation and white space being words too. tokens: the same for word tokens alone.
/// <summary>The places of a folded text where words begin, read in place.</summary>
internal readonly ref struct WordBoundariesView
{
    private readonly ReadOnlySpan<byte> _cuts;
    private readonly ReadOnlySpan<byte> _tokens;
    private readonly int _length;

    /// <summary>Reads the bytes of <see cref="WordBoundaries.ToBytes"/> for a text of <paramref name="length"/> code units.</summary>
    /// <exception cref="FormatException">The bytes do not fit the text.</exception>
    public WordBoundariesView(ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.Length != 2 * WordBoundaries.BytesFor(length)) throw new FormatException("word boundaries: not as long as the text");
        _cuts = bytes[..(bytes.Length / 2)];
        _tokens = bytes[(bytes.Length / 2)..];
        _length = length;
    }

    /// <summary>Tells whether <c>[start, end)</c> begins and ends at word boundaries.</summary>
    public bool Aligned(int start, int end) => Bit(start) && (end == _length || Bit(end));

    /// <summary>Ordinal of the token that begins last at or before <paramref name="offset"/>; -1 where none does.</summary>
    public int PositionAt(int offset) => CountTokens(0, offset + 1) - 1;

    /// <summary>Counts the tokens that begin in <c>[start, end)</c>.</summary>
    public int CountTokens(int start, int end)
    {
        var count = 0;
        while (start < end)
        {
            var taken = Math.Min(8 - (start & 7), end - start);
            count += BitOperations.PopCount((uint)_tokens[start >> 3] >> (start & 7) & ((1u << taken) - 1));
            start += taken;
        }
        return count;
    }

    /// <summary>Tells whether a token begins at <paramref name="start"/>.</summary>
    public bool IsTokenAt(int start) => (_tokens[start >> 3] >> (start & 7) & 1) != 0;

    /// <summary>End of the word that begins at <paramref name="start"/>.</summary>
    public int EndOf(int start)
    {
        do start++; while (start < _length && !Bit(start));
        return start;
    }

    /// <summary>How many tokens there are.</summary>
    public int TokenCount => _length == 0 ? 0 : PositionAt(_length - 1) + 1;

    private bool Bit(int at) => (_cuts[at >> 3] >> (at & 7) & 1) != 0;
}
