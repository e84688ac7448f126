// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>Reads a mapped file the way Lucene.Net reads files. Clones share the bytes; one is for one thread.</summary>
internal sealed unsafe class MappedInput(string description, MappedSlice slice) : IndexInput(description), IMappedInput
{
    private readonly MappedBytes _bytes = slice.Bytes;
    private readonly byte* _pointer = slice.Pointer;
    private readonly long _length = slice.Length;
    private long _position;

    /// <inheritdoc/>
    public MappedSlice Slice => slice;

    public override long Position => _position;

    public override long Length => _length;

    public override void Seek(long pos) => _position = pos;

    public override byte ReadByte()
    {
        if ((ulong)_position >= (ulong)_length) throw Ended();
        var value = _pointer[_position++];
        GC.KeepAlive(_bytes);
        return value;
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        Take(len).CopyTo(b.AsSpan(offset, len));
        GC.KeepAlive(_bytes);
    }

    public override short ReadInt16()
    {
        var value = BinaryPrimitives.ReadInt16BigEndian(Take(2));
        GC.KeepAlive(_bytes);
        return value;
    }

    public override int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(Take(4));
        GC.KeepAlive(_bytes);
        return value;
    }

    public override long ReadInt64()
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(Take(8));
        GC.KeepAlive(_bytes);
        return value;
    }

    public override int ReadVInt32()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            if (shift == 28 && next > 0x0F) throw new IOException($"{this}: a number has too many bits");
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    public override long ReadVInt64()
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            if (shift == 63) throw new IOException($"{this}: a number has too many bits");
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    // The bytes go when nobody refers to them any more.
    protected override void Dispose(bool disposing) { }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_position < 0 || count < 0 || _position > _length - count) throw Ended();
        var taken = new ReadOnlySpan<byte>(_pointer + _position, count);
        _position += count;
        return taken;
    }

    private EndOfStreamException Ended() => new($"{this}: read past the end at {_position} of {_length}");
}
