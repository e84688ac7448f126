// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

/// <summary>How the words of a query stand to each other.</summary>
internal enum Shape
{
    /// <summary>Any of them.</summary>
    Any,

    /// <summary>All of them.</summary>
    All,

    /// <summary>All of them, one behind the other.</summary>
    Phrase,
}

/// <summary>Finds the best documents of one field and counts all that match, from postings of ours. Scratch that is used again and again; for one thread.</summary>
/// <remarks>
/// Scores are sums of weight * frequency / (frequency + K) in single precision, and no document that may be among the best is lost to rounding
/// (<see cref="TopCandidates"/>). A count is always exact: bit sets make it cheaper than the bookkeeping of an inexact one.
/// </remarks>
internal sealed unsafe partial class PostingsScorer
{
    private readonly List<TermCursor> _pool = [];
    private readonly List<TermCursor> _cursors = [];      // of the query at hand: the words, then pairs of neighbours
    private readonly PinnedArray<float> _scores = new(BlockPacking.Size);
    private readonly PinnedArray<int> _blocks = new(BestBlocks);
    private readonly PinnedArray<float> _blockBounds = new(BestBlocks);
    private ulong* _mask;             // a bit a document that may be given; null = all
    private int _documents;           // of the index segment
    private int _words;
    private int _used;
    private CancellationToken _cancellationToken;

    /// <summary>Receives what is found.</summary>
    public TopCandidates Top { get; } = new();

    /// <summary>Documents that match, in all index segments since the beginning; deleted ones are left out.</summary>
    public long Total { get; private set; }

    /// <summary>Begins a query.</summary>
    /// <param name="limit">How many documents are wanted; at least 1.</param>
    public void Begin(int limit) => Begin(limit, float.PositiveInfinity, CancellationToken.None);

    /// <summary>Begins a query.</summary>
    /// <param name="limit">How many documents are wanted; at least 1.</param>
    /// <param name="ceiling">Documents that score more are counted and not given.</param>
    /// <param name="cancellationToken">Looked at every some dozen blocks.</param>
    public void Begin(int limit, float ceiling, CancellationToken cancellationToken)
    {
        Top.Begin(limit, ceiling);
        (Total, _cancellationToken) = (0, cancellationToken);
    }

