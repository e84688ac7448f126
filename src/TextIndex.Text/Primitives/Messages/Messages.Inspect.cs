// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Primitives;

// What `inspect` says. Names of parts and of what stands in them are those of docs/index-format.md, in every language.
internal static partial class Messages
{
    public static string InspectOther(string path) =>
        $"{path}: does not begin as a file of an index does; give one of an index folder, such as segments_2, _0.cfs or _0_TextIndexBlocks_0.xtd.";

    public static string InspectNoPart(string file, string name) => $"--part {name}: {file} has no part of this name; leave the option out to see them all.";

    public static string InspectOutside(string part, long at, long count, long length) =>
        $"{(part.Length == 0 ? "a part" : part)} lies at {Plain(at)} + {Plain(count)} of {Plain(length)} bytes";

    public static string InspectCount(long count, long room) => $"counts {Plain(count)} where {Plain(room)} have room";

    public static string InspectPage(long at, ulong found, ulong expected) => $"the page at {Plain(at)} has hash {found:x}, expected {expected:x}";

    public static string InspectColumn(string field) => $"{field} is a column of an unknown kind or width";

    public static string InspectAlone(string list) => $"{list} is missing, which tells where its files lie";

    public static string InspectTwice(string name) => $"names {name} twice";

    public static string InspectAt => "at";

    public static string InspectBytes => "bytes";

    public static string InspectPart => "part";

    public static string InspectKind(string kind) => kind switch
    {
        "commit" => "a commit: index segments and what was said at it",
        "info" => "an index segment: its files",
        "fields" => "the fields of an index segment",
        "entries" => "where the files of a compound file lie",
        "compound" => "a compound file: the files of an index segment in one",
        "dictionary" => "postings: the dictionary",
        "lists" => "postings: the lists, as the dictionary says",
        "positions" => "postings: the positions, as the dictionary says",
        "columns" => "columns",
        "lucene" => "a file of Lucene's own",
        "field" => "a field of a dictionary",
        "numbers" => "a column of numbers",
        "bytes" => "a column of bytes",
        "text" => "a column of text",
        _ => "a part of a file",
    };

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
