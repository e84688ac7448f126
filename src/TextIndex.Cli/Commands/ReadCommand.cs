// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>read FILE…</c>: all that is extracted from a document.</summary>
internal sealed class ReadCommand() : ReadingCommand<Reading>("read", Messages.HelpRead, usesModel: true)
{
    protected override Reading Read(Document document, ILexicalModel? model) => StudyReader.Read(document, model);

    // Reading a document always ends with an answer, be it that there is nothing in it.
    protected override bool IsAnything(Reading read) => true;

    protected override void WriteJson(Utf8JsonWriter json, Document document, Reading read)
    {
        json.WriteString("text", document.Text);
        ReadingJson.WriteHeadings(json, read.Outline);
        ReadingJson.WriteQuotations(json, read.Quotations);
        ReadingJson.WriteTitles(json, read.Titles);
        ReadingJson.WriteAllusions(json, "unquoted", read.Allusions, all: false);
        ReadingJson.WriteFigures(json, read.Figures);
        ReadingJson.WriteDates(json, read.Dates);
        ReadingJson.WriteEntities(json, read.Entities);
        ReadingJson.WritePronouns(json, document, read.Pronouns);
        ReadingJson.WriteQualities(json, document, read.Qualities);
        ReadingJson.WriteExhortations(json, read.Exhortations);
        ReadingJson.WriteCalls(json, document, read.Calls);
        ReadingJson.WriteParallelism(json, document, read.Parallelism);
        ReadingJson.WriteAllusions(json, "allusions", read.Allusions, all: true);
        ReadingJson.WriteStructure(json, read.Structure);
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
        Part(page, Messages.Names, read.Entities.Count);
        NamesText.Write(page, document, read.Entities);
        Part(page, Messages.Qualities, read.Qualities.Count);
        ExhortationsText.Write(page, read.Qualities);
        Part(page, Messages.Exhortations, read.Exhortations.Count + read.Calls.Count);
        ExhortationsText.Write(page, document, read.Calls, read.Exhortations);
        Part(page, Messages.Allusions, read.Allusions.Count);
        ExhortationsText.Write(page, read.Allusions);
        Part(page, Messages.Parallelism, read.Parallelism.Count);
        ExhortationsText.Write(page, document, read.Parallelism);
        Part(page, Messages.Themes, read.Themes.Keyphrases.Count);
        ThemesText.Write(page, read.Outline, read.Themes);
    }

    private static void Part(Painter page, string name, int count)
    {
        page.WriteLine();
        page.WriteLine(count == 0 ? name : Messages.PartHeading(name, count), Ink.Strong);
    }
}
