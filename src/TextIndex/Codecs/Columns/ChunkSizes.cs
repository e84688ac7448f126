// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Columns;

/// <summary>From which sizes on a text column is parted and indexed: smaller ones bring small texts to where large ones are.</summary>
/// <param name="Units">A chunk ends with the document that reaches this many code units.</param>
/// <param name="SmallestIndexed">Smaller chunks have no pair index: a scan reads them in microseconds.</param>
/// <param name="SmallestPlaced">Smaller chunks have no lists of places: a scan is as fast as any of them.</param>
internal sealed record ChunkSizes(int Units, int SmallestIndexed, int SmallestPlaced)
{
    /// <summary>What every index is written with.</summary>
    public static readonly ChunkSizes Default = new(1 << 24, 1 << 16, 1 << 20);
}
