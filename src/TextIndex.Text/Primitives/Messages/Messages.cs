// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

// The one resource table: every word a person sees. A part a room (Messages.Search.cs, Messages.Cli.cs …), so that a second language
// is a second set of these files. Shape of an error: where: what is wrong; what to do.
internal static partial class Messages
{
    public static string DictionaryLine(string file, int line, string found) =>
        DictionaryLine(file, line, "\"word count tag\"", found);

    public static string DictionaryLine(string file, int line, string expected, string found) => $"{file}:{line}: expected {expected}, found \"{found}\".";
}
