// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class KwicCommandTests : IDisposable
{
    private const string Text = "做人要实事求是，abc 做事也要實事求是。\n\n我们 reading 以后，还是要实事求是地讲😀。\n";
    private readonly Tool _tool = new();

    public KwicCommandTests() => _tool.Write("a.txt", Text);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Json_has_the_fields_of_the_contract_and_every_span_shows_its_text()
    {
        var run = _tool.Run("kwic", "实事求是", ".", "--width", "6", "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Equal(3, run.Objects("line").Count);
        foreach (var line in run.Objects("line"))
        {
            Assert.Equal(["type", "path", "span", "left", "match", "right"], line.Names());
            var (start, end) = (line.GetProperty("span")[0].GetInt32(), line.GetProperty("span")[1].GetInt32());
            Assert.Equal(line.Text("match"), Text[start..end]);
            Assert.EndsWith(line.Text("left"), Text[..start]);
            Assert.StartsWith(line.Text("right"), Text[end..]);
            Assert.True(line.Text("left").Length <= 6 && line.Text("right").Length <= 6);
        }
        var summary = run.Objects()[^1];
        Assert.Equal((3, 3, false), (summary.Number("total"), summary.Number("shown"), summary.GetProperty("truncated").GetBoolean()));
    }

    [Fact]
    public void A_limit_is_told()
    {
        var summary = _tool.Run("kwic", "实事求是", ".", "--limit", "2", "--format", "json").Objects()[^1];
        Assert.Equal((3, 2, true), (summary.Number("total"), summary.Number("shown"), summary.GetProperty("truncated").GetBoolean()));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(80, true)]
    [InlineData(80, false)]
    public void The_matches_stand_below_each_other(int columns, bool terminal)
    {
        (_tool.OutputIsTerminal, _tool.Columns) = (terminal, columns);
        var lines = _tool.Run("kwic", "实事求是", ".", "--color", "never").Output.Split('\n').Where(line => line.Contains('«')).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Single(lines.Select(line => DisplayWidth.Of(line.AsSpan(0, line.IndexOf('«')))).Distinct());
        if (terminal) Assert.All(lines, line => Assert.True(DisplayWidth.Of(line) <= columns, line));
    }

    [Fact]
    public void Nothing_found_is_1()
    {
        var run = _tool.Run("kwic", "--literal", "没有的词", ".");
        Assert.Equal((1, "nothing found\n"), (run.Code, run.Output));
    }
}
