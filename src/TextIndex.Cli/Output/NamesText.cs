// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Names for people: the name as it first stands, what it is, and why.</summary>
internal static class NamesText
{
    private const int Number = 7, ShownPlaces = 4;

    public static void Write(Painter page, Document document, IReadOnlyList<NamedEntity> entities)
    {
        foreach (var entity in entities)
        {
            page.Write("  " + entity.Id.PadRight(Number), Ink.Faint);
            var shown = entity.Mentions[0].In(document.Text);
            page.WriteWrapped([new(shown, Ink.Strong), new(shown == entity.Canonical ? "" : "  " + entity.Canonical), new(entity.Aliases.Count == 0 || entity.Aliases is [var only] && only == shown ? "" : "  " + Messages.NameAlso(string.Join(", ", entity.Aliases.Where(alias => alias != shown)))), new(entity.Within.Length == 0 ? "" : "  " + Messages.NameWithin(entity.Within)), new("  " + entity.Why + "  " + Places(entity.Mentions), Ink.Faint)], 2 + Number, 2 + Number);
        }
        if (entities.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }

    // Where in the text, the first few.
    private static string Places(IReadOnlyList<TextSpan> mentions) =>
        Messages.NameAt(string.Join(' ', mentions.Take(ShownPlaces).Select(span => span.Start.ToString(CultureInfo.InvariantCulture))) + (mentions.Count > ShownPlaces ? " …" : ""));
}
