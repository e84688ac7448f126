// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Primitives;
using TextIndex.Snippets;

namespace TextIndex.Cli.Commands;

/// <summary><c>kwic QUERY [DIR…]</c>: every occurrence, one line each, in context.</summary>
internal sealed class KwicCommand : LookupCommand
{
    private readonly Option<string> _width;
    private readonly Option<string> _sort;
    private readonly Option<string> _limit;

    public KwicCommand() : base("kwic", Messages.HelpKwic)
    {
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
            Literal = IsLiteral(call),
            Exact = IsExact(call),
            IgnorePunctuation = IgnoresPunctuation(call),
        };
        using var index = OpenIndex(call);
        var concordance = index.Concordance(Query(call), options, call.Stopping);
        if (call.Format == OutputFormat.Json) KwicJson.Write(call.Host.Output, concordance);
        else KwicText.Write(call.Painter, concordance);
        return concordance.Total > 0 ? CommandLine.Found : CommandLine.NothingFound;
    }
}
