// SPDX-License-Identifier: MIT
using TextIndex.Codecs.Buffering;

namespace TextIndex.Codecs.Inversion;

/// <summary>Which fields' words are given as <see cref="PackedWords"/> by the program that adds documents.</summary>
/// <param name="Names">Their names; they keep frequencies and no positions.</param>
/// <param name="Numbers">What the numbers of words stand for.</param>
/// <param name="Buffer">Where the words wait.</param>
internal sealed record PackedFields(IReadOnlySet<string> Names, WordNumbers Numbers, DocumentBuffer Buffer);
