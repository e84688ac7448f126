// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Discovery;

/// <summary>What a <see cref="NewWordFinder"/> looks for. Immutable.</summary>
/// <example><code>
/// var finder = new NewWordFinder(new NewWordOptions { Limit = 50, MinDocuments = 3 });
/// </code></example>
public sealed record NewWordOptions
{
    /// <summary>How many words are given at most; 200 unless told otherwise.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>In how many documents a word must occur; 5 unless told otherwise.</summary>
    public int MinDocuments { get; init; } = 5;

    /// <summary>Length of the longest word in code units; 10 unless told otherwise.</summary>
    public int LongestWord { get; init; } = 10;

    /// <summary>How many words of the collection are held in memory, about 30 bytes each; 64 million (some 110 million characters) unless told otherwise.</summary>
    /// <remarks>Of a larger collection every second, fourth, … document is read.</remarks>
    public int MostWordsInMemory { get; init; } = 64_000_000;

    /// <summary>Cuts the texts and tells which words are known; the word graph unless told otherwise.</summary>
    public WordSegmenter Segmenter { get; init; } = WordSegmenter.WordGraph;
}
