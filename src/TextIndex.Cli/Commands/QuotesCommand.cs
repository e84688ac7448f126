// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Quotations;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>quotes FILE-or-DIR…</c>: the quotations with their speakers.</summary>
internal sealed class QuotesCommand() : ReadingCommand<IReadOnlyList<Quotation>>("quotes", Messages.HelpQuotes, usesModel: true)
{
    protected override IReadOnlyList<Quotation> Read(Document document, ILexicalModel? model) => StudyReader.ReadQuotations(document, model);

    protected override bool IsAnything(IReadOnlyList<Quotation> read) => read.Count > 0;

    protected override void WriteJson(Utf8JsonWriter json, Document document, IReadOnlyList<Quotation> read) => ReadingJson.WriteQuotations(json, read);

    protected override void WriteText(Painter page, Document document, IReadOnlyList<Quotation> read) => QuotationsText.Write(page, document, read);
}
