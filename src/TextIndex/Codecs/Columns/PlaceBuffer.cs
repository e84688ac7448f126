// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Codecs.Columns;

/// <summary>Places of a text, ascending; used again and again.</summary>
internal sealed class PlaceBuffer
{
    private int[] _places = new int[1024];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The places.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>Forgets them.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds one behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place)
    {
        var places = _places;
        var count = Count;
        if ((uint)count >= (uint)places.Length) places = Grow();
        places[count] = place;
        Count = count + 1;
    }

    /// <summary>Gives room behind the last place.</summary>
    /// <param name="count">How much.</param>
    /// <returns>What is written there becomes places by <see cref="Keep"/>; until the next change.</returns>
    public Span<int> Reserve(int count)
    {
        while (_places.Length - Count < count) Grow();
        return _places.AsSpan(Count, count);
    }

    /// <summary>Takes the first of what was written to the room that was given.</summary>
    public void Keep(int count) => Count += count;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int[] Grow()
    {
        Array.Resize(ref _places, 2 * _places.Length);
        return _places;
    }
}
