// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Titles;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Titles in book marks for people, with who issued or wrote them.</summary>
internal static class TitlesText
{
    private const int Number = 5;

    public static void Write(Painter page, Document document, IReadOnlyList<TitleMention> titles)
    {
        foreach (var title in titles)
        {
            page.Write("  " + title.Id.PadRight(Number), Ink.Faint);
            List<Piece> line = [new(title.Span.In(document.Text)), new("  " + ReadingNames.Of(title.Kind), Ink.Place)];
            if (title.Issuer.Length > 0) line.Add(new("  " + title.Issuer));
            if (title.Author.Length > 0) line.Add(new("  " + title.Author));
            if (title.Verb.Length > 0) line.Add(new("  " + title.Verb, Ink.Faint));
            page.WriteWrapped(line, 2 + Number, 2 + Number);
        }
        if (titles.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }
}
