// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public const string LengthsTooShort = "lengths: too short for every word that may begin at one place; make it as long as WordDictionary.LongestWordLength.";

    public const string GraphNeedsDefault = "dictionary: the word-graph model brings its own words; give it WordDictionary.Default, or that with a user's words (WithWords).";

    public static string WordsTooShort(int length) =>
        $"words: {length} spans are too few for the words of this text; make it as long as WordSegmenter.MaximumWords says, or use TrySegment.";
}