    /// <summary>Begins an index segment: lists are added, then run in one way.</summary>
    /// <param name="segment">Its ordinal.</param>
    /// <param name="documents">Documents that it has, deleted ones included.</param>
    /// <param name="mask">A bit for each that may be given; null = all. It must stay where it is until the segment is done.</param>
    public void Open(int segment, int documents, ulong* mask)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Top.Segment = segment;
        _documents = documents;
        _mask = mask;
        Release();
    }

    /// <summary>Adds a list.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="entry">Where it lies.</param>
    /// <param name="weight">What frequency / (frequency + K) is multiplied by.</param>
    public TermCursor Add(FieldView field, in PostingsEntry entry, float weight)
    {
        if (_used == _pool.Count) _pool.Add(new TermCursor());
        var cursor = _pool[_used++];
        cursor.Open(field, entry, weight);
        _cursors.Add(cursor);
        return cursor;
    }

    /// <summary>Runs a query in one index segment.</summary>
    /// <param name="field">The field there.</param>
    /// <param name="segment">Ordinal of the index segment.</param>
    /// <param name="shape">How the words stand to each other.</param>
    /// <param name="terms">The words, UTF-8.</param>
    /// <param name="weights">What frequency / (frequency + K) of each is multiplied by; of a phrase the sum counts.</param>
    public void Run(FieldView field, int segment, Shape shape, ReadOnlySpan<byte[]> terms, ReadOnlySpan<float> weights)
    {
        Open(segment, field.DocumentCount, field.Live);
        for (var i = 0; i < terms.Length; i++)
        {
            if (field.Terms.TryFind(terms[i], out var entry)) Add(field, entry, weights[i]).Place = i;
            else if (shape != Shape.Any) return;
        }
        _words = _cursors.Count;
        if (_words == 0) return;
        if (shape == Shape.Phrase && _words > 1) RunPhrase(field, weights);
        else if (shape == Shape.Any || _words == 1) RunAny();
        else RunAll();
        GC.KeepAlive(field);
    }

    /// <summary>Gives all documents of a set with one score.</summary>
    public void OfferAll(int segment, ulong* documents, int words, double score)
    {
        Top.Segment = segment;
        for (var w = 0; w < words; w++)
        {
            for (var left = documents[w]; left != 0; left &= left - 1) Top.Add(w << 6 | BitOperations.TrailingZeroCount(left), score);
            Total += BitOperations.PopCount(documents[w]);
        }
    }

    /// <summary>How often a word is in a document, by its place in the query; of the index segment that was run last.</summary>
    public int FrequencyOf(int place, int document)
    {
        for (var i = 0; i < _words; i++)
            if (_cursors[i].Place == place) return _cursors[i].FrequencyOf(document);
        return 0;
    }

    private void Release()
    {
        _cursors.Clear();
        _pairs.Clear();
        (_used, _markedCursor) = (0, null);
    }

    private void RunTerm()
    {
        var cursor = _cursors[0];
        Total += LiveCountOf(cursor);
        RunBlocks(cursor);
    }

    private const int BestBlocks = 8;

    // The blocks with the largest bounds first: they raise the floor so far that most others are never unpacked.
    private void RunBlocks(TermCursor cursor)
    {
        var blocks = cursor.List.Blocks;
        var best = ChooseBest(cursor);
        for (var i = 0; i < best; i++)
        {
            if (cursor.BoundOf(_blocks.Pointer[i]) < Top.Floor) return;          // and so are all that were not chosen
            OfferBlock(cursor, _blocks.Pointer[i]);
        }
        if (best == blocks) return;
        var chosen = new ReadOnlySpan<int>(_blocks.Pointer, best);
        for (var b = 0; b < blocks; b++)
        {
            if (cursor.BoundOf(b) < Top.Floor || chosen.Contains(b)) continue;
            Look(b);
            OfferBlock(cursor, b);
        }
    }

    private int ChooseBest(TermCursor cursor)
    {
        int* chosen = _blocks.Pointer;
        float* bounds = _blockBounds.Pointer;
        var count = 0;
        var least = float.MaxValue;
        for (var b = 0; b < cursor.List.Blocks; b++)
        {
            var bound = cursor.List.MostOf(b);
            if (count == BestBlocks && bound <= least) continue;
            if (count < BestBlocks) count++;
            var at = count - 1;
            for (; at > 0 && bounds[at - 1] < bound; at--) (bounds[at], chosen[at]) = (bounds[at - 1], chosen[at - 1]);
            (bounds[at], chosen[at]) = (bound, b);
            least = bounds[count - 1];
        }
        return count;
    }

    // From here on the vectors are cheaper than documents one by one.
    private const int MostOneByOne = 24;

    // Once there is a floor, the frequency alone says of most documents that they stay below it, however short they are: the others are looked at one by one.
    [SkipLocalsInit]
    private void OfferBlock(TermCursor cursor, int block)
    {
        if (Top.Floor <= 0 || cursor.List.Blocks == 1)
        {
            cursor.Load(block);
            cursor.LoadFrequencies();
            OfferAll(cursor);
            return;
        }
        var share = Top.Floor / cursor.Weight;
        if (share >= 1) return;
        var least = (int)Math.Ceiling(share / (1 - share) * cursor.Field.LeastNorm * 0.99999f);
        cursor.LoadFrequencies(block);
        var reached = stackalloc ulong[2];
        if (cursor.Reach(least, reached) == 0) return;
        if (BitOperations.PopCount(reached[0]) + BitOperations.PopCount(reached[1]) > MostOneByOne)
        {
            cursor.Load(block);
            OfferAll(cursor);
            return;
        }
        if (cursor.IsDense)
        {
            var documents = stackalloc int[BlockPacking.Size];
            var count = cursor.List.Select(block, reached, documents);
            for (var (half, i) = (0, 0); half < 2; half++)
                for (; reached[half] != 0; reached[half] &= reached[half] - 1) OfferOne(cursor, documents[i++], cursor.Frequencies[half << 6 | BitOperations.TrailingZeroCount(reached[half])]);
            return;
        }
        cursor.Load(block);
        for (var half = 0; half < 2; half++)
            for (; reached[half] != 0; reached[half] &= reached[half] - 1)
            {
                var i = half << 6 | BitOperations.TrailingZeroCount(reached[half]);
                OfferOne(cursor, cursor.Documents[i], cursor.Frequencies[i]);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void OfferOne(TermCursor cursor, int document, int frequency) => OfferLive(document, cursor.Weight * frequency / (frequency + cursor.Norms[document]), frequency);

    private void OfferAll(TermCursor cursor)
    {
        float* scores = _scores.Pointer;
        var most = ScoreBlock(cursor, scores);
        // Before there are ten, 16 documents of the block tell what is needed at least: most others are then never offered.
        if (_mask is null && Top.Floor == 0) Top.RaiseBelow(most);
        int* documents = cursor.Documents, frequencies = cursor.Frequencies;
        for (var at = 0; at < cursor.Count; at += Vector512<float>.Count)
        {
            var reached = Vector512.GreaterThanOrEqual(Vector512.Load(scores + at), Vector512.Create(Math.Max(Top.Floor, float.Epsilon))).ExtractMostSignificantBits();
            for (; reached != 0; reached &= reached - 1)
            {
                var i = at + BitOperations.TrailingZeroCount(reached);
                OfferLive(documents[i], scores[i], frequencies[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void OfferLive(int document, float score, int frequency = 0)
    {
        if (score >= Top.Floor && IsAllowed(document)) Top.Offer(document, score, frequency);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAllowed(int document) => _mask is null || (_mask[document >> 6] >> document & 1) != 0;

    // Every 64 blocks, and that is every 8,192 documents at the most.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(int block)
    {
        if ((block & 63) == 63) _cancellationToken.ThrowIfCancellationRequested();
    }

    // weight * frequency / (frequency + K) of the block at hand; behind the last document stands 0. Gives the largest of each of 16 columns.
    private static Vector512<float> ScoreBlock(TermCursor cursor, float* scores)
    {
        int* documents = cursor.Documents, frequencies = cursor.Frequencies;
        var norms = cursor.Norms;
        var weights = Vector512.Create(cursor.Weight);
        var most = Vector512<float>.Zero;
        for (var at = 0; at < cursor.Count; at += Vector512<float>.Count)
        {
            var frequency = Vector512.ConvertToSingle(Vector512.Load(frequencies + at));
            var score = weights * frequency / (frequency + Gather(norms, documents + at));
            score.Store(scores + at);
            most = Vector512.Max(most, score);
        }
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Gather(float* norms, int* documents)
    {
        if (Avx2.IsSupported)
            return Vector512.Create(Avx2.GatherVector256(norms, Vector256.Load(documents), 4), Avx2.GatherVector256(norms, Vector256.Load(documents + 8), 4));
        return OneByOne(norms, documents);
    }

    [SkipLocalsInit]
    private static Vector512<float> OneByOne(float* norms, int* documents)
    {
        float* some = stackalloc float[Vector512<float>.Count];
        for (var i = 0; i < Vector512<float>.Count; i++) some[i] = norms[documents[i]];
        return Vector512.Load(some);
    }

    private int LiveCountOf(TermCursor cursor)
    {
        if (_mask is null) return cursor.List.Count;
        if (cursor.Live >= 0) return cursor.Live;
        var count = 0;
        if (cursor.IsDense)
        {
            var words = cursor.List.Words;
            for (var w = 0; w < WordCount; w++) count += BitOperations.PopCount(words[w] & _mask[w]);
            return count;
        }
        for (var b = 0; b < cursor.List.Blocks; b++)
        {
            Look(b);
            cursor.Load(b);
            int* documents = cursor.Documents;
            for (int i = 0, end = cursor.Count; i < end; i++) count += (int)(_mask[documents[i] >> 6] >> documents[i] & 1);
        }
        return count;
    }

    private int WordCount => (_documents + 63) >> 6;
}
