// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary><c>index DIR…</c>: reads folders, writes or refreshes their index.</summary>
internal sealed class IndexCommand : CliCommand
{
    private readonly Argument<string[]> _folders;
    private readonly Option<string> _index;
    private readonly Option<bool> _rebuild;
    private readonly Option<string> _userDictionary;
    private readonly Option<string[]> _include;
    private readonly Option<string[]> _exclude;
    private readonly Option<bool> _purge;
    private readonly Option<bool> _watch;

    public IndexCommand() : base("index", Messages.HelpIndex)
    {
        _folders = ManyArguments("DIR", Messages.HelpIndexDirs);
        _index = TextOption("--index", "PATH", Messages.HelpIndexPath);
        _rebuild = FlagOption("--rebuild", Messages.HelpRebuild);
        _userDictionary = TextOption("--user-dict", "FILE", Messages.HelpUserDictionary);
        _include = ListOption("--include", "GLOB", Messages.HelpInclude);
        _exclude = ListOption("--exclude", "GLOB", Messages.HelpExclude);
        _purge = FlagOption("--purge", Messages.HelpPurge);
        _watch = LaterOption("--watch");
    }

    public override string Details => Messages.HelpIndexDetails;

    public override IReadOnlyList<string> Examples { get; } =
        ["textindex index essays", "textindex index essays speeches --index /data/study", "textindex index essays --user-dict words.txt --exclude drafts/"];

    public override int Run(Invocation call)
    {
        if (call.Flag(_watch)) throw new UsageException(Messages.NotYet("--watch"));
        var place = IndexPlace.ToWrite(call, call.List(_folders), call.Text(_index));
        return call.Flag(_purge) ? Purge(call, place) : Index(call, place);
    }

    private int Index(Invocation call, IndexPlace place)
    {
        // What was said once about this index stays until it is said anew: which files are taken, which dictionary.
        var before = FolderMemory.Of(place.Path)?.Options ?? FolderOptions.Default;
        var options = new FolderOptions
        {
            Include = call.Has(_include) ? call.List(_include) : before.Include,
            Exclude = call.Has(_exclude) ? call.List(_exclude) : before.Exclude,
            Rebuild = call.Flag(_rebuild),
        };
        var started = Stopwatch.GetTimestamp();
        using var index = IndexOpener.ForWriting(call, place, call.Text(_userDictionary), rebuild: options.Rebuild);
        FolderReport report;
        using (var progress = call.NewProgress()) report = index.IndexFolders(place.Folders, options, progress, call.Stopping);
        var elapsed = Stopwatch.GetElapsedTime(started);

        FolderNotices.Tell(call, place.Folders, report, index.Count);
        if (call.Format == OutputFormat.Json) IndexJson.Write(call.Host.Output, place.Path, report, index.Count, elapsed);
        else IndexText.Write(call.Painter, place.Path, report, index.Count, elapsed);
        return CommandLine.Found;
    }

    private int Purge(Invocation call, IndexPlace place)
    {
        foreach (Option other in (Option[])[_rebuild, _userDictionary, _include, _exclude])
            if (call.Has(other)) throw new UsageException(Messages.NotTogether("--purge", other.Name));
        var removed = IndexRemoval.Remove(place.Path);
        if (call.Format == OutputFormat.Json) IndexJson.WritePurged(call.Host.Output, place.Path, removed);
        else call.Painter.WriteLine(removed ? Messages.Purged(place.Path) : Messages.NothingToPurge(place.Path));
        return CommandLine.Found;
    }
}
