// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Sessions;
using TextIndex.Primitives;

namespace TextIndex.Cli.Commands;

/// <summary>A command that looks a query up in folders: what <c>search</c> and <c>kwic</c> have in common.</summary>
internal abstract class LookupCommand : CliCommand
{
    private readonly Argument<string> _query;
    private readonly Argument<string[]> _folders;
    private readonly Option<string> _index;
    private readonly Option<bool> _noRefresh;
    private readonly Option<bool> _literal;
    private readonly Option<bool> _exact;
    private readonly Option<bool> _ignorePunctuation;

    protected LookupCommand(string name, string summary) : base(name, summary)
    {
        _query = OneArgument("QUERY", Messages.HelpQuery);
        _folders = ManyArguments("DIR", Messages.HelpSearchDirs);
        _index = TextOption("--index", "PATH", Messages.HelpIndexPath);
        _noRefresh = FlagOption("--no-refresh", Messages.HelpNoRefresh);
        _literal = FlagOption("--literal", Messages.HelpLiteral);
        _exact = FlagOption("--exact", Messages.HelpExact);
        _ignorePunctuation = FlagOption("--ignore-punctuation", Messages.HelpIgnorePunctuation);
    }

    protected string Query(Invocation call) => call.Text(_query);

    protected bool IsLiteral(Invocation call) => call.Flag(_literal);

    protected bool IsExact(Invocation call) => call.Flag(_exact);

    protected bool IgnoresPunctuation(Invocation call) => call.Flag(_ignorePunctuation);

    /// <summary>Reads the query before anything is indexed, then opens the index that it is put to; of several folders each has its own, and they are searched as one.</summary>
    protected ISearchable OpenIndex(Invocation call)
    {
        QueryCheck.ThrowIfUnreadable(Query(call), IsLiteral(call));
        var (folders, refresh) = (call.List(_folders), !call.Flag(_noRefresh));
        return folders.Count > 1 && call.Text(_index) is null
            ? IndexOpener.ForSearching(call, [.. folders.Select(folder => IndexPlace.ToSearch(call, [folder], null))], refresh)
            : IndexOpener.ForSearching(call, IndexPlace.ToSearch(call, folders, call.Text(_index)), refresh);
    }
}
