// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Figures;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>figures FILE-or-DIR…</c>: numbers with their units, and dates.</summary>
internal sealed class FiguresCommand() : ReadingCommand<(IReadOnlyList<Figure> Figures, IReadOnlyList<DateMention> Dates)>("figures", Messages.HelpFigures, usesModel: false)
{
    protected override (IReadOnlyList<Figure> Figures, IReadOnlyList<DateMention> Dates) Read(Document document, ILexicalModel? model) => (FigureExtractor.Extract(document), DateExtractor.Extract(document));

    protected override bool IsAnything((IReadOnlyList<Figure> Figures, IReadOnlyList<DateMention> Dates) read) => read.Figures.Count + read.Dates.Count > 0;

    protected override void WriteJson(Utf8JsonWriter json, Document document, (IReadOnlyList<Figure> Figures, IReadOnlyList<DateMention> Dates) read)
    {
        ReadingJson.WriteFigures(json, read.Figures);
        ReadingJson.WriteDates(json, read.Dates);
    }

    protected override void WriteText(Painter page, Document document, (IReadOnlyList<Figure> Figures, IReadOnlyList<DateMention> Dates) read)
    {
        FiguresText.Write(page, read.Figures);
        if (read.Dates.Count > 0) FiguresText.Write(page, read.Dates);
    }
}
