// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary><c>read FILE…</c>: all that is extracted from a document.</summary>
internal sealed class ReadCommand() : ReadingCommand<Reading>("read", Messages.HelpRead)
{
    // Fields of the contract whose extractors come later; a field with no find is [].
    private static readonly string[] Later = ["entities", "qualities", "exhortations", "calls", "parallelism"];

    protected override Reading Read(Document document) => StudyReader.Read(document);

    // Reading a document always ends with an answer, be it that there is nothing in it.
    protected override bool IsAnything(Reading read) => true;

    protected override void WriteJson(Utf8JsonWriter json, Document document, Reading read)
    {
        json.WriteString("text", document.Text);
        ReadingJson.WriteHeadings(json, read.Outline);
        ReadingJson.WriteQuotations(json, read.Quotations);
        ReadingJson.WriteTitles(json, read.Titles);
        json.WriteEmptyArray("unquoted");
        ReadingJson.WriteFigures(json, read.Figures);
        ReadingJson.WriteDates(json, read.Dates);
        foreach (var field in Later) json.WriteEmptyArray(field);
        ReadingJson.WriteThemes(json, read.Themes);
    }

    protected override void WriteText(Painter page, Document document, Reading read)
    {
        Part(page, Messages.Outline, read.Outline.Headings.Count);
        OutlineText.Write(page, document, read.Outline);
        Part(page, Messages.Quotations, read.Quotations.Count);
        QuotationsText.Write(page, document, read.Quotations);
        Part(page, Messages.Titles, read.Titles.Count);
        TitlesText.Write(page, document, read.Titles);
        Part(page, Messages.Figures, read.Figures.Count);
        FiguresText.Write(page, read.Figures);
        Part(page, Messages.Dates, read.Dates.Count);
        FiguresText.Write(page, read.Dates);
        Part(page, Messages.Themes, read.Themes.Keyphrases.Count);
        ThemesText.Write(page, read.Outline, read.Themes);
    }

    private static void Part(Painter page, string name, int count)
    {
        page.WriteLine();
        page.WriteLine(count == 0 ? name : Messages.PartHeading(name, count), Ink.Strong);
    }
}
