// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary><c>check [DIR]</c>: verifies an index byte by byte.</summary>
internal sealed class CheckCommand : CliCommand
{
    private readonly Argument<string[]> _folders;
    private readonly Option<string> _index;

    public CheckCommand() : base("check", Messages.HelpCheck)
    {
        _folders = ManyArguments("DIR", Messages.HelpOneDir);
        _index = TextOption("--index", "PATH", Messages.HelpIndexPath);
    }

    public override string Details => Messages.HelpCheckDetails;

    public override IReadOnlyList<string> Examples { get; } = ["textindex check essays", "textindex check --index /data/study --format json"];

    public override int Run(Invocation call)
    {
        var place = IndexPlace.Existing(call, call.List(_folders), call.Text(_index));
        var report = SearchIndex.Check(place.Path, call.Stopping);
        if (call.Format == OutputFormat.Json) CheckJson.Write(call.Host.Output, report);
        else CheckText.Write(call.Painter, place.Path, report);
        return report.Sound ? CommandLine.Found : CommandLine.NothingFound;
    }
}
