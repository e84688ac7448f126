// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using TextIndex.Indexing;

namespace TextIndex.Search.Scorers;

/// <summary>One snapshot as the scorers see it, with scratch for those who search it at the same time. Safe to share between threads.</summary>
internal sealed class SnapshotView
{
    // No bags: what lies in one stays reachable from the threads that put it there, and scratch knows this view.
    private readonly ConcurrentStack<WordSearch> _idle = new();
    private readonly ConcurrentStack<PostingsScorer> _idleScorers = new();

    private SnapshotView(IndexSnapshot snapshot)
    {
        Span<double> averages = stackalloc double[TextField.All.Length];
        foreach (var field in TextField.All) averages[field.Ordinal] = snapshot.DocumentCount == 0 ? 0 : snapshot.TotalLengths[field.Ordinal] / (double)snapshot.DocumentCount;
        Segments = new SegmentView[snapshot.Segments.Count];
        IsOurs = true;
        for (var s = 0; s < Segments.Length; s++)
        {
            Segments[s] = new SegmentView(snapshot.Segments[s], averages);
            IsOurs &= Segments[s].IsOurs;
            HasPrefixes |= snapshot.Segments[s].KeyPrefix.Length > 0;
        }
    }

    /// <summary>The view of a snapshot: made once.</summary>
    public static SnapshotView Of(IndexSnapshot snapshot) => snapshot.Keep(static made => new SnapshotView(made));

    /// <summary>The index segments, by ordinal.</summary>
    public SegmentView[] Segments { get; }

    /// <summary>Whether all of them are written by formats of ours.</summary>
    public bool IsOurs { get; }

    /// <summary>Whether some keys are given with a prefix.</summary>
    public bool HasPrefixes { get; }

    /// <summary>Lists the documents of an index segment that hold all words in a field, ascending; deleted ones are left out.</summary>
    /// <param name="segment">Ordinal of the index segment.</param>
    /// <param name="field">The field.</param>
    /// <param name="words">The words, folded, UTF-8; one or more.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public List<int> Intersect(int segment, TextField field, ReadOnlySpan<byte[]> words, CancellationToken cancellationToken)
    {
        var documents = new List<int>();
        if (Segments[segment].Field(field) is not { } view) return documents;
        if (!_idleScorers.TryPop(out var scorer)) scorer = new PostingsScorer();
        scorer.Intersect(view, words, documents, cancellationToken);
        _idleScorers.Push(scorer);
        return documents;
    }

    /// <summary>Lends scratch.</summary>
    public WordSearch Rent() => _idle.TryPop(out var search) ? search : new WordSearch(this);

    /// <summary>Takes scratch back; not after a failure, which may leave it half used.</summary>
    public void Return(WordSearch search) => _idle.Push(search);
}
