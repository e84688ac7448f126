// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Names for people: the name as it first stands, what it is, and why.</summary>
internal static class NamesText
{
    private const int Number = 7;

    public static void Write(Painter page, Document document, IReadOnlyList<NamedEntity> entities)
    {
        foreach (var entity in entities)
        {
            page.Write("  " + entity.Id.PadRight(Number), Ink.Faint);
            var shown = entity.Mentions[0].In(document.Text);
            page.WriteWrapped([new(shown, Ink.Strong), new(shown == entity.Canonical ? "" : "  " + entity.Canonical), new("  " + entity.Why, Ink.Faint)], 2 + Number, 2 + Number);
        }
        if (entities.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }
}
