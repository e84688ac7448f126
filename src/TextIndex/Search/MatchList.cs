// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>The documents of one index segment that match something, ascending, with how often.</summary>
internal sealed class MatchList
{
    public static readonly MatchList Empty = new();

    private int[] _documents = [];
    private double[] _frequencies = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public double FrequencyAt(int index) => _frequencies[index];

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
