// SPDX-License-Identifier: MIT
using System.Text;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class SegmentCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void One_line_out_for_each_line_in()
    {
        _tool.Input = "学习实事求是的作风\r\n\n我来到北京清华大学";
        Assert.Equal("学习 实事求是 的 作风\n\n我 来到 北京 清华大学\n", _tool.Run("segment").Output);
        Assert.Equal("学习 实事求是 的 作风\n\n我 来到 北京 清华大学\n", _tool.Run("segment", "-").Output);
    }

    [Fact]
    public void Json_spans_are_of_the_whole_text()
    {
        const string Text = "学习实事求是\r\n\n😀我来到北京";
        _tool.Input = Text;
        var lines = _tool.Run("segment", "--format", "json").Objects();
        Assert.Equal(3, lines.Count);
        foreach (var line in lines)
        {
            Assert.Equal(["words"], line.Names());
            foreach (var word in line.GetProperty("words").EnumerateArray())
            {
                Assert.Equal(["text", "span"], word.Names());
                Assert.Equal(word.Text("text"), word.GetProperty("span").At(Text));
            }
        }
    }

    [Fact]
    public void The_word_graph_is_the_model_unless_told_otherwise()
    {
        _tool.Input = "张建邦增长３.5%";
        Assert.Equal("张建邦 增长 ３.5%\n", _tool.Run("segment").Output);
        Assert.Equal("张 建邦 增长 ３ . 5%\n", _tool.Run("segment", "--model", "jieba").Output);
        Assert.Equal("张建邦 增长 ３.5%\n", _tool.Run("segment", "--model", "word-graph").Output);
        Assert.Equal("张建邦/nr 增长/v ３.5%/m\n", _tool.Run("segment", "--model", "word-graph", "--pos").Output);
        _tool.Input = "我来到北京清华大学";
        Assert.Equal("我 来到 北京 清华 华大 大学 清华大学\n", _tool.Run("segment", "--mode", "search").Output);
        Assert.Equal("我 来到 北京 清华 清华大学 华大 大学\n", _tool.Run("segment", "--mode", "full").Output);
        _tool.Input = "张建邦来到杭研";
        Assert.Equal("张建邦 来到 杭研\n", _tool.Run("segment").Output);
        Assert.Equal("张建邦 来到 杭 研\n", _tool.Run("segment", "--no-hmm").Output);
        Assert.Equal("张 建邦 来到 杭 研\n", _tool.Run("segment", "--mode", "full").Output);
    }

    [Fact]
    public void Another_model_is_no_model() =>
        Assert.Equal((2, "--model: expected one of word-graph, jieba, lac, found \"lac2\".\n"), _tool.Run("segment", "--model", "lac2") is var run ? (run.Code, run.Error) : default);

    [Theory]
    [InlineData("word-graph")]
    [InlineData("jieba")]
    public void An_explanation_shows_what_might_have_been_a_word(string model)
    {
        const string Text = "a\n我来到网易杭研";
        _tool.Input = Text;
        var lines = _tool.Run("segment", "--model", model, "--explain", "--format", "json").Objects();
        Assert.Equal(2, lines.Count);
        foreach (var line in lines)
        {
            Assert.Equal(["words", "model", "candidates", "joinedByHmm"], line.Names());
            Assert.Equal(model, line.Text("model"));
            foreach (var candidate in line.GetProperty("candidates").EnumerateArray())
            {
                Assert.Equal(["text", "span", "kind", "weight", "weightAfter", "pathWeight", "chosen"], candidate.Names());
                Assert.Equal(candidate.Text("text"), candidate.GetProperty("span").At(Text));
            }
        }
        Assert.Equal("杭研", lines[1].GetProperty("joinedByHmm")[0].At(Text));
        var shown = _tool.Run("segment", "--model", model, "--explain").Output;
        Assert.Matches(@"(?m)^\* \[1, 3\) .*dictionary +来到$", shown);
        Assert.Matches(@"(?m)^  \[5, 7\) +hmm +杭研$", shown);
    }

    [Fact]
    public void The_modes_are_those_of_jieba()
    {
        _tool.Input = "我来到北京清华大学";
        Assert.Equal("我 来到 北京 清华 清华大学 华大 大学\n", _tool.Run("segment", "--model", "jieba", "--mode", "full").Output);
        Assert.Equal("我 来到 北京 清华 华大 大学 清华大学\n", _tool.Run("segment", "--model", "jieba", "--mode", "search").Output);
        _tool.Input = "他来到了网易杭研大厦";
        Assert.Equal("他 来到 了 网易 杭研 大厦\n", _tool.Run("segment", "--model", "jieba").Output);
        Assert.Equal("他 来到 了 网易 杭 研 大厦\n", _tool.Run("segment", "--model", "jieba", "--no-hmm").Output);
    }

    [Fact]
    public void Words_have_tags_when_asked_for()
    {
        const string Text = "我爱北京\n他来到了网易杭研大厦，3.5%";
        _tool.Input = Text;
        Assert.Equal("我/r 爱/v 北京/ns\n他/r 来到/v 了/ul 网易/n 杭研/nr 大厦/n ，/x 3.5%/m\n", _tool.Run("segment", "--pos").Output);
        foreach (var line in _tool.Run("segment", "--pos", "--format", "json").Objects())
        {
            foreach (var word in line.GetProperty("words").EnumerateArray())
            {
                Assert.Equal(["text", "span", "tag"], word.Names());
                Assert.Equal(word.Text("text"), word.GetProperty("span").At(Text));
            }
        }
        _tool.Write("words.txt", "杭研大厦 5 nt\n");
        Assert.EndsWith(" 杭研大厦/nt ，/x 3.5%/m\n", _tool.Run("segment", "--pos", "--user-dict", "words.txt").Output);
    }

    [Fact]
    public void Words_of_the_users_own_are_words()
    {
        _tool.Write("words.txt", "云计算 5\n创新办 3 i\n");
        _tool.Input = "李小福是创新办主任也是云计算方面的专家";
        var cut = _tool.Run("segment", "--model", "jieba", "--user-dict", "words.txt").Output.Split(' ');
        Assert.Contains("创新办", cut);
        Assert.Contains("云计算", cut);
        _tool.Write("words.txt", "云计算\n创新办\n");
        cut = _tool.Run("segment", "--user-dict", "words.txt").Output.Split(' ');
        Assert.Contains("创新办", cut);
        Assert.Contains("云计算", cut);
    }

    [Fact]
    public void A_file_may_be_in_any_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(Path.Combine(_tool.Folder, "a.txt"), Encoding.GetEncoding("gb18030").GetBytes("我们要学习实事求是的工作作风，为人民服务，密切联系群众。\n"));
        Assert.StartsWith("我们 要 学习 实事求是 的 ", _tool.Run("segment", "a.txt").Output);
    }

    [Fact]
    public void Long_lines_and_many_lines_come_out_whole()
    {
        var random = new Random(7);
        var text = new StringBuilder();
        for (var i = 0; i < 3000; i++) text.Append("学习实事求是 abc，", 0, random.Next(0, 12)).Append(random.Next(3) == 0 ? "\n" : "");
        _tool.Input = text.ToString();
        var run = _tool.Run("segment", "--format", "json");
        var joined = new StringBuilder();
        foreach (var line in run.Objects()) foreach (var word in line.GetProperty("words").EnumerateArray()) joined.Append(word.Text("text"));
        Assert.Equal(text.ToString().Replace("\n", "", StringComparison.Ordinal), joined.ToString());
    }

    [Fact]
    public void The_neural_model_tags_names()
    {
        _tool.Input = "朱治国同志在福建工作\n";
        Assert.Equal("朱治国/PER 同志/n 在/p 福建/LOC 工作/v\n", _tool.Run("segment", "--model", "lac", "--pos").Output);
        _tool.Input = "朱治国同志在福建工作\n";
        Assert.Equal("朱治国 同志 在 福建 工作\n", _tool.Run("segment", "--model", "lac").Output);
        _tool.Input = "在福建\n";
        Assert.Equal("""{"words":[{"text":"在","span":[0,1],"tag":"p"},{"text":"福建","span":[1,3],"tag":"LOC"}]}""" + "\n", _tool.Run("segment", "--model", "lac", "--pos", "--format", "json").Output);
    }

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Equal((2, ".: is a folder; give a file.\n"), _tool.Run("segment", ".") is var run ? (run.Code, run.Error) : default);
}
