// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>names FILE-or-DIR…</c>: people, organisations, places and times.</summary>
internal sealed class NamesCommand() : ReadingCommand<(IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns)>("names", Messages.HelpNames, usesModel: true)
{
    protected override (IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns) Read(Document document, ILexicalModel? model) => StudyReader.ReadNames(document, model);

    protected override bool IsAnything((IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns) read) => read.Entities.Count > 0;

    protected override void WriteJson(Utf8JsonWriter json, Document document, (IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns) read)
    {
        ReadingJson.WriteEntities(json, read.Entities);
        ReadingJson.WritePronouns(json, document, read.Pronouns);
    }

    protected override void WriteText(Painter page, Document document, (IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns) read) => NamesText.Write(page, document, read.Entities);
}
