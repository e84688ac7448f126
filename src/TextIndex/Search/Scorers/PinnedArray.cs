// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Search.Scorers;

/// <summary>An array that does not move, with its address: scratch that vectors load from. Ends with what refers to it.</summary>
internal sealed unsafe class PinnedArray<T> where T : unmanaged
{
    // A vector may load behind the last number.
    private const int Overread = 64;

    private T[] _items = [];

    /// <summary>Makes room for some numbers, all zero.</summary>
    public PinnedArray(int length) => Require(length);

    /// <summary>The first number; another one after <see cref="Require"/>.</summary>
    public T* Pointer { get; private set; }

    /// <summary>How many numbers there is room for.</summary>
    public int Length { get; private set; }

    /// <summary>Makes room for more; what stood there is forgotten where it does not fit any more.</summary>
    public void Require(int length)
    {
        if (length <= Length && Pointer is not null) return;
        Length = Math.Max(length, 2 * Length);
        _items = GC.AllocateArray<T>(Length + Overread, pinned: true);
        Pointer = (T*)Unsafe.AsPointer(ref _items[0]);
    }

    /// <summary>The numbers as a span.</summary>
    public Span<T> Span => _items.AsSpan(0, Length);
}
