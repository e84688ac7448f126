// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using TextIndex.Codecs.Inversion;
using TextIndex.Segmentation;

namespace TextIndex.Indexing;

/// <summary>The numbers of the words of each dictionary: one table for all indexes that are written with it, for as long as it lives.</summary>
internal static class DictionaryNumbers
{
    private static readonly ConditionalWeakTable<WordDictionary, WordNumbers> Tables = [];

    public static WordNumbers Of(WordDictionary dictionary) =>
        Tables.GetValue(dictionary, key => new WordNumbers(Math.Min(PackedWords.MostNumbers, NumberedWalk.CountOf(key))));
}
