// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Codecs.Columns;

/// <summary>Bytes outside the managed heap that more can be added to; used again and again. For one thread.</summary>
internal sealed unsafe class GrowingBytes : IByteSink, IDisposable
{
    private byte* _bytes;
    private int _room;

    ~GrowingBytes() => Free();

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; live until the next change.</summary>
    public ReadOnlySpan<byte> Written => new(_bytes, Length);

    /// <summary>The bytes, to be written to; live until the next change.</summary>
    public Span<byte> Mutable => new(_bytes, Length);

    /// <summary>Forgets them.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => Add(bytes);

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(new Span<byte>(_bytes + Length, bytes.Length));
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
        var added = new Span<byte>(_bytes + Length, count);
        added.Clear();
        Length += count;
        return added;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Reserve(int more)
    {
        if (_room - Length >= more) return;
        var room = (int)Math.Min(int.MaxValue, Math.Max(Math.Max(4096, 2L * _room), (long)Length + more));
        if (room - Length < more) throw new OutOfMemoryException();
        _bytes = (byte*)NativePages.Replace(_bytes, _room, Length, room);
        _room = room;
    }

    private void Free()
    {
        NativePages.Free(_bytes, _room);
        _bytes = null;
        (_room, Length) = (0, 0);
    }
}
