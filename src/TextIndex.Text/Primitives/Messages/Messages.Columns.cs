// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public static string ColumnName(string name) =>
        $"\"{name}\" cannot be the name of a column; take a letter, then letters, digits and _, and none of title, body, source, date, key.";

    public static string NoSuchColumn(string name) =>
        $"The index has no column \"{name}\"; name it in SearchIndexOptions.Columns when the index is opened for writing.";

    public static string ColumnOtherKind(string name, string known, string given) =>
        $"Column \"{name}\" of this index holds {known} and cannot hold {given}; take another name, or make the index anew.";

    public static string BegunWithoutPositions(string index) =>
        $"{index}: the index was begun without word positions; leave SearchIndexOptions.WordPositions out, or make the index anew.";

    public static string ColumnValueKind(string key, string name, string kind, string given) =>
        $"{key}: column \"{name}\" holds {kind}, the value is {given}.";

    public static string ColumnTooLong(string key, string name, int length, int longest) =>
        $"{key}: the value of column \"{name}\" has {length} code units; at most {longest} are kept.";

    public static string NeedsColumnValue(string name, string kind, string found) => $"{name}: expected {kind}, found \"{found}\"";

    public const string AnInteger = "a whole number such as 5, or a range such as 3..7";

    public const string AString = "a string such as 甲, or a range such as 甲..丙";

    public const string ADay = "a day such as 2022, 2022-07 or 2022..2023";

    public static string RangeIsOpen(string name) => $"{name}: a range needs at least one end.";

    public static string RangeKinds(string name) => $"{name}: the two ends of a range are of two kinds.";

    public const string CursorUnreadable = "This is no cursor of a search; take it from SearchResult.Next.";

    public const string CursorOtherOrder = "The cursor is of a search in another order; sort as the page before was sorted.";

    public const string SortNeedsOneOrder = "A search is sorted by a column or by score, date or path; leave SortColumn empty or Sort as it is.";
}
