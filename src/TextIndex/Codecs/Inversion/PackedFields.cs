// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Inversion;

/// <summary>Which fields are given as chunks of <see cref="PackedWords"/> by the program that adds documents.</summary>
/// <param name="Names">Their names; they keep frequencies and no positions.</param>
/// <param name="Numbers">What the numbers in the chunks stand for.</param>
internal sealed record PackedFields(IReadOnlySet<string> Names, WordNumbers Numbers);
