// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextIndex.Codecs;

/// <summary>Many byte streams that grow at once in one pool outside the managed heap: chunks of doubling size, each leading to the next. For one thread.</summary>
internal sealed unsafe class ChainedBytes : IDisposable
{
    // A chunk begins at a whole unit of a piece and ends with the address of the next one.
    private const int Unit = 16, UnitBits = 4, LargestChunk = 1024, PieceBits = 20, Link = 8;

    private readonly List<nint> _pieces = [];
    private int _filled = 1 << PieceBits;

    ~ChainedBytes() => Free();

    /// <summary>One stream; its default is an empty one.</summary>
    public struct Chain
    {
        /// <summary>Where it goes on.</summary>
        internal byte* At;

        /// <summary>Where it begins: units in all pieces, + 1.</summary>
        internal int Start;

        /// <summary>Bytes left in its chunk, and the chunk's size.</summary>
        internal ushort Left, Size;
    }

    /// <summary>Adds a number.</summary>
    public void Add(ref Chain chain, ulong value)
    {
        for (; value >= 0x80; value >>= 7) AddByte(ref chain, (byte)(value | 0x80));
        AddByte(ref chain, (byte)value);
    }

    /// <summary>Reads a stream from its beginning; numbers are read as often as they were added.</summary>
    public Reader Read(Chain chain) => new(chain.Start == 0 ? null : (byte*)_pieces[(chain.Start - 1) >> (PieceBits - UnitBits)] + ((long)(chain.Start - 1) << UnitBits & ((1 << PieceBits) - 1)));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddByte(ref Chain chain, byte value)
    {
        if (chain.Left == 0) Extend(ref chain);
        *chain.At++ = value;
        chain.Left--;
    }

    private void Extend(ref Chain chain)
    {
        var size = chain.Size == 0 ? Unit : Math.Min(LargestChunk, 2 * chain.Size);
        if (_filled + size > 1 << PieceBits)
        {
            _pieces.Add((nint)NativeMemory.Alloc(1 << PieceBits));
            _filled = 0;
        }
        var start = (byte*)_pieces[^1] + _filled;
        if (chain.Size == 0) chain.Start = checked((_pieces.Count - 1) * (1 << (PieceBits - UnitBits)) + (_filled >> UnitBits) + 1);
        else *(byte**)chain.At = start;
        _filled += size;
        chain.At = start;
        (chain.Left, chain.Size) = ((ushort)(size - Link), (ushort)size);
    }

    private void Free()
    {
        foreach (var piece in _pieces) NativeMemory.Free((void*)piece);
        _pieces.Clear();
        _filled = 1 << PieceBits;
    }

    /// <summary>Reads one stream.</summary>
    internal struct Reader(byte* at)
    {
        private byte* _at = at;
        private int _left = Unit - Link;
        private int _size = Unit;

        public ulong Next()
        {
            ulong next = NextByte();
            if (next < 0x80) return next;
            var value = next & 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                next = NextByte();
                value |= (next & 0x7F) << shift;
                if (next < 0x80) return value;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private byte NextByte()
        {
            if (_left == 0)
            {
                _at = *(byte**)_at;
                _size = Math.Min(LargestChunk, 2 * _size);
                _left = _size - Link;
            }
            _left--;
            return *_at++;
        }
    }
}
