// SPDX-License-Identifier: MIT
namespace TextIndex.Normalization;

/// <summary>A folded text with its way back to the source.</summary>
/// <param name="Text">The folded text; <see cref="TextNormalizer.Barrier"/> stands where no match may cross.</param>
/// <param name="Map">From offsets of <paramref name="Text"/> to offsets of the source.</param>
public sealed record NormalizedText(string Text, OffsetMap Map);
