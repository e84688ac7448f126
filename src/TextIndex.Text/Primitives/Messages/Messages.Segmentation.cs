// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public const string LengthsTooShort = "lengths: too short for every word that may begin at one place; make it as long as WordDictionary.LongestWordLength.";

    public const string GraphNeedsDefault = "dictionary: the word-graph model brings its own words; give it WordDictionary.Default, or that with a user's words (WithWords).";

    public const string ExpectedInstruction = "@join, @split, @remove or @word (which is also how a word that begins with @ is written)";

    public const string ExpectedSplit = "\"@split part part\", the last part within 63 characters";

    public static string ExpectedWord(string instruction) => $"\"{instruction} word\"";

    public const string WordWithLineEnd = "words: a word holds a line end; no word reaches over one, so take it out.";

    public const string SplitParts = "parts: give two parts or more, the last of which begins within 63 code units.";

    public static string TaggedWordsTooShort(int length) =>
        $"words: {length} are too few for the words of this text; make it as long as the text.";

    public static string WordsTooShort(int length) =>
        $"words: {length} spans are too few for the words of this text; make it as long as WordSegmenter.MaximumWords says, or use TrySegment.";
}
