// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public static string QuerySyntax(int column, string problem) => $"query column {column}: {problem}";

    public static string NotClosed(string mark) => $"{mark} is not closed";

    public static string NotOpened(string mark) => $"{mark} was never opened";

    public static string NeedsOperand(string word) => $"{word} needs a word after it";

    public static string NeedsOperandBefore(string word) => $"{word} needs a word before it";

    public static string NeedsNumber(string mark) => $"{mark} needs a number after it, such as {mark}2";

    public static string NeedsDate(string found) => $"expected a date such as 2022, 2022-07 or 2022..2023, found \"{found}\"";

    public const string QueryEmpty = "the query has no word to look for";

    public const string QueryOnlyExcludes = "the query only excludes; it needs a word to look for";

    public const string QueryTooDeep = "the query is nested too deeply";
}
