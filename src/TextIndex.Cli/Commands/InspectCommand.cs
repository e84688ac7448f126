// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Indexing.Inspection;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary><c>inspect FILE</c>: shows what a file of an index is made of.</summary>
internal sealed class InspectCommand : CliCommand
{
    private readonly Argument<string> _file;
    private readonly Option<string> _part;

    public InspectCommand() : base("inspect", Messages.HelpInspect)
    {
        _file = OneArgument("FILE", Messages.HelpInspectFile);
        _part = TextOption("--part", "NAME", Messages.HelpInspectPart);
    }

    public override string Details => Messages.HelpInspectDetails;

    public override IReadOnlyList<string> Examples { get; } = ["textindex inspect essays/.textindex/_0.cfs", "textindex inspect essays/.textindex/_0.cfs --part body.folded", "textindex inspect essays/.textindex/segments_2 --format json"];

    public override int Run(Invocation call)
    {
        var structure = Inspect(call, call.Text(_file));
        if (call.Text(_part) is { } name) structure = structure.Find(name) ?? throw new UsageException(Messages.InspectNoPart(call.Text(_file), name));
        if (call.Format == OutputFormat.Json) InspectJson.Write(call.Host.Output, structure);
        else InspectText.Write(call.Painter, structure);
        return CommandLine.Found;
    }

    private static FilePart Inspect(Invocation call, string file)
    {
        var path = call.FullPath(file);
        try
        {
            return FileInspector.TryInspect(path, file, out var structure) ? structure : throw new UsageException(Messages.InspectOther(file));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(Messages.NoSuchFile(file));
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new UsageException(Directory.Exists(path) ? Messages.FolderNotFile(file) : Messages.FileNotReadable(file));
        }
    }
}
