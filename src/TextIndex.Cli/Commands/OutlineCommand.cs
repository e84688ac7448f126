// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Outlines;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>outline FILE-or-DIR…</c>: the headings.</summary>
internal sealed class OutlineCommand() : ReadingCommand<Outline>("outline", Messages.HelpOutline, usesModel: false)
{
    protected override Outline Read(Document document, ILexicalModel? model) => OutlineExtractor.Extract(document);

    protected override bool IsAnything(Outline read) => read.Headings.Count > 0;

    protected override void WriteJson(Utf8JsonWriter json, Document document, Outline read) => ReadingJson.WriteHeadings(json, read);

    protected override void WriteText(Painter page, Document document, Outline read) => OutlineText.Write(page, document, read);
}
