// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary><c>stats [DIR]</c>: tells what is in an index.</summary>
internal sealed class StatsCommand : CliCommand
{
    private readonly Argument<string[]> _folders;
    private readonly Option<string> _index;

    public StatsCommand() : base("stats", Messages.HelpStats)
    {
        _folders = ManyArguments("DIR", Messages.HelpOneDir);
        _index = TextOption("--index", "PATH", Messages.HelpIndexPath);
    }

    public override IReadOnlyList<string> Examples { get; } = ["textindex stats essays", "textindex stats --index /data/study --format json"];

    public override int Run(Invocation call)
    {
        var place = IndexPlace.Existing(call, call.List(_folders), call.Text(_index));
        using var index = IndexOpener.ForReading(place.Path);
        var statistics = index.Statistics();
        if (call.Format == OutputFormat.Json) StatsJson.Write(call.Host.Output, place.Path, statistics);
        else StatsText.Write(call.Painter, place.Path, statistics);
        return CommandLine.Found;
    }
}
