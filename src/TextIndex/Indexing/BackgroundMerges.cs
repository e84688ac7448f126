// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using LuceneWriter = Lucene.Net.Index.IndexWriter;

namespace TextIndex.Indexing;

/// <summary>Merges index segments one after another on a thread of its own, so that whoever adds or commits does not wait for a merge.</summary>
/// <remarks>
/// Lucene.Net's ConcurrentMergeScheduler throws what goes wrong on its own threads, where nobody catches it. Here the first failure is kept: the session tells it at
/// the next call. Safe from any thread.
/// </remarks>
internal sealed class BackgroundMerges : MergeScheduler
{
    // So many times more may be found while one runs; then whoever adds waits, or index segments would pile up.
    private const int MostOwed = 32;

    private readonly object _gate = new();
    private bool _running, _again;
    private int _owed;

    /// <summary>What a merge failed with; null where none did.</summary>
    public Exception? Failure { get; private set; }

    public override void Merge(LuceneWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
        lock (_gate)
        {
            if (newMergesFound) _owed++;
            _again = true;
            if (!_running)
            {
                _running = true;
                _ = Task.Factory.StartNew(() => Run(writer), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
            }
            while (_running && _owed > MostOwed) Monitor.Wait(_gate);
        }
    }

    // The writer works with a copy of its configuration: with this one none the less, which knows what runs.
    public override object Clone() => this;

    // Lucene.Net has aborted the merges or waited for them when it closes; what is left is the end of the thread.
    protected override void Dispose(bool disposing)
    {
        lock (_gate)
            while (_running) Monitor.Wait(_gate);
    }

    private void Run(LuceneWriter writer)
    {
        try
        {
            while (true)
            {
                while (writer.GetNextMerge() is { } merge)
                {
                    writer.Merge(merge);
                    lock (_gate)
                    {
                        if (_owed > 0) _owed--;
                        Monitor.PulseAll(_gate);
                    }
                }
                lock (_gate)
                {
                    _owed = 0;
                    if (!_again)
                    {
                        End();
                        return;
                    }
                    _again = false;
                }
            }
        }
        catch (Exception cause)
        {
            lock (_gate)
            {
                Failure ??= cause;
                End();
            }
        }
    }

    private void End()
    {
        _running = false;
        Monitor.PulseAll(_gate);
    }
}
