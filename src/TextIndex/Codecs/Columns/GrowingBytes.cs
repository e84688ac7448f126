// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Columns;

/// <summary>Bytes in memory that more can be added to; used again and again.</summary>
internal sealed class GrowingBytes : IByteSink
{
    private byte[] _bytes = new byte[4096];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; live until the next change.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The bytes, to be written to; live until the next change.</summary>
    public Span<byte> Mutable => _bytes.AsSpan(0, Length);

    /// <summary>Forgets them.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => Add(bytes);

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Adds one byte.</summary>
    public void Add(byte one)
    {
        Reserve(1);
        _bytes[Length++] = one;
    }

    /// <summary>Adds a number, little-endian base 128.</summary>
    public void AddVarint(uint value)
    {
        Reserve(5);
        for (; value >= 0x80; value >>= 7) _bytes[Length++] = (byte)(value | 0x80);
        _bytes[Length++] = (byte)value;
    }

    /// <summary>Adds zeros and gives them, to be written to until the next change.</summary>
    public Span<byte> AddZeros(int count)
    {
        Reserve(count);
        var added = _bytes.AsSpan(Length, count);
        added.Clear();
        Length += count;
        return added;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)Length + more)));
    }
}
