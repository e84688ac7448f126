// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Numerics;

namespace TextIndex.Codecs.Columns;

/// <summary>Reads what <see cref="GapWriter"/> wrote, in place. At least <see cref="Slack"/> bytes behind the list must be readable.</summary>
internal unsafe ref struct GapReader
{
    /// <summary>How far behind its end a list is looked at, without being believed.</summary>
    public const int Slack = 8;

    private readonly byte* _bytes;
    private readonly long _end;                 // in bits
    private readonly int _shift;
    private long _at = 5;
    private long _last = -1;

    public GapReader(byte* bytes, int length)
    {
        _bytes = bytes;
        _end = 8L * length;
        _shift = length == 0 ? 0 : bytes[0] & 31;
    }

    /// <summary>Reads the next number; larger than all before.</summary>
    /// <param name="number">The number; meaningless where there is none. Never negative.</param>
    /// <returns>False at the end of the list.</returns>
    /// <exception cref="FormatException">The numbers grow beyond 2³¹.</exception>
    public bool Next(out int number)
    {
        long quotient = 0;
        while (true)
        {
            var left = _end - _at;
            if (left <= 0) { number = 0; return false; }
            var bits = Peek();
            var zeros = BitOperations.TrailingZeroCount(bits);
            if (zeros >= left) { number = 0; return false; }
            // 56 bits are sure to be there, whatever the place within a byte.
            if (zeros < 56)
            {
                quotient += zeros;
                _at += zeros + 1;
                break;
            }
            quotient += 56;
            _at += 56;
        }
        var low = Peek() & ((1UL << _shift) - 1);
        _at += _shift;
        _last += (quotient << _shift) + (long)low + 1;
        if (_last > int.MaxValue) throw new FormatException("text column: a list leads out of its bounds");
        number = (int)_last;
        return true;
    }

    private readonly ulong Peek()
    {
        var at = _bytes + (_at >> 3);
        var bits = BitConverter.IsLittleEndian ? *(ulong*)at : BinaryPrimitives.ReverseEndianness(*(ulong*)at);
        return bits >> (int)(_at & 7);
    }
}
