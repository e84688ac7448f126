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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int[] Grow()
    {
        Array.Resize(ref _places, 2 * _places.Length);
        return _places;
    }
}
