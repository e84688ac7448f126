// SPDX-License-Identifier: MIT
using System.Text.Json;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public InspectCommandTests()
    {
        _tool.Write("a.txt", "通知\n2023-07-20\n\n实事求是。\n");
        _tool.Run("index", ".");
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_file_of_an_index_is_shown_part_by_part()
    {
        var run = _tool.Run("inspect", ".textindex/_0.cfs");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("_0.cfs  a compound file", run.Output);
        Assert.Contains("_0_TextIndexColumns_0.tic  columns", run.Output);
        Assert.Contains("first 2023-07-20, last 通知", run.Output);
    }

    [Fact]
    public void Json_holds_the_parts_in_their_file()
    {
        var run = _tool.Run("inspect", ".textindex/_0.cfs", "--format", "json");
        var file = Assert.Single(run.Objects());
        Assert.Equal(["type", "name", "kind", "at", "sizeBytes", "facts", "parts"], file.Names());
        Assert.Equal(("structure", "compound"), (file.Text("type"), file.Text("kind")));
        var columns = file.GetProperty("parts").EnumerateArray().Single(part => part.Text("name") == "_0_TextIndexColumns_0.tic");
        Assert.Equal(1, columns.GetProperty("facts").Number("documents"));
        var text = columns.GetProperty("parts").EnumerateArray().Single(part => part.Text("name") == "body.folded").GetProperty("parts")[0];
        var bytes = File.ReadAllBytes(Path.Combine(_tool.Folder, ".textindex", "_0.cfs"));
        var folded = System.Text.Encoding.Unicode.GetString(bytes, text.Number("at"), text.Number("sizeBytes"));
        Assert.Contains("实事求是", folded);
    }

    [Fact]
    public void One_part_may_be_asked_for()
    {
        var run = _tool.Run("inspect", ".textindex/_0.cfs", "--part", "body.folded");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("body.folded  a column of text", run.Output);
        run = _tool.Run("inspect", ".textindex/_0.cfs", "--part", "none");
        Assert.Equal((2, "--part none: .textindex/_0.cfs has no part of this name; leave the option out to see them all.\n"), (run.Code, run.Error));
    }

    [Fact]
    public void A_commit_tells_its_fingerprint()
    {
        var commit = Assert.Single(_tool.Run("inspect", ".textindex/segments_2", "--format", "json").Objects());
        var said = commit.GetProperty("parts").EnumerateArray().Single(part => part.Text("name") == "userData").GetProperty("facts");
        Assert.StartsWith("textindex-", said.Text("textindex.fingerprint"));
    }

    [Theory]
    [InlineData(".textindex/none.cfs", "there is no such file")]
    [InlineData(".textindex", "is a folder")]
    [InlineData("a.txt", "does not begin as a file of an index does")]
    [InlineData(".textindex/write.lock", "does not begin as a file of an index does")]
    public void What_cannot_be_inspected_is_2_and_says_why(string file, string why)
    {
        var run = _tool.Run("inspect", file);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"{file}: {why}", run.Error);
    }

    [Fact]
    public void A_damaged_file_is_2_and_says_where_what_and_what_to_do()
    {
        var file = Path.Combine(_tool.Folder, ".textindex", "_0.cfs");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        var run = _tool.Run("inspect", ".textindex/_0.cfs");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches("^\\.textindex/_0\\.cfs: checksum [0-9a-f]{8}, expected [0-9a-f]{8}; run `textindex check`", run.Error);
    }
}
