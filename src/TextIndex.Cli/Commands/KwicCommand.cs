// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Primitives;
using TextIndex.Snippets;

namespace TextIndex.Cli.Commands;

/// <summary><c>kwic QUERY [DIR…]</c>: every occurrence, one line each, in context.</summary>
internal sealed class KwicCommand : CliCommand
{
    private readonly Argument<string> _query;
    private readonly Argument<string[]> _folders;
    private readonly Option<string> _index;
    private readonly Option<bool> _noRefresh;
    private readonly Option<bool> _literal;
    private readonly Option<bool> _exact;
    private readonly Option<bool> _ignorePunctuation;
    private readonly Option<string> _width;
    private readonly Option<string> _sort;
    private readonly Option<string> _limit;

    public KwicCommand() : base("kwic", Messages.HelpKwic)
    {
        _query = OneArgument("QUERY", Messages.HelpQuery);
        _folders = ManyArguments("DIR", Messages.HelpSearchDirs);
        _index = TextOption("--index", "PATH", Messages.HelpIndexPath);
        _noRefresh = FlagOption("--no-refresh", Messages.HelpNoRefresh);
        _literal = FlagOption("--literal", Messages.HelpLiteral);
        _exact = FlagOption("--exact", Messages.HelpExact);
        _ignorePunctuation = FlagOption("--ignore-punctuation", Messages.HelpIgnorePunctuation);
        _width = TextOption("--width", "N", Messages.HelpWidth);
        _sort = TextOption("--sort", "ORDER", Messages.HelpKwicSort);
        _limit = TextOption("--limit", "N", Messages.HelpKwicLimit);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["textindex kwic 实事求是 essays", "textindex kwic 担当 essays --sort right --width 12", "textindex kwic --literal '学习，' essays --format json"];

    public override int Run(Invocation call)
    {
        var options = new ConcordanceOptions
        {
            Width = call.Number(_width, ConcordanceOptions.Default.Width),
            Limit = call.Number(_limit, ConcordanceOptions.Default.Limit),
            Sort = call.Choice(_sort, "path", "left", "right") switch { "left" => ConcordanceSort.Left, "right" => ConcordanceSort.Right, _ => ConcordanceSort.Path },
            Literal = call.Flag(_literal),
            Exact = call.Flag(_exact),
            IgnorePunctuation = call.Flag(_ignorePunctuation),
        };
        QueryCheck.ThrowIfUnreadable(call.Text(_query), call.Flag(_literal));
        var place = IndexPlace.ToSearch(call, call.List(_folders), call.Text(_index));
        using var index = IndexOpener.ForSearching(call, place, refresh: !call.Flag(_noRefresh));
        var concordance = index.Concordance(call.Text(_query), options, call.Stopping);
        if (call.Format == OutputFormat.Json) KwicJson.Write(call.Host.Output, concordance);
        else KwicText.Write(call.Painter, concordance);
        return concordance.Total > 0 ? CommandLine.Found : CommandLine.NothingFound;
    }
}
