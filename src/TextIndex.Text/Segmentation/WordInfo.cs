// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>What the word graph knows of a word, as it stands in Data/word-graph.bin.</summary>
internal readonly struct WordInfo(short weight, byte mostAfterAny, byte mostBeforeAny)
{
    /// <summary>log p of the word, in units of 1 / <see cref="WordGraph.Unit"/>.</summary>
    public readonly short Weight = weight;

    /// <summary>The largest bonus that it gets from any word before it, in sixteenths; 0 where no pair ends with it.</summary>
    public readonly byte MostAfterAny = mostAfterAny;

    /// <summary>The largest bonus that it gives to any word after it; 0 where no pair begins with it.</summary>
    public readonly byte MostBeforeAny = mostBeforeAny;
}
