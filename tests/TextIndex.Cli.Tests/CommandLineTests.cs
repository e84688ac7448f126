// SPDX-License-Identifier: MIT
using TextIndex.Cli.Commands;
using Xunit;

namespace TextIndex.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Version_is_one_line()
    {
        var run = _tool.Run("--version");
        Assert.Equal(0, run.Code);
        Assert.Matches("^textindex [0-9]+\\.[0-9]+\\.[0-9]+[^ ]*\n$", run.Output);
    }

    [Fact]
    public void Every_command_has_help_with_an_example_that_fits_80_columns()
    {
        foreach (var command in CommandTree.Build(new OptionsEverywhere()).Subcommands)
        {
            var run = _tool.Run(command.Name, "--help");
            Assert.Equal(0, run.Code);
            Assert.Equal("", run.Error);
            Assert.Contains($"textindex {command.Name} ", run.Output[run.Output.IndexOf("Examples", StringComparison.Ordinal)..] + " ");
            foreach (var line in run.Output.Split('\n')) Assert.True(Cli.Terminal.DisplayWidth.Of(line) <= 80, $"{command.Name}: {line}");
        }
    }

    [Fact]
    public void Help_names_every_option_that_is_there_and_none_that_is_not()
    {
        var help = _tool.Run("search", "--help").Output;
        foreach (var option in new[] { "--index", "--no-refresh", "--literal", "--exact", "--ignore-punctuation", "--limit", "--offset", "--from", "--to", "--source", "--sort", "--count", "--explain", "--format", "--color", "--quiet" })
            Assert.Contains(option, help);
        Assert.DoesNotContain("--pinyin", help);
        Assert.DoesNotContain("--watch", _tool.Run("index", "--help").Output);
    }

    [Fact]
    public void Nothing_at_all_shows_the_help() => Assert.Contains("search", _tool.Run().Output);

    [Theory]
    [InlineData("textindex: there is no command \"serch\"; did you mean `textindex search`?", "serch", "x")]
    [InlineData("textindex: there is no command \"letters\"; see `textindex --help`.", "letters", "x")]
    [InlineData("search: QUERY is missing; see `textindex search --help`.", "search")]
    [InlineData("search --literl: there is no such option; see `textindex search --help`, or put -- before a text that begins with a dash.", "search", "学习", "--literl")]
    [InlineData("--limit: needs a value; write --limit N.", "search", "学习", "--limit")]
    [InlineData("--limit: given more than once; give it once.", "search", "学习", "--limit", "1", "--limit", "2")]
    [InlineData("--limit: expected a whole number from 0, found \"viele\".", "search", "学习", "--limit", "viele")]
    [InlineData("--sort: expected one of score, date, path, found \"up\".", "search", "学习", "--sort", "up")]
    [InlineData("--from: expected a date such as 2022, 2022-07 or 2022-07-20, found \"2022-13\".", "search", "学习", "--from", "2022-13")]
    [InlineData("--format csv: search has no csv yet; use text or json.", "search", "学习", "--format", "csv")]
    [InlineData("--format md: kwic has no md yet; use text or json.", "kwic", "学习", "--format", "md")]
    [InlineData("--color: expected one of auto, always, never, found \"red\".", "search", "学习", "--color", "red")]
    [InlineData("--pinyin: this version cannot do that yet; leave it out.", "search", "zzg", "--pinyin")]
    [InlineData("--watch: this version cannot do that yet; leave it out.", "index", "--watch")]
    [InlineData("--model lac: cannot stand together with --explain; leave one out.", "segment", "--model", "lac", "--explain")]
    [InlineData("--explain: cannot stand together with --pos; leave one out.", "segment", "--explain", "--pos")]
    [InlineData("--pos: cannot stand together with --mode search; leave one out.", "segment", "--pos", "--mode", "search")]
    [InlineData("several folders: need an index of their own; say where with --index PATH.", "index", "a", "b")]
    [InlineData("a: there is no such folder; check the name.", "search", "学习", "a", "b")]
    [InlineData("nowhere: there is no such folder; check the name.", "search", "学习", "nowhere")]
    [InlineData("nowhere.txt: there is no such file or folder; check the name.", "segment", "nowhere.txt")]
    [InlineData("query column 4: “ is not closed", "search", "学习 “实事")]
    [InlineData("stats b: one word too many; put a text with blanks in quotes, or see `textindex stats --help`.", "stats", "a", "b")]
    [InlineData(".: there is no index here; make one with `textindex index`.", "check", ".")]
    public void Misuse_is_told_on_standard_error_with_exit_code_2(string message, params string[] arguments)
    {
        var run = _tool.Run(arguments);
        Assert.Equal(2, run.Code);
        Assert.Equal(message + "\n", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_query_may_begin_with_a_dash_after_two_dashes()
    {
        _tool.Write("a.txt", "实事求是。");
        Assert.Equal(0, _tool.Run("search", "--literal", "--", "实事", ".").Code);
        Assert.Equal(1, _tool.Run("search", "--literal", "--", "-x", ".").Code);
    }

    [Fact]
    public void An_at_sign_is_no_response_file()
    {
        _tool.Write("a.txt", "写信给 @words 说。");
        _tool.Write("words", "别的");
        Assert.Equal(0, _tool.Run("search", "--literal", "@words").Code);
    }

    [Fact]
    public void Ctrl_C_before_the_work_ends_with_a_message()
    {
        _tool.Write("a.txt", "实事求是。");
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        _tool.Stopping = stopping.Token;
        var run = _tool.Run("index", ".");
        Assert.Equal((2, "textindex: stopped; the index is as it was at its last commit.\n"), (run.Code, run.Error));
    }

    [Fact]
    public void A_broken_pipe_is_a_quiet_0()
    {
        _tool.Write("a.txt", "实事求是。");
        using var error = new StringWriter();
        Assert.Equal(0, CommandLine.Run(["search", "实事求是", "."], _tool.Host(new ClosedPipe(), error)));
        Assert.Equal("", error.ToString());
    }

    private sealed class ClosedPipe : StringWriter
    {
        public override void Flush() => throw new Cli.Terminal.BrokenPipeException();
    }
}
