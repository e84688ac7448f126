// SPDX-License-Identifier: MIT
using TextIndex.Codecs;

namespace TextIndex.Search;

/// <summary>The documents of one index segment that match something, ascending, with how often.</summary>
internal sealed class MatchList
{
    private const int Block = 128;

    public static readonly MatchList Empty = new();

    private int[] _documents = [];
    private double[] _frequencies = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public double FrequencyAt(int index) => _frequencies[index];

    /// <summary>Merges the documents of two lists, block by block: a frequency in the first counts 1, in the second 0.5.</summary>
    public static MatchList Merge(PostingsCursor? first, PostingsCursor? second)
    {
        if (first is null && second is null) return Empty;
        var matches = new MatchList();
        var room = (int)Math.Min(int.MaxValue / 4, (first?.Cost ?? 0) + (second?.Cost ?? 0));
        (matches._documents, matches._frequencies) = (new int[room], new double[room]);
        Span<int> a = stackalloc int[Block], b = stackalloc int[Block], aFrequencies = stackalloc int[Block], bFrequencies = stackalloc int[Block];
        int aCount = first?.Read(a, aFrequencies) ?? 0, bCount = second?.Read(b, bFrequencies) ?? 0;
        int i = 0, j = 0;
        while (aCount > 0 && bCount > 0)
        {
            var (one, other) = (a[i], b[j]);
            matches.Add(Math.Min(one, other), (one <= other ? aFrequencies[i] : 0) + (other <= one ? 0.5 * bFrequencies[j] : 0));
            if (one <= other && ++i == aCount) (aCount, i) = (first!.Read(a, aFrequencies), 0);
            if (other <= one && ++j == bCount) (bCount, j) = (second!.Read(b, bFrequencies), 0);
        }
        for (; aCount > 0; aCount = first!.Read(a, aFrequencies), i = 0)
            for (; i < aCount; i++) matches.Add(a[i], aFrequencies[i]);
        for (; bCount > 0; bCount = second!.Read(b, bFrequencies), j = 0)
            for (; j < bCount; j++) matches.Add(b[j], 0.5 * bFrequencies[j]);
        return matches;
    }

    /// <summary>Adds a document, larger than all before.</summary>
    public void Add(int document, double frequency)
    {
        if (Count == _documents.Length)
        {
            var length = Math.Max(16, 2 * Count);
            Array.Resize(ref _documents, length);
            Array.Resize(ref _frequencies, length);
        }
        (_documents[Count], _frequencies[Count]) = (document, frequency);
        Count++;
    }
}
