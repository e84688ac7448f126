// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public const string ExplainAll = "all of";

    public const string ExplainAny = "any of";

    public static string ExplainExcluded(string clause) => $"not {clause}";

    public const string ExplainExcludedMatches = "the document holds what is excluded";

    public const string ExplainNoneMatches = "none of the parts matches";

    public static string ExplainMissing(int missing, int parts) => $"{missing} of {parts} parts do not match";

    public static string ExplainNear(string texts, int distance) => $"\"{texts}\"~{distance}";

    public const string ExplainNothingToFind = "no letter or digit is left to look for";

    public const string ExplainCrossesBorder = "it stands across the border of two paragraphs, which no match crosses";

    public static string ExplainElsewhere(string field) => $"it stands in the {field} only";

    public static string ExplainInsideWord(string word) => $"it stands inside another word alone (\"{word}\"); a Latin word or a number matches as a whole, a \"phrase\" anywhere";

    public static string ExplainOtherSpelling(string found) => $"it stands in another spelling alone (\"{found}\"), and spelling is compared exactly";

    public static string ExplainPunctuation(string found) => $"it stands with marks between (\"{found}\"); they can be left out of the comparison";

    public static string ExplainNowhere(int documents, int all) => $"it stands nowhere in the document; {documents} of {all} documents hold it";

    public static string ExplainLongestPart(string part) => $"the longest part that does is \"{part}\"";

    public static string ExplainNearMissing(string text) => $"\"{text}\" stands nowhere in the field";

    public static string ExplainNearTooFar(int closest, int distance) => $"{closest} words more than in a row stand between them at the closest, {distance} are allowed";

    public const string ExplainNearNever = "they never stand within one paragraph";

    public static string ExplainNoPrefix(string prefix) => $"no word of the document begins with \"{prefix}\"";

    public static string ExplainIs(string field, string value) => $"the {field} is {value}";

    public static string ExplainHasNone(string field) => $"the document has no {field}";
}
