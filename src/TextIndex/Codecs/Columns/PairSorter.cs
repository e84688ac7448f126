// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics;
using TextIndex.Storage;

namespace TextIndex.Codecs.Columns;

/// <summary>Walks the pairs of neighbouring code units of a text that no barrier stands in, ascending, each with all its places.</summary>
/// <remarks>
/// Holds the places of a slice of the pairs, of all that begin with some code units that follow each other, and goes through the text once for every slice:
/// vectors find what belongs to it. For one thread.
/// </remarks>
internal sealed unsafe class PairSorter : IDisposable
{
    private readonly char* _text;
    private readonly int _length, _mostPaired;
    private readonly long _slicePlaces;
    private readonly int[] _counts = new int[1 << 16], _next = new int[1 << 16];
    private Numbers<int> _slice, _places;
    private Numbers<ulong> _pairs, _other;
    private int _first = -1, _sliceEnd, _firstAt, _firstEnd, _at, _end;
    private bool _isPaired;

    /// <summary>Counts the pairs of a text.</summary>
    /// <param name="text">The text; lives as long as this.</param>
    /// <param name="length">Its code units.</param>
    /// <param name="slicePlaces">How many places a slice has at the most, if it is not all of one first code unit.</param>
    /// <param name="mostPaired">How many places of one first code unit are sorted with the second ones beside them.</param>
    public PairSorter(char* text, int length, long slicePlaces, int mostPaired)
    {
        _text = text;
        (_length, _slicePlaces, _mostPaired) = (length, slicePlaces, mostPaired);
        for (var i = 0; i + 1 < length; i++)
            if (text[i] != '\n' && text[i + 1] != '\n') _counts[text[i]]++;
    }

    /// <summary>The first code unit of the pair at hand.</summary>
    public char First => (char)_first;

    /// <summary>The second one.</summary>
    public char Second { get; private set; }

    /// <summary>Where the pair stands, ascending; until the next pair.</summary>
    public ReadOnlySpan<int> Places => _isPaired ? new(_places.Pointer, _end - _at) : new(_slice.Pointer + _at, _end - _at);

    /// <summary>Goes to the next pair.</summary>
    public bool MoveNext()
    {
        _at = _end;
        if (_at == _firstEnd && !MoveToFirst()) return false;
        if (_isPaired) TakePaired();
        else TakeBare();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slice.Free();
        _places.Free();
        _pairs.Free();
        _other.Free();
    }

    private bool MoveToFirst()
    {
        do
        {
            if (++_first >= 1 << 16) return false;
            if (_first == _sliceEnd) GatherSlice();
        }
        while (_counts[_first] == 0);
        (_firstAt, _firstEnd) = (_next[_first] - _counts[_first], _next[_first]);
        var count = _firstEnd - _firstAt;
        _isPaired = count <= _mostPaired;
        if (_isPaired) SortPaired(count);
        else SortBare(count);
        _at = _end = _firstAt;
        return true;
    }

    private void TakePaired()
    {
        var pairs = _pairs.Pointer + (_at - _firstAt);
        var left = _firstEnd - _at;
        var second = pairs[0] >> 32;
        var count = 0;
        for (; count < left && pairs[count] >> 32 == second; count++) _places.Pointer[count] = (int)pairs[count];
        (Second, _end) = ((char)second, _at + count);
    }

    private void TakeBare()
    {
        Second = _text[_slice.Pointer[_at] + 1];
        for (_end = _at + 1; _end < _firstEnd && _text[_slice.Pointer[_end] + 1] == Second;) _end++;
    }

    // The places of the first code units from _sliceEnd on, as many as a slice has, each unit's behind those of the one before.
    private void GatherSlice()
    {
        var from = _sliceEnd;
        var total = (long)_counts[_sliceEnd++];
        for (; _sliceEnd < 1 << 16 && total + _counts[_sliceEnd] <= _slicePlaces; _sliceEnd++) total += _counts[_sliceEnd];
        if (total == 0) return;
        _slice.Reserve(total);
        for (int first = from, at = 0; first < _sliceEnd; first++)
        {
            _next[first] = at;
            at += _counts[first];
        }
        var places = _slice.Pointer;
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var (low, most, barrier) = (Vector256.Create((ushort)from), Vector256.Create((ushort)(_sliceEnd - from - 1)), Vector256.Create((ushort)'\n'));
            for (; i + 17 <= _length; i += 16)
            {
                var units = Vector256.Load((ushort*)_text + i);
                var wanted = Vector256.LessThanOrEqual(units - low, most) & ~Vector256.Equals(units, barrier) & ~Vector256.Equals(Vector256.Load((ushort*)_text + i + 1), barrier);
                for (var bits = wanted.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    var place = i + BitOperations.TrailingZeroCount(bits);
                    places[_next[_text[place]]++] = place;
                }
            }
        }
        for (; i + 1 < _length; i++)
            if ((uint)(_text[i] - from) < (uint)(_sliceEnd - from) && _text[i] != '\n' && _text[i + 1] != '\n') places[_next[_text[i]]++] = i;
    }

    // The second code unit above, the place below: two passes of a counting sort, a byte each; a few pairs are sorted as they are.
    private void SortPaired(int count)
    {
        _places.Reserve(count);
        _pairs.Reserve(count);
        var pairs = new Span<ulong>(_pairs.Pointer, count);
        var places = _slice.Pointer + _firstAt;
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (ulong)_text[places[i] + 1] << 32 | (uint)places[i];
        if (count < 256)
        {
            pairs.Sort();
            return;
        }
        _other.Reserve(count);
        var other = new Span<ulong>(_other.Pointer, count);
        SortByByte(pairs, other, 32);
        SortByByte(other, pairs, 40);
    }

    private static void SortByByte(ReadOnlySpan<ulong> from, Span<ulong> to, int shift)
    {
        Span<int> next = stackalloc int[257];
        next.Clear();
        foreach (var pair in from) next[(int)(byte)(pair >> shift) + 1]++;
        for (var i = 0; i < 256; i++) next[i + 1] += next[i];
        foreach (var pair in from) to[next[(int)(byte)(pair >> shift)]++] = pair;
    }

    // The same without the second code units beside: half of the memory, and a look into the text for each.
    private void SortBare(int count)
    {
        _places.Reserve(count);
        var places = new Span<int>(_slice.Pointer + _firstAt, count);
        var other = new Span<int>(_places.Pointer, count);
        SortByTextByte(places, other, 0);
        SortByTextByte(other, places, 8);
    }

    private void SortByTextByte(ReadOnlySpan<int> from, Span<int> to, int shift)
    {
        Span<int> next = stackalloc int[257];
        next.Clear();
        foreach (var place in from) next[(byte)(_text[place + 1] >> shift) + 1]++;
        for (var i = 0; i < 256; i++) next[i + 1] += next[i];
        foreach (var place in from) to[next[(byte)(_text[place + 1] >> shift)]++] = place;
    }

    // Memory outside the managed heap, which is given back at once.
    private struct Numbers<T> where T : unmanaged
    {
        private long _room;

        public T* Pointer { get; private set; }

        public void Reserve(long count)
        {
            if (count <= _room) return;
            Free();
            Pointer = (T*)NativePages.Take(count * sizeof(T));
            _room = count;
        }

        public void Free()
        {
            NativePages.Free(Pointer, _room * sizeof(T));
            Pointer = null;
            _room = 0;
        }
    }
}
