// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.Intrinsics;

namespace TextIndex.Search.Scorers;

/// <summary>A document that may be among the best.</summary>
/// <param name="Segment">Ordinal of its index segment.</param>
/// <param name="Document">Its number there.</param>
/// <param name="Score">Its score in single precision, of words alone.</param>
/// <param name="Frequency">How often the only word is in it, where one list alone was asked; 0 where its lists have to be asked again.</param>
/// <param name="Whole">Its score in double precision, once it is scored again.</param>
internal readonly record struct Candidate(int Segment, int Document, float Score, int Frequency, double Whole);

/// <summary>Keeps every document that may be among the best by a score in single precision; ties and what rounding may turn round are kept as well.</summary>
internal sealed class TopCandidates
{
    // Of sums of up to some dozens of products in single precision; what is closer than this is told apart in double precision.
    private const float Slack = 1 - 1e-5f;

    private Candidate[] _candidates = new Candidate[256];
    private float[] _best = [];       // a heap, the worst first
    private int _count, _limit;
    private int _cleanAt;
    private float _ceiling;

    /// <summary>A score below this cannot be among the best.</summary>
    public float Floor { get; private set; }

    /// <summary>Whether as many as wanted are there.</summary>
    public bool IsFull => _count == _limit;

    /// <summary>How many are wanted.</summary>
    public int Limit => _limit;

    /// <summary>Ordinal of the index segment that is offered from.</summary>
    public int Segment { get; set; }

    /// <summary>Whether what scores more than some score is not wanted: then only whole scores may be offered, even if they are forgotten again.</summary>
    public bool HasCeiling => !float.IsPositiveInfinity(_ceiling);

    /// <summary>Begins anew.</summary>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="ceiling">What scores more is not wanted; what rounding leaves open is kept.</param>
    public void Begin(int limit, float ceiling)
    {
        (Count, _count, _limit, _ceiling, Floor, _cleanAt) = (0, 0, limit, ceiling, 0, Math.Max(256, (int)Math.Min(int.MaxValue, 4L * limit)));
    }

    /// <summary>Forgets the documents of the index segment at hand and keeps the floor: they will be offered again.</summary>
    public void Forget()
    {
        var kept = 0;
        _count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_candidates[i].Segment == Segment) continue;
            _candidates[kept++] = _candidates[i];
            Push(_candidates[i].Score);
        }
        Count = kept;
    }

    /// <summary>Leaves out what is below the floor by now, and gives the others; valid until the next offer.</summary>
    public Span<Candidate> Clean()
    {
        var (kept, floor) = (0, Floor);
        var candidates = _candidates.AsSpan(0, Count);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (!(candidates[i].Score >= floor)) continue;
            if (kept != i) candidates[kept] = candidates[i];
            kept++;
        }
        Count = kept;
        if (2 * kept > _cleanAt) _cleanAt = (int)Math.Min(int.MaxValue, 4L * kept);
        return candidates[..kept];
    }

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Raises the floor to what is known of the best.</summary>
    public void Raise(float floor) => Floor = Math.Max(Floor, floor);

    /// <summary>Raises the floor below the scores of documents that are going to be offered: of 16 the one that as many reach as are wanted.</summary>
    /// <param name="scores">Scores of 16 documents; 0 stands for none.</param>
    public void RaiseBelow(Vector512<float> scores)
    {
        if (_limit > Vector512<float>.Count || HasCeiling) return;
        var floor = Floor;
        for (var i = 0; i < Vector512<float>.Count; i++)
        {
            var score = scores[i];
            if (score > floor && BitOperations.PopCount(Vector512.GreaterThanOrEqual(scores, Vector512.Create(score)).ExtractMostSignificantBits()) >= _limit) floor = score;
        }
        if (floor > Floor) Raise(floor * Slack);
    }

    /// <summary>Keeps a document without asking what it scores.</summary>
    public void Add(int document, double score) => Keep(new Candidate(Segment, document, 0, 0, score));

    /// <summary>Offers a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="score">Its score.</param>
    /// <param name="frequency">What <see cref="Candidate.Frequency"/> tells.</param>
    public void Offer(int document, float score, int frequency = 0)
    {
        if (score < Floor || score * Slack > _ceiling) return;
        if (Count >= _cleanAt) Clean();
        Keep(new Candidate(Segment, document, score, frequency, score));
        Push(score);
    }

    private void Keep(in Candidate candidate)
    {
        if (Count == _candidates.Length) Array.Resize(ref _candidates, 2 * Count);
        _candidates[Count++] = candidate;
    }

    // What is not surely below the ceiling does not raise the floor.
    private void Push(float score)
    {
        if (_limit == int.MaxValue || score >= _ceiling * Slack) return;
        if (_count < _limit)
        {
            if (_count == _best.Length) Array.Resize(ref _best, Math.Min(_limit, Math.Max(16, 2 * _count)));
            var at = _count++;
            for (; at > 0 && _best[(at - 1) >> 1] > score; at = (at - 1) >> 1) _best[at] = _best[(at - 1) >> 1];
            _best[at] = score;
        }
        else if (score > _best[0])
        {
            var at = 0;
            for (var child = 1; child < _count; child = 2 * at + 1)
            {
                if (child + 1 < _count && _best[child + 1] < _best[child]) child++;
                if (_best[child] >= score) break;
                _best[at] = _best[child];
                at = child;
            }
            _best[at] = score;
        }
        if (_count == _limit) Raise(_best[0] * Slack);
    }
}
