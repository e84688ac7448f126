// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Numerics;

namespace TextIndex.Codecs.Columns;

// list := shift:5 bits gap*           gap := quotient zeros, a one, the low shift bits of the gap; bits from the least significant one on
// The gap of the first number is the number itself, of any other its distance from the one before, less one. What is left of the last byte is zeros,
// so a list ends where no one is left.
/// <summary>Writes ascending numbers as Rice codes of their gaps.</summary>
internal sealed class GapWriter
{
    private byte[] _bytes = new byte[256];
    private ulong _pending;
    private int _pendingBits, _length;

    /// <summary>What was written last; lives until the next call.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Writes numbers, ascending and each once.</summary>
    /// <param name="numbers">At least one.</param>
    public void Write(ReadOnlySpan<int> numbers)
    {
        (_pending, _pendingBits, _length) = (0, 0, 0);
        var shift = ShiftFor((uint)(numbers[^1] - (numbers.Length - 1)), (uint)numbers.Length);
        Put((ulong)shift, 5);
        var before = -1;
        foreach (var number in numbers)
        {
            var gap = (uint)(number - before - 1);
            before = number;
            for (var zeros = gap >> shift; zeros > 0;)
            {
                var some = (int)Math.Min(zeros, 32);
                Put(0, some);
                zeros -= (uint)some;
            }
            Put(1 | (ulong)(gap & ((1u << shift) - 1)) << 1, 1 + shift);
        }
        while (_pendingBits > 0)
        {
            Append((byte)_pending);
            _pending >>= 8;
            _pendingBits -= 8;
        }
    }

    // The shift that costs least for a list of this mean gap: about log2(0.69 × mean).
    private static int ShiftFor(uint sum, uint count)
    {
        var scaled = (ulong)sum * 177 / ((ulong)count * 256);
        return scaled == 0 ? 0 : BitOperations.Log2(scaled);
    }

    private void Put(ulong bits, int count)
    {
        _pending |= bits << _pendingBits;
        _pendingBits += count;
        if (_pendingBits < 32) return;
        if (_bytes.Length < _length + 4) Array.Resize(ref _bytes, 2 * _bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), (uint)_pending);
        _length += 4;
        _pending >>= 32;
        _pendingBits -= 32;
    }

    private void Append(byte one)
    {
        if (_bytes.Length == _length) Array.Resize(ref _bytes, 2 * _bytes.Length);
        _bytes[_length++] = one;
    }
}
