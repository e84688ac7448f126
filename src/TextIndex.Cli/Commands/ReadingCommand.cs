// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Cli.Terminal;
using TextIndex.Documents;
using TextIndex.Lac;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary>A command that reads documents one by one and shows what it found: an object a document, or a page.</summary>
internal abstract class ReadingCommand<T> : CliCommand
{
    private readonly Argument<string[]> _files;
    private readonly Option<bool>? _noModel;

    protected ReadingCommand(string name, string summary, bool usesModel) : base(name, summary)
    {
        _files = ManyArguments("FILE", Messages.HelpFiles, required: true);
        if (usesModel) _noModel = FlagOption("--no-model", Messages.HelpNoModel);
    }

    public override IReadOnlyList<string> Examples => [$"textindex {Name} essays/a.txt", $"textindex {Name} essays --format json"];

    public override int Run(Invocation call)
    {
        using var lines = new JsonLines(call.Host.Output);
        var isWanted = _noModel is not null && !call.Flag(_noModel);
        var found = false;
        var first = true;
        foreach (var (file, document) in SourceDocuments.Of(call, call.List(_files)))
        {
            var read = Read(document, isWanted ? Model() : null);
            found |= IsAnything(read);
            if (call.Format == OutputFormat.Json)
            {
                var json = lines.Begin();
                json.WriteString("file", file);
                WriteJson(json, document, read);
                lines.End();
                continue;
            }
            if (!first) call.Painter.WriteLine();
            first = false;
            DocumentHeadText.Write(call.Painter, file, document);
            WriteText(call.Painter, document, read);
        }
        return found ? CommandLine.Found : CommandLine.NothingFound;
    }

    // A method of its own: nothing of the model's assembly is loaded before it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ILexicalModel Model() => LacModel.Default;

    /// <summary>Reads one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="model">What knows names; null where the command or the user wants none.</param>
    protected abstract T Read(Document document, ILexicalModel? model);

    /// <summary>Decides between exit codes 0 and 1.</summary>
    protected abstract bool IsAnything(T read);

    /// <summary>Writes the fields that follow <c>file</c>.</summary>
    protected abstract void WriteJson(Utf8JsonWriter json, Document document, T read);

    protected abstract void WriteText(Painter page, Document document, T read);
}
