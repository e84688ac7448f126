// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public const string CheckNoCommit = "there is no commit";

    public const string CheckMissing = "is missing";

    public const string CheckNoFooter = "does not end as a whole file does";

    public static string CheckTooShort(long bytes) => $"is cut off after {bytes} bytes";

    public static string CheckTooLong(long bytes) => $"has {bytes} bytes, too many for a list of files";

    public static string CheckSum(uint found, long expected) => $"checksum {found:x8}, expected {expected:x8}";

    public static string CheckUnreadable(string cause) => $"cannot be read ({cause})";

    public static string CheckDocument(string key, string problem) => $"document {key}: {problem}";

    public static string CheckTerm(string field, string term, string problem) => $"term \"{term}\" of {field}: {problem}";

    public static string CheckStopped(string kind, string cause) => $"the index cannot be walked to its end ({kind}: {cause})";

    public const string CheckKeyTwice = "its key stands twice in the index";

    public const string CheckKeyNotFound = "it is not found by its key";

    public const string CheckFolded = "the folded text is not the fold of the source text";

    public const string CheckMap = "the trace of the fold does not lead back to the source text";

    public static string CheckPairs(string field, int document) => $"{field}: the index of pairs does not fit the texts from document {document} on";

    public const string CheckFirstWord = "no word begins at the start of the text";

    public const string CheckLength = "the length column is not the sum of the frequencies";

    public const string CheckTermOrder = "the terms are not in order";

    public const string CheckNoPositions = "the word positions are missing";

    public static string CheckDocumentOrder(int document, int before) => $"document {document} follows document {before}";

    public static string CheckNoOccurrence(int document) => $"document {document} is listed without an occurrence";

    public static string CheckCount(string what, long listed, long counted) => $"{listed} {what} are listed, {counted} are counted";

    public static string CheckPosition(int position, int before) => $"word position {position} follows {before}";

    public const string ListNotLucene = "does not begin as a file of Lucene does";

    public const string ListCut = "is cut off";

    public const string ListLength = "has a length out of bounds";

    public static string ListOther(string found, string expected) => $"begins as \"{found}\", expected \"{expected}\"";

    public static string ListVersion(int found, int supported) => $"is of format version {found}, supported is {supported}";

    public static string ListCount(int count, int bytes) => $"counts {count} parts in {bytes} bytes";

    public static string ListName(string name) => $"names a file \"{name}\"";
}
