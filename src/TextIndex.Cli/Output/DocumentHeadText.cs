// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;

namespace TextIndex.Cli.Output;

/// <summary>Which document is shown: its title and what it says about itself.</summary>
internal static class DocumentHeadText
{
    public static void Write(Painter page, string file, Document document)
    {
        if (document.Title.Length > 0) page.WriteWrapped([new(document.Title, Ink.Strong)], 0);
        List<Piece> line = [new(file, Ink.Place)];
        if (document.Date is { } date) line.Add(new("  " + IsoDate.Of(date)));
        if (document.Author.Length > 0) line.Add(new("  " + document.Author));
        if (document.Source.Length > 0) line.Add(new("  " + document.Source));
        page.WriteWrapped(line, 0);
    }
}
