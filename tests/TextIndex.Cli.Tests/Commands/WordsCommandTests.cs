// SPDX-License-Identifier: MIT
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class WordsCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    private void WriteEssays()
    {
        string[] before = ["我们学习", "他认为", "今天看到", "大家谈", "为了", "各地推广", "重视", "完善", "这就是", "记住"];
        string[] behind = ["很有用", "已经十年", "是好办法", "的历史", "和教育", "需要研究", "在学校", "怎么样", "有新发展", "来自群众"];
        for (var i = 0; i < 10; i++)
            _tool.Write($"essays/{i}.txt", $"第{i}天\n\n{before[i]}枫桥经验{behind[i]}。{before[(i + 3) % 10]}清廉学校{behind[(i + 7) % 10]}。第{i}页，共十页。\n");
    }

    [Fact]
    public void What_is_printed_is_a_user_dictionary()
    {
        WriteEssays();
        var run = _tool.Run("words", "essays");
        Assert.Equal(0, run.Code);
        Assert.Equal(["枫桥经验", "清廉学校"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        _tool.Write("words.txt", run.Output);
        _tool.Input = "谈枫桥经验";
        Assert.Equal("谈 枫桥经验\n", _tool.Run("segment", "--user-dict", "words.txt", "--model", "word-graph").Output);
        Assert.Equal(1, _tool.Run("words", "essays", "--user-dict", "words.txt").Code);
        Assert.Equal(0, _tool.Run("index", "essays", "--user-dict", "words.txt").Code);
        Assert.Equal(0, _tool.Run("search", "枫桥经验", "essays").Code);
    }

    [Fact]
    public void Json_tells_the_figures_and_a_place()
    {
        WriteEssays();
        var lines = _tool.Run("words", "essays", "--limit", "1", "--format", "json").Objects();
        Assert.Equal(2, lines.Count);
        Assert.Equal(["type", "text", "count", "documents", "score", "cohesion", "leftFreedom", "rightFreedom", "path", "span"], lines[0].Names());
        Assert.Equal(10, lines[0].GetProperty("documents").GetInt32());
        var text = File.ReadAllText(Path.Combine(_tool.Folder, "essays", lines[0].Text("path")));
        Assert.Equal(lines[0].Text("text"), lines[0].GetProperty("span").At(text));
        Assert.Equal(["type", "shown", "readDocuments", "elapsedMilliseconds"], lines[1].Names());
        Assert.Equal(10, lines[1].GetProperty("readDocuments").GetInt32());
    }

    [Fact]
    public void A_limit_below_the_least_is_told()
    {
        WriteEssays();
        Assert.Equal(2, _tool.Run("words", "essays", "--min-documents", "0").Code);
        Assert.Equal(2, _tool.Run("words", "none").Code);
        Assert.Equal(1, _tool.Run("words", "essays", "--min-documents", "11").Code);
    }

    [Fact]
    public void A_line_of_a_user_dictionary_that_cannot_be_followed_is_named_with_its_file()
    {
        _tool.Write("words.txt", "枫桥经验\n@spilt 中 将\n");
        _tool.Input = "中将";
        var run = _tool.Run("segment", "--user-dict", "words.txt");
        Assert.Equal(2, run.Code);
        Assert.Contains("words.txt:2: expected @join, @split, @remove or @word", run.Error);
        _tool.Write("words.txt", "@split 中 将\n@join 人工智能 2.0\n“两个维护”");
        _tool.Input = "中将谈人工智能 2.0和“两个维护”";
        foreach (var model in new[] { "jieba", "word-graph" })
            Assert.Equal("中 将 谈 人工智能 2.0 和 “两个维护”\n", _tool.Run("segment", "--user-dict", "words.txt", "--model", model).Output);
    }
}
