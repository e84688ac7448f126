// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Buffering;

/// <summary>Where the bytes of new documents wait until their index segment is written: blocks that are used again and again, so that no collection clears up behind them.</summary>
/// <remarks>
/// Lucene.Net's own buffers live just long enough to become old before they are left behind. It keeps the address of a document instead, and the formats of ours
/// read the bytes where they lie and give them back. Safe from many threads.
/// </remarks>
/// <param name="limitBytes">From how many bytes on documents should be written.</param>
internal sealed class DocumentBuffer(long limitBytes)
{
    private const int BlockBytes = 1 << 18;

    private readonly object _gate = new();
    private readonly Stack<byte[]> _spare = new();
    private readonly Stack<int> _places = new();        // that no block has
    private Block?[] _blocks = new Block?[64];          // replaced when it grows: it is read without the gate
    private int _count;
    private long _used;

    /// <summary>Bytes of the blocks that hold documents.</summary>
    public long UsedBytes => Volatile.Read(ref _used);

    /// <summary>Tells whether documents should be written now.</summary>
    public bool IsFull => UsedBytes >= limitBytes;

    /// <summary>Tells whether no more should come before some are written.</summary>
    public bool IsOverfull => UsedBytes >= 2 * limitBytes;

    /// <summary>Where the bytes at an address lie, until they are released.</summary>
    public (byte[] Bytes, int Start) At(BufferAddress address) => (BlockAt(address.Block).Bytes, address.Offset);

    /// <summary>Gives bytes back: whoever needs them last does, once.</summary>
    public void Release(BufferAddress address) => Leave(BlockAt(address.Block), address.Length);

    /// <summary>Begins a block of at least so many bytes, which is held until all of it has been given back.</summary>
    internal Block Begin(int bytes)
    {
        lock (_gate)
        {
            var room = bytes <= BlockBytes && _spare.TryPop(out var spare) ? spare : GC.AllocateUninitializedArray<byte>(Math.Max(bytes, BlockBytes));
            if (!_places.TryPop(out var place)) place = _count++;
            if (place == _blocks.Length) Volatile.Write(ref _blocks, [.. _blocks, .. new Block?[place]]);
            _used += room.Length;
            return _blocks[place] = new Block(room, place) { Held = room.Length };
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
            _used -= block.Bytes.Length;
            if (block.Bytes.Length == BlockBytes) _spare.Push(block.Bytes);
        }
    }

    private Block BlockAt(int place) => Volatile.Read(ref _blocks)[place] ?? throw new InvalidOperationException("what waited there has been given back");

    /// <summary>A piece of memory that is filled from its beginning.</summary>
    internal sealed class Block(byte[] bytes, int place)
    {
        public readonly byte[] Bytes = bytes;
        public readonly int Place = place;
        public int Held;
    }
}
