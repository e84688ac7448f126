// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Quotations;
using TextIndex.Primitives;

namespace TextIndex.Cli.Output;

/// <summary>Quotations for people: the words, then what they are, whose, by which verb and by which rule.</summary>
internal static class QuotationsText
{
    private const int Number = 5;

    public static void Write(Painter page, Document document, IReadOnlyList<Quotation> quotations)
    {
        foreach (var quotation in quotations)
        {
            var indent = 2 + 2 * quotation.Nesting + Number;
            page.Write(new string(' ', 2 + 2 * quotation.Nesting) + quotation.Id.PadRight(Number), Ink.Faint);
            page.WriteWrapped([new(quotation.Span.In(document.Text))], indent, indent);

            List<Piece> about = [new(ReadingNames.Of(quotation.Class), Ink.Place)];
            if (quotation.Speaker is { } speaker)
            {
                about.Add(new("  " + speaker.Canonical, Ink.Strong));
                if (speaker.Mention != speaker.Canonical) about.Add(new(Messages.QuoteMention(speaker.Mention)));
            }
            if (quotation.Cue is { } cue) about.Add(new("  " + Messages.QuoteCue(cue.Text)));
            about.Add(new("  " + quotation.Rule, Ink.Faint));
            if (quotation.IsUnclosed) about.Add(new("  " + Messages.QuoteUnclosed, Ink.Faint));
            page.WriteWrapped(about, indent);
        }
        if (quotations.Count == 0) page.WriteLine("  " + Messages.NoneFound, Ink.Faint);
    }
}
