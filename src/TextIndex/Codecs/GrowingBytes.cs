// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>Bytes outside the managed heap that are added to and then read again. For one thread.</summary>
internal sealed unsafe class GrowingBytes : IDisposable
{
    private byte* _bytes;
    private long _room;

    ~GrowingBytes() => Free();

    public long Length { get; private set; }

    public byte* Pointer => _bytes;

    public void Clear() => Length = 0;

    /// <summary>Adds room at the end and gives it, with 8 bytes more that may be written to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Add(long count)
    {
        if (Length + count + 8 > _room) Grow(count);
        var added = _bytes + Length;
        Length += count;
        return added;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(new Span<byte>(Add(bytes.Length), bytes.Length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVarint(ulong value)
    {
        if (value < 0x80) *Add(1) = (byte)value;
        else WriteLong(value);
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void WriteLong(ulong value)
    {
        var at = Add(10);
        var start = at;
        for (; value >= 0x80; value >>= 7) *at++ = (byte)(value | 0x80);
        *at++ = (byte)value;
        Length -= 10 - (at - start);
    }

    private void Grow(long count)
    {
        var room = Math.Max(2 * _room, Length + count + 4096);
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
