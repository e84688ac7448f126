// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using TextIndex.Cli.Output;
using TextIndex.Primitives;
using TextIndex.Search;

namespace TextIndex.Cli.Commands;

/// <summary><c>search QUERY [DIR…]</c>: ranked documents with snippets.</summary>
internal sealed class SearchCommand : LookupCommand
{
    private readonly Option<string> _limit;
    private readonly Option<string> _offset;
    private readonly Option<string> _from;
    private readonly Option<string> _to;
    private readonly Option<string> _source;
    private readonly Option<string> _sort;
    private readonly Option<string> _matches;
    private readonly Option<bool> _count;
    private readonly Option<bool> _explain;
    private readonly Option<bool> _anyWord;
    private readonly Option<string> _whyNot;
    private readonly Option<bool> _pinyin;

    public SearchCommand() : base("search", Messages.HelpSearch)
    {
        _limit = TextOption("--limit", "N", Messages.HelpLimit);
        _offset = TextOption("--offset", "N", Messages.HelpOffset);
        _from = TextOption("--from", "DATE", Messages.HelpFrom);
        _to = TextOption("--to", "DATE", Messages.HelpTo);
        _source = TextOption("--source", "NAME", Messages.HelpSource);
        _sort = TextOption("--sort", "ORDER", Messages.HelpSort);
        _matches = TextOption("--matches", "N", Messages.HelpMatches);
        _count = FlagOption("--count", Messages.HelpCount);
        _explain = FlagOption("--explain", Messages.HelpExplain);
        _anyWord = FlagOption("--any-word", Messages.HelpAnyWord);
        _whyNot = TextOption("--why-not", "PATH", Messages.HelpWhyNot);
        _pinyin = LaterOption("--pinyin");
    }

    public override string Details => Messages.HelpSearchDetails;

    public override IReadOnlyList<string> Examples { get; } =
        ["textindex search 实事求是 essays", "textindex search '\"为民服务\" -形式主义' essays --from 2022 --sort date", "textindex search 忠诚 essays --limit 0 --format json"];

    public override int Run(Invocation call)
    {
        if (call.Flag(_pinyin)) throw new UsageException(Messages.NotYet("--pinyin"));
        var options = Read(call);
        using var index = OpenIndex(call);
        if (call.Text(_whyNot) is { } key) return WhyNot(call, index, key, options);
        return call.Flag(_count) ? Count(call, index, Query(call), options) : Search(call, index, Query(call), options);
    }

    private SearchOptions Read(Invocation call) => new()
    {
        Limit = call.Number(_limit, SearchOptions.Default.Limit),
        Offset = call.Number(_offset, 0),
        Literal = IsLiteral(call),
        Exact = IsExact(call),
        IgnorePunctuation = IgnoresPunctuation(call),
        From = call.Day(_from, last: false),
        To = call.Day(_to, last: true),
        Source = call.Text(_source) ?? "",
        Sort = call.Choice(_sort, "score", "date", "path") switch { "date" => HitSort.Date, "path" => HitSort.Path, _ => HitSort.Score },
        MatchLimit = call.Number(_matches, SearchOptions.Default.MatchLimit),
        Explain = call.Flag(_explain),
        Words = call.Flag(_anyWord) ? WordMatching.Any : WordMatching.All,
    };

    private int WhyNot(Invocation call, ISearchable index, string key, SearchOptions options)
    {
        try
        {
            var why = index.Explain(Query(call), key, options, call.Stopping);
            if (call.Format == OutputFormat.Json) ExplanationJson.Write(call.Host.Output, key, why);
            else call.Painter.WriteLine(why.ToString());
            return why.Matches ? CommandLine.Found : CommandLine.NothingFound;
        }
        catch (KeyNotFoundException)
        {
            throw new UsageException(Messages.NoSuchPath(key));
        }
    }

    private static int Search(Invocation call, ISearchable index, string query, SearchOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        var result = index.Search(query, options, call.Stopping);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (call.Format == OutputFormat.Json) SearchJson.Write(call.Host.Output, result, elapsed);
        else SearchText.Write(call.Painter, result, options.Offset, elapsed);
        if (result.Total == 0 && call.Format == OutputFormat.Text) TellOfSomeWords(call, index, query, options);
        return result.Total > 0 ? CommandLine.Found : CommandLine.NothingFound;
    }

    // Whoever asks with a title or a sentence asks for all of its words, and often for more than any text holds.
    private static void TellOfSomeWords(Invocation call, ISearchable index, string query, SearchOptions options)
    {
        if (options.Literal || options.Words == WordMatching.Any) return;
        var some = index.Search(query, options with { Words = WordMatching.Any, Limit = 1, Offset = 0, Explain = false }, call.Stopping).Total;
        if (some > 0) call.Notice(Messages.SomeWordsFound(some));
    }

    private static int Count(Invocation call, ISearchable index, string query, SearchOptions options)
    {
        var count = index.CountOccurrences(query, options, call.Stopping);
        if (call.Format == OutputFormat.Json) SearchJson.WriteCount(call.Host.Output, count);
        else SearchText.WriteCount(call.Painter, count);
        return count.Documents > 0 ? CommandLine.Found : CommandLine.NothingFound;
    }
}
