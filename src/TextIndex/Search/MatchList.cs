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

    /// <summary>The documents of a term of title or body; its frequencies are counted in half occurrences.</summary>
    public static MatchList Of(PostingsCursor? postings)
    {
        if (postings is null) return Empty;
        var matches = new MatchList();
        var room = (int)Math.Min(int.MaxValue / 4, postings.Cost);
        (matches._documents, matches._frequencies) = (new int[room], new double[room]);
        Span<int> documents = stackalloc int[Block], frequencies = stackalloc int[Block];
        while (postings.Read(documents, frequencies) is var count and > 0)
            for (var i = 0; i < count; i++) matches.Add(documents[i], 0.5 * frequencies[i]);
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
