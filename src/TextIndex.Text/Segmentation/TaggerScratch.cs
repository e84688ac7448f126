// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>The working memory of one call that tags. A thread keeps a small one for its next call; a large one is left to the collector.</summary>
internal sealed class TaggerScratch
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic] private static TaggerScratch? t_kept;

    // Step t of the model came from the states in _history[Steps[t] ..]: their count, the states, then for every state of t a place among them.
    private byte[] _history = new byte[1 << 14];
    private byte[] _route = new byte[256];
    private TextSpan[] _words = new TextSpan[1024];

    /// <summary>Where the history of each step begins.</summary>
    public int[] Steps { get; private set; } = new int[256];

    public static TaggerScratch Take()
    {
        var scratch = t_kept ?? new TaggerScratch();
        t_kept = null;
        return scratch;
    }

    public void GiveBack()
    {
        if (_history.Length <= LargestKept && _words.Length <= LargestKept && Steps.Length <= LargestKept) t_kept = this;
    }

    /// <summary>Room for the words of <paramref name="length"/> code units.</summary>
    public Span<TextSpan> Words(int length)
    {
        if (length > _words.Length) _words = new TextSpan[Math.Max(length, Math.Min(2L * _words.Length, Array.MaxLength))];
        return _words;
    }

    /// <summary>Room for the states of a run.</summary>
    public Span<byte> Route(int length)
    {
        if (length > _route.Length) (_route, Steps) = (new byte[2 * length], new int[2 * length]);
        return _route.AsSpan(0, length);
    }

    /// <summary>Remembers where step <paramref name="t"/> came from.</summary>
    /// <returns>How much of the history is used.</returns>
    public unsafe int Keep(int t, int used, byte* states, int stateCount, byte* from, int fromCount)
    {
        if (used + stateCount + fromCount + 2 > _history.Length) Array.Resize(ref _history, 2 * _history.Length);
        Steps[t] = used;
        var at = _history.AsSpan(used);
        at[0] = (byte)(stateCount - 1);                  // 256 states do not fit a byte
        new ReadOnlySpan<byte>(states, stateCount).CopyTo(at[1..]);
        new ReadOnlySpan<byte>(from, fromCount).CopyTo(at[(1 + stateCount)..]);
        return used + 1 + stateCount + fromCount;
    }

    /// <summary>Gives the place and the state, one step before <paramref name="t"/>, of the best path to the state at <paramref name="place"/>.</summary>
    public int Before(int t, int place, out byte state)
    {
        var at = _history.AsSpan(Steps[t]);
        var before = at[at[0] + 2 + place];
        state = at[1 + before];
        return before;
    }
}
