// SPDX-License-Identifier: MIT
namespace TextIndex.Search.Scorers;

/// <summary>A document that may be among the best.</summary>
/// <param name="Segment">Ordinal of its index segment.</param>
/// <param name="Document">Its number there.</param>
/// <param name="Score">Its score in single precision, of words alone.</param>
/// <param name="Whole">Its score in double precision, once it is scored again.</param>
internal readonly record struct Candidate(int Segment, int Document, float Score, double Whole);

/// <summary>Keeps every document that may be among the best by a score in single precision; ties and what rounding may turn round are kept as well.</summary>
internal sealed class TopCandidates
{
    // Of sums of up to some dozens of products in single precision; what is closer than this is told apart in double precision.
    private const float Slack = 1 - 1e-5f;

    private readonly List<Candidate> _candidates = [];
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
        _candidates.Clear();
        (_count, _limit, _ceiling, Floor, _cleanAt) = (0, limit, ceiling, 0, Math.Max(256, (int)Math.Min(int.MaxValue, 4L * limit)));
    }

    /// <summary>Forgets the documents of the index segment at hand and keeps the floor: they will be offered again.</summary>
    public void Forget()
    {
        Keep(static (candidate, segment) => candidate.Segment != segment, Segment);
        _count = 0;
        foreach (var candidate in _candidates) Push(candidate.Score);
    }

    /// <summary>Leaves out what is below the floor by now, and gives the others.</summary>
    public Span<Candidate> Clean()
    {
        Keep(static (candidate, floor) => candidate.Score >= floor, Floor);
        if (2 * Count > _cleanAt) _cleanAt = (int)Math.Min(int.MaxValue, 4L * Count);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_candidates);
    }

    /// <summary>How many are kept.</summary>
    public int Count => _candidates.Count;

    /// <summary>Raises the floor to what is known of the best.</summary>
    public void Raise(float floor) => Floor = Math.Max(Floor, floor);

    /// <summary>Keeps a document without asking what it scores.</summary>
    public void Add(int document, double score) => _candidates.Add(new Candidate(Segment, document, 0, score));

    /// <summary>Offers a document.</summary>
    public void Offer(int document, float score)
    {
        if (score < Floor || score * Slack > _ceiling) return;
        if (_candidates.Count >= _cleanAt) Clean();
        _candidates.Add(new Candidate(Segment, document, score, score));
        Push(score);
    }

    /// <summary>Those that may be among the best; valid until the next beginning.</summary>
    public List<Candidate> Take()
    {
        Clean();
        return _candidates;
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

    private void Keep<T>(Func<Candidate, T, bool> wanted, T argument)
    {
        var kept = 0;
        for (var i = 0; i < _candidates.Count; i++)
            if (wanted(_candidates[i], argument)) _candidates[kept++] = _candidates[i];
        _candidates.RemoveRange(kept, _candidates.Count - kept);
    }
}
