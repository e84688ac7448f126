// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace TextIndex.Segmentation;

internal static unsafe partial class TagModel
{
    /// <summary>Guesses the tag of one word that no dictionary has: the model's most probable path that begins and ends with the word.</summary>
    /// <param name="word">Han alone, not empty.</param>
    /// <returns>The tag; "x" if the model knows nothing of these characters.</returns>
    [SkipLocalsInit]
    public static string Guess(ReadOnlySpan<char> word)
    {
        var emissions = stackalloc double[StateCount];
        var scores = stackalloc double[TagCount];
        SpreadEmissions(word[0] - 0x4E00, emissions);
        var first = word.Length == 1 ? S : B;
        for (var tag = 0; tag < TagCount; tag++) scores[tag] = Start[first + tag] + emissions[first + tag];
        for (var i = 1; i < word.Length; i++)
        {
            SpreadEmissions(word[i] - 0x4E00, emissions);
            var last = i == word.Length - 1;
            var transitions = InWord + ((last ? 0 : 2) + (i == 1 ? 0 : 1)) * TagCount;
            for (var tag = 0; tag < TagCount; tag++) scores[tag] += transitions[tag] + emissions[(last ? E : M) + tag];
        }
        var best = 0;
        for (var tag = 1; tag < TagCount; tag++)
            if (scores[tag] > scores[best]) best = tag;
        return scores[best] > -1e100 ? Names[best] : "x";
    }
}
