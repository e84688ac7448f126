// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Counts who reads a snapshot, and disposes it when its owner has let go and the last reader has ended: a file is never unmapped under a search.</summary>
internal sealed class SharedSnapshot(IndexSnapshot snapshot)
{
    private int _holders = 1;
    private Action? _last;

    /// <summary>The snapshot; for the owner.</summary>
    public IndexSnapshot Snapshot => snapshot;

    /// <summary>Holds the snapshot until the holder is disposed. The owner must not have let go.</summary>
    public Holder Hold()
    {
        Interlocked.Increment(ref _holders);
        return new Holder(this);
    }

    /// <summary>Lets go as owner.</summary>
    public void Release() => End();

    /// <summary>Lets go as owner, with something to do after the snapshot is disposed.</summary>
    public void Release(Action last)
    {
        _last = last;
        End();
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _holders) != 0) return;
        snapshot.Dispose();
        _last?.Invoke();
    }

    /// <summary>One reader's hold on a snapshot.</summary>
    internal sealed class Holder(SharedSnapshot shared) : IDisposable
    {
        private int _ended;

        /// <summary>The snapshot that is held.</summary>
        public IndexSnapshot Snapshot => shared.Snapshot;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0) shared.End();
        }
    }
}
