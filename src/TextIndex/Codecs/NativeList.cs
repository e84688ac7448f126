// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>Numbers outside the managed heap that more can be added to, used again and again. For one thread.</summary>
internal sealed unsafe class NativeList<T> : IDisposable where T : unmanaged
{
    private T* _items;
    private long _room;

    ~NativeList() => Free();

    public int Count { get; private set; }

    /// <summary>The numbers; they live until the next change.</summary>
    public Span<T> Items => new(_items, Count);

    public ref T this[int index] => ref Items[index];

    public void Clear() => Count = 0;

    public void Add(T item)
    {
        if (Count == _room) Grow();
        _items[Count++] = item;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Grow()
    {
        var room = Math.Max(1024, 2 * _room);
        _items = (T*)NativePages.Replace(_items, _room * sizeof(T), (long)Count * sizeof(T), room * sizeof(T));
        _room = room;
    }

    private void Free()
    {
        NativePages.Free(_items, _room * sizeof(T));
        _items = null;
        (_room, Count) = (0, 0);
    }
}
