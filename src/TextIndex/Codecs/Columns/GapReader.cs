// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Codecs.Columns;

/// <summary>Reads what <see cref="GapWriter"/> wrote, in place. At least <see cref="Slack"/> bytes behind the list must be readable.</summary>
internal unsafe ref struct GapReader
{
    /// <summary>How far behind its end a list is looked at, without being believed.</summary>
    public const int Slack = 24;

    /// <summary>How many numbers are well read at once.</summary>
    public const int Batch = 128;

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

    /// <summary>Reads the next numbers; each is larger than all before, none is negative.</summary>
    /// <param name="numbers">Receives them.</param>
    /// <returns>How many; fewer than there is room for only at the end of the list.</returns>
    /// <exception cref="FormatException">The numbers grow beyond 2³¹.</exception>
    public int Read(scoped Span<int> numbers)
    {
        if (_at >= _end) return 0;
        // At least 56 bits lie in a register, of which `sure` are not behind what was loaded: each number is a few shifts, no load stands between two of them.
        var (shift, mask, last, left) = (_shift, (1UL << _shift) - 1, _last, _end - _at);
        var count = 0;
        Load(out var bits, out var sure, out var next);
        for (; count < numbers.Length; count++)
        {
            bits |= *(ulong*)next << sure;
            next += (63 - sure) >> 3;
            sure |= 56;
            var zeros = BitOperations.TrailingZeroCount(bits);
            if (zeros >= left) { left = 0; break; }
            var length = zeros + 1 + shift;
            if (length <= sure)
            {
                last += ((long)zeros << shift) + (long)(bits >> zeros >> 1 & mask) + 1;
                bits >>= length;
                sure -= length;
                left -= length;
            }
            else
            {
                _at = _end - left;
                if (!ReadLong(ref last)) { left = 0; break; }
                left = _end - _at;
                Load(out bits, out sure, out next);
            }
            if (last > int.MaxValue) throw new FormatException("text column: a list leads out of its bounds");
            numbers[count] = (int)last;
        }
        (_at, _last) = (_end - left, last);
        return count;
    }

    private readonly void Load(out ulong bits, out int sure, out byte* next)
    {
        next = _bytes + (_at >> 3);
        bits = *(ulong*)next >> (int)(_at & 7);
        sure = 56 - (int)(_at & 7);
        next += 7;
    }

    // A number with more zeros before it than a register holds.
    private bool ReadLong(ref long last)
    {
        long quotient = 0;
        while (true)
        {
            var left = _end - _at;
            if (left <= 0) return false;
            var zeros = BitOperations.TrailingZeroCount(Peek());
            if (zeros >= left) return false;
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
        if (_at > _end) return false;
        var low = Peek() & ((1UL << _shift) - 1);
        _at += _shift;
        last += (quotient << _shift) + (long)low + 1;
        return true;
    }

    private readonly ulong Peek() => *(ulong*)(_bytes + (_at >> 3)) >> (int)(_at & 7);
}
