// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Indexing.Inspection;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>What a file of an index is made of, for people: a table, a part a line, in the order of bytes.</summary>
internal static class InspectText
{
    private const int LongestFact = 60;

    public static void Write(Painter page, FilePart file)
    {
        page.Write(file.Name, Ink.Place);
        page.WriteLine($"  {Messages.InspectKind(file.Kind)}, {ByteSize.Of(file.SizeBytes)}", Ink.Strong);
        page.WriteLine(Facts(file), Ink.Faint);
        page.WriteLine();
        var width = Math.Max(Messages.InspectBytes.Length, file.SizeBytes.ToString(CultureInfo.InvariantCulture).Length);
        page.WriteLine($"{Messages.InspectAt.PadLeft(width)}  {Messages.InspectBytes.PadLeft(width)}  {Messages.InspectPart}", Ink.Faint);
        foreach (var part in file.Parts) Write(page, part, width, 0);
    }

    private static void Write(Painter page, FilePart part, int width, int depth)
    {
        page.Write($"{Number(part.At, width)}  {Number(part.SizeBytes, width)}  {new string(' ', 2 * depth)}");
        page.Write(part.Name, part.Parts.Count > 0 ? Ink.Strong : Ink.Plain);
        if (part.Kind.Length > 0) page.Write("  " + part.Kind, Ink.Faint);
        if (part.Facts.Count > 0) page.Write("  " + Facts(part), Ink.Faint);
        page.WriteLine();
        foreach (var inner in part.Parts) Write(page, inner, width, depth + 1);
    }

    private static string Number(long number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width);

    private static string Facts(FilePart part) => string.Join(", ", part.Facts.Select(fact => $"{fact.Key} {Shown(fact.Value)}"));

    private static string Shown(object value)
    {
        var text = value is double number ? number.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (text.Length <= LongestFact) return text;
        var end = char.IsHighSurrogate(text[LongestFact - 1]) ? LongestFact - 1 : LongestFact;
        return text[..end] + "…";
    }
}
