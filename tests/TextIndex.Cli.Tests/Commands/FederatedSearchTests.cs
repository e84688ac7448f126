// SPDX-License-Identifier: MIT
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class FederatedSearchTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Several_folders_with_an_index_each_answer_as_one_index_of_all()
    {
        _tool.Write("甲/a.txt", "要实事求是。实事求是不容易。");
        _tool.Write("乙/a.txt", "学习实事求是的作风，要一年一年地坚持下去");
        _tool.Write("丙/sub/b.txt", "作风要过硬");
        string[] folders = ["甲", "乙", "丙"];
        foreach (var folder in folders) Assert.Equal(0, _tool.Run("index", folder).Code);
        Assert.Equal(0, _tool.Run(["index", .. folders, "--index", "全"]).Code);
        foreach (var query in new[] { "实事求是", "实事求是 OR 作风", "学*" })
        {
            foreach (var command in new[] { "search", "kwic" })
            {
                var one = _tool.Run(command, query, "--index", "全", "--format", "json");
                var several = _tool.Run([command, query, .. folders, "--format", "json"]);
                Assert.Equal((0, ""), (several.Code, several.Error));
                Assert.Equal(Lines(one), Lines(several));
            }
        }
        Assert.Equal("甲/a.txt", _tool.Run(["search", "实事求是", .. folders, "--format", "json"]).Objects("hit")[0].Text("path"));

        // A file that has changed is read again, in its own index.
        _tool.Write("丙/sub/b.txt", "作风要更过硬，实事求是", new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(3, _tool.Run(["search", "实事求是", .. folders, "--format", "json"]).Objects("hit").Count);
        Assert.Equal(1, _tool.Run("search", "更过硬", "丙", "--no-refresh", "--count", "--format", "json").Objects("summary")[0].Number("documents"));

        // All but the milliseconds.
        static IEnumerable<string> Lines(ToolRun run) => run.Output.Split('\n').Where(line => !line.Contains("elapsed", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_not_tells_what_is_missing()
    {
        _tool.Write("文/a.txt", "要实事求是，作风要过硬");
        _tool.Write("文/b.txt", "人民有信心");
        var why = _tool.Run("search", "作风 信心", "文", "--why-not", "a.txt");
        Assert.Equal((1, ""), (why.Code, why.Error));
        Assert.Contains("- \"信心\": it stands nowhere in the document; 1 of 2 documents hold it", why.Output);
        var json = Assert.Single(_tool.Run("search", "作风 信心", "文", "--why-not", "b.txt", "--format", "json").Objects("explanation"));
        Assert.Equal(["type", "path", "matches", "score", "clause", "reason", "parts"], json.Names());
        Assert.Equal(["matches", "score", "clause", "reason", "parts"], json.GetProperty("parts")[0].Names());
        Assert.False(json.GetProperty("matches").GetBoolean());
        Assert.Equal(0, _tool.Run("search", "作风", "文", "--why-not", "a.txt").Code);
        var none = _tool.Run("search", "作风", "文", "--why-not", "z.txt");
        Assert.Equal((2, "z.txt: the index holds no document of this path; paths are relative to the folder, as `search` prints them.\n"), (none.Code, none.Error));
    }
}
