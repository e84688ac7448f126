// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Names;

/// <summary>What helps <see cref="NameExtractor"/> to find names.</summary>
public sealed record NameOptions
{
    /// <summary>A trained model, as <c>LacModel.Default</c> of the package TextIndex.Lac; null reads by rules alone.</summary>
    public ILexicalModel? Model { get; init; }

    /// <summary>Names that the user knows: they are found wherever they stand.</summary>
    public NameList Known { get; init; } = NameList.Empty;

    /// <summary>Names that other documents have (<see cref="NameCollection"/>): they are found where nothing else is.</summary>
    public NameList Collection { get; init; } = NameList.Empty;
}
