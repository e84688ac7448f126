// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Codecs.Buffering;

/// <summary>Where the bytes of new documents wait until their index segment is written: blocks outside the managed heap that are used again and again, so that no collection clears up behind them.</summary>
/// <remarks>
/// Lucene.Net's own buffers live just long enough to become old before they are left behind. It keeps the address of a document instead, and the formats of ours
/// read the bytes where they lie and give them back. Safe from many threads.
/// </remarks>
/// <param name="limitBytes">From how many bytes on documents should be written.</param>
internal sealed unsafe class DocumentBuffer(long limitBytes) : IDisposable
{
    private const int BlockBytes = 1 << 18;

    private readonly object _gate = new();
    private readonly Stack<nint> _spare = new();
    private readonly Stack<int> _places = new();        // that no block has
    private Block?[] _blocks = new Block?[64];          // replaced when it grows: it is read without the gate
    private int _count;
    private long _used;
    private bool _isDisposed;

    /// <summary>Bytes of the blocks that hold documents.</summary>
    public long UsedBytes => Volatile.Read(ref _used);

    /// <summary>Tells whether documents should be written now.</summary>
    public bool IsFull => UsedBytes >= limitBytes;

    /// <summary>Tells whether no more should come before some are written.</summary>
    public bool IsOverfull => UsedBytes >= limitBytes + limitBytes / 4;

    /// <summary>Where the bytes at an address lie, until they are released.</summary>
    public byte* At(BufferAddress address) => BlockAt(address.Block).Bytes + address.Offset;

    /// <summary>Gives bytes back: whoever needs them last does, once.</summary>
    public void Release(BufferAddress address) => Leave(BlockAt(address.Block), address.Length);

    /// <summary>Begins a block of at least so many bytes, which is held until all of it has been given back.</summary>
    internal Block Begin(int bytes)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var length = Math.Max(bytes, BlockBytes);
            var room = length == BlockBytes && _spare.TryPop(out var spare) ? (byte*)spare : (byte*)NativePages.Take(length);
            if (!_places.TryPop(out var place)) place = _count++;
            if (place == _blocks.Length) Volatile.Write(ref _blocks, [.. _blocks, .. new Block?[place]]);
            _used += length;
            return _blocks[place] = new Block(room, length, place) { Held = length };
        }
    }

    /// <summary>Gives some bytes of a block back.</summary>
    internal void Leave(Block block, int bytes)
    {
        if (Interlocked.Add(ref block.Held, -bytes) > 0) return;
        lock (_gate)
        {
            _blocks[block.Place] = null;
            _places.Push(block.Place);
            _used -= block.Length;
            if (block.Length == BlockBytes && !_isDisposed) _spare.Push((nint)block.Bytes);
            else NativePages.Free(block.Bytes, block.Length);
        }
    }

    /// <summary>Gives all memory back, whatever waits in it; nothing may read or write there any more.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    ~DocumentBuffer() => Free();

    private void Free()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_spare.TryPop(out var block)) NativePages.Free((void*)block, BlockBytes);
            foreach (ref var block in _blocks.AsSpan())
            {
                if (block is not null) NativePages.Free(block.Bytes, block.Length);
                block = null;
            }
        }
    }

    private Block BlockAt(int place) => Volatile.Read(ref _blocks)[place] ?? throw new InvalidOperationException("what waited there has been given back");

    /// <summary>A piece of memory that is filled from its beginning.</summary>
    internal sealed class Block(byte* bytes, int length, int place)
    {
        public readonly byte* Bytes = bytes;
        public readonly int Length = length, Place = place;
        public int Held;
    }
}
