// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Normalization;

// bytes  := piece*        piece := gap:varint normalizedLength:varint sourceLength:varint
// A piece is a stretch whose two sides differ in length: a white-space run that was removed (1+ → 0), folded to one space or a barrier
// (n → 1), or a code point whose fold has another width in UTF-16 (1 → 2, 2 → 1). Between pieces the two sides run in step; gap is the number
// of code units in step before the piece.
/// <summary>Maps offsets of a normalised text to the source text it came from, both in UTF-16 code units.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class OffsetMap
{
    private readonly int[] _normalized;   // start of each piece in the normalised text
    private readonly int[] _source;       // start of each piece in the source text
    private readonly byte[] _normalizedLength;
    private readonly int[] _sourceLength;

    internal OffsetMap(List<Piece> pieces)
    {
        _normalized = new int[pieces.Count];
        _source = new int[pieces.Count];
        _normalizedLength = new byte[pieces.Count];
        _sourceLength = new int[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
            (_normalized[i], _source[i], _normalizedLength[i], _sourceLength[i]) = (pieces[i].Normalized, pieces[i].Source, (byte)pieces[i].NormalizedLength, pieces[i].SourceLength);
    }

    internal readonly record struct Piece(int Normalized, int Source, int NormalizedLength, int SourceLength);

    /// <summary>Maps a span of the normalised text to the source text that it stands for.</summary>
    /// <param name="normalized">A span of the normalised text that holds at least one code unit.</param>
    /// <returns>From the source of the first code unit to the end of the source of the last one.</returns>
    public TextSpan ToSource(TextSpan normalized)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(normalized.Length, 1);
        return TextSpan.FromBounds(SourceOf(normalized.Start, end: false), SourceOf(normalized.End - 1, end: true));
    }

    /// <summary>Maps an offset of the source text to the normalised text: the first code unit that comes from there or later.</summary>
    /// <param name="source">Offset in the source text, 0 to its length.</param>
    public int ToNormalized(int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        var i = Last(_source, source);
        if (i < 0) return source;
        var intoPiece = source - _source[i];
        if (intoPiece == 0) return _normalized[i];
        return intoPiece < _sourceLength[i] ? _normalized[i] + _normalizedLength[i] : _normalized[i] + _normalizedLength[i] + intoPiece - _sourceLength[i];
    }

    /// <summary>How many pieces there are.</summary>
    internal int PieceCount => _normalized.Length;

    /// <summary>One piece.</summary>
    internal Piece PieceAt(int index) => new(_normalized[index], _source[index], _normalizedLength[index], _sourceLength[index]);

    /// <summary>Writes the map in the layout at the head of this file.</summary>
    internal byte[] ToBytes()
    {
        var bytes = new List<byte>(4 * _normalized.Length);
        var before = 0;
        for (var i = 0; i < _normalized.Length; i++)
        {
            WriteVarint(bytes, _normalized[i] - before);
            WriteVarint(bytes, _normalizedLength[i]);
            WriteVarint(bytes, _sourceLength[i]);
            before = _normalized[i] + _normalizedLength[i];
        }
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not a map.</exception>
    internal static OffsetMap FromBytes(ReadOnlySpan<byte> bytes)
    {
        var pieces = new List<Piece>();
        long normalized = 0, source = 0;
        while (!bytes.IsEmpty)
        {
            var gap = ReadVarint(ref bytes);
            var normalizedLength = ReadVarint(ref bytes);
            var sourceLength = ReadVarint(ref bytes);
            normalized += gap;
            source += gap;
            if (normalizedLength > 2 || source + sourceLength > int.MaxValue) throw new FormatException("offset map: a piece is out of bounds");
            pieces.Add(new Piece((int)normalized, (int)source, normalizedLength, sourceLength));
            normalized += normalizedLength;
            source += sourceLength;
        }
        return new OffsetMap(pieces);
    }

    private int SourceOf(int normalized, bool end)
    {
        var i = Last(_normalized, normalized);
        if (i < 0) return end ? normalized + 1 : normalized;
        var intoPiece = normalized - _normalized[i];
        if (intoPiece < _normalizedLength[i]) return end ? _source[i] + _sourceLength[i] : _source[i];
        return _source[i] + _sourceLength[i] + intoPiece - _normalizedLength[i] + (end ? 1 : 0);
    }

    // Removed runs share their normalised start with what follows them, so the last piece that starts at or before the offset decides.
    private static int Last(int[] starts, int offset)
    {
        int low = 0, high = starts.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (starts[middle] <= offset) low = middle + 1; else high = middle;
        }
        return low - 1;
    }

    private static void WriteVarint(List<byte> bytes, int value)
    {
        for (; value >= 0x80; value >>>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    private static int ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (bytes.IsEmpty) break;
            var b = bytes[0];
            bytes = bytes[1..];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value <= int.MaxValue ? (int)value : throw new FormatException("offset map: a number is out of bounds");
        }
        throw new FormatException("offset map: a number is cut off");
    }
}
