// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs;

/// <summary>Many byte streams that grow at once in one pool: chunks of doubling size, each leading to the next.</summary>
internal sealed class ChainedBytes
{
    private const int First = 16, Largest = 1024, PieceBytes = 1 << 20;

    private readonly List<byte[]> _pieces = [];
    private int _filled = PieceBytes;

    /// <summary>One stream; its default is an empty one.</summary>
    public struct Chain
    {
        /// <summary>Places in the pool, + 1: where it begins, where it goes on, and where its chunk ends.</summary>
        internal long Start, At, End;
        internal int Size;
    }

    /// <summary>Adds a number.</summary>
    public void Add(ref Chain chain, ulong value)
    {
        for (; value >= 0x80; value >>= 7) AddByte(ref chain, (byte)(value | 0x80));
        AddByte(ref chain, (byte)value);
    }

    /// <summary>Reads a stream from its beginning; numbers are read as often as they were added.</summary>
    public Reader Read(Chain chain) => new(this, chain);

    private void AddByte(ref Chain chain, byte value)
    {
        if (chain.At == chain.End) Extend(ref chain);
        _pieces[(int)((chain.At - 1) / PieceBytes)][(chain.At - 1) % PieceBytes] = value;
        chain.At++;
    }

    // A chunk ends with eight bytes that lead to the next one.
    private void Extend(ref Chain chain)
    {
        var size = chain.Size == 0 ? First : Math.Min(Largest, 2 * chain.Size);
        if (_filled + size > PieceBytes)
        {
            _pieces.Add(new byte[PieceBytes]);
            _filled = 0;
        }
        var start = (long)(_pieces.Count - 1) * PieceBytes + _filled + 1;
        _filled += size;
        if (chain.Start == 0) chain.Start = start;
        else BitConverter.TryWriteBytes(_pieces[(int)((chain.End - 1) / PieceBytes)].AsSpan((int)((chain.End - 1) % PieceBytes), 8), start);
        (chain.At, chain.End, chain.Size) = (start, start + size - 8, size);
    }

    /// <summary>Reads one stream.</summary>
    internal struct Reader(ChainedBytes pool, Chain chain)
    {
        private long _at = chain.Start;
        private long _end = chain.Start + First - 8;
        private int _size = First;

        public ulong Next()
        {
            var value = 0ul;
            for (var shift = 0; ; shift += 7)
            {
                var next = NextByte();
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80) return value;
            }
        }

        private byte NextByte()
        {
            if (_at == _end)
            {
                _at = BitConverter.ToInt64(pool._pieces[(int)((_end - 1) / PieceBytes)], (int)((_end - 1) % PieceBytes));
                _size = Math.Min(Largest, 2 * _size);
                _end = _at + _size - 8;
            }
            var value = pool._pieces[(int)((_at - 1) / PieceBytes)][(_at - 1) % PieceBytes];
            _at++;
            return value;
        }
    }
}
