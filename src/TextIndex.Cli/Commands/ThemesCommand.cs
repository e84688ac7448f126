// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>themes FILE-or-DIR…</c>: what a document and its sections are about.</summary>
internal sealed class ThemesCommand() : ReadingCommand<Reading>("themes", Messages.HelpThemes, usesModel: true)
{
    protected override Reading Read(Document document, ILexicalModel? model) => StudyReader.Read(document, model);

    protected override bool IsAnything(Reading read) => read.Themes.Keyphrases.Count > 0;

    protected override void WriteJson(Utf8JsonWriter json, Document document, Reading read) => ReadingJson.WriteThemes(json, read.Themes);

    protected override void WriteText(Painter page, Document document, Reading read) => ThemesText.Write(page, read.Outline, read.Themes);
}
