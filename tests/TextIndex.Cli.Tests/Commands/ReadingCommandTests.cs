// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Cli.Terminal;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class ReadingCommandTests : IDisposable
{
    private const string Text =
        "向林远山同志学习\n2023-07-20\n\n　　省委办公厅印发《关于开展学习活动的通知》。\n\n一、胸怀信念志高远，永葆忠诚跟党走。林远山同志告诫大家：“做人要实，干工作更要‘务实’。”要学习他信念如磐、对党忠诚的政治品格。\n\n二、坚守公道身先行，秉持原则严律己。他常说：“公道自在人心。”\n\n（一）深入一线。下到乡镇去。\n";

    private readonly Tool _tool = new();

    public ReadingCommandTests()
    {
        _tool.Write("学习 材料/a.txt", Text);
        _tool.Write("学习 材料/sub/b.txt", "天气很好。\n");
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Read_has_the_fields_of_the_contract_in_their_order()
    {
        var run = _tool.Run("read", "学习 材料/a.txt", "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var read = Assert.Single(run.Objects());
        Assert.Equal(
            ["file", "text", "headings", "quotes", "titles", "unquoted", "figures", "dates", "entities", "pronouns", "qualities", "exhortations", "calls", "parallelism", "allusions", "sectionStructure", "themes"], read.Names());
        Assert.Equal(("学习 材料/a.txt", Text), (read.Text("file"), read.Text("text")));
        foreach (var list in new[] { "entities", "pronouns", "qualities", "exhortations" })
            Assert.NotEqual(0, read.GetProperty(list).GetArrayLength());
    }

    [Fact]
    public void Every_span_shows_its_text() => EverySpanShowsItsText(_tool.Run("read", "学习 材料/a.txt", "--format", "json").Objects()[0]);

    [Fact]
    public void Every_span_of_the_seed_shows_its_text()
    {
        foreach (var file in Directory.GetFiles(Repository.File("seeds"), "*.txt"))
            EverySpanShowsItsText(_tool.Run("read", file, "--format", "json").Objects()[0]);
    }

    private static void EverySpanShowsItsText(JsonElement read)
    {
        var text = read.Text("text");
        foreach (var heading in read.GetProperty("headings").EnumerateArray())
        {
            Assert.Equal(heading.Text("marker"), heading.GetProperty("markerSpan").At(text));
            Assert.Equal(heading.GetProperty("text").GetString() ?? "", heading.GetProperty("span").At(text));
            if (heading.GetProperty("couplet").ValueKind == JsonValueKind.Null) continue;
            foreach (var half in new[] { "a", "b" })
                Assert.Equal(heading.GetProperty("couplet").GetProperty(half).Text("text"), heading.GetProperty("couplet").GetProperty(half).GetProperty("span").At(text));
        }
        foreach (var quote in read.GetProperty("quotes").EnumerateArray())
        {
            Assert.Equal(
                ["id", "form", "span", "contentSpan", "text", "class", "speaker", "cue", "attribution", "rule", "confidence", "nesting", "parent", "segments"],
                quote.Names().Where(name => name != "unclosed"));
            Assert.Equal(quote.Text("text"), quote.GetProperty("contentSpan").At(text));
            if (quote.GetProperty("speaker").ValueKind != JsonValueKind.Null)
                Assert.Equal(quote.GetProperty("speaker").Text("mention"), quote.GetProperty("speaker").GetProperty("mentionSpan").At(text));
            if (quote.GetProperty("cue").ValueKind != JsonValueKind.Null)
                Assert.Equal(quote.GetProperty("cue").Text("text"), quote.GetProperty("cue").GetProperty("span").At(text));
            Assert.NotEqual(0, quote.GetProperty("segments").GetArrayLength());
        }
        foreach (var title in read.GetProperty("titles").EnumerateArray()) Assert.Equal(title.Text("text"), title.GetProperty("contentSpan").At(text));
        foreach (var list in new[] { "figures", "dates", "allusions", "pronouns", "qualities", "exhortations" })
            foreach (var one in read.GetProperty(list).EnumerateArray()) Assert.Equal(one.Text("text"), one.GetProperty("span").At(text));
        var themes = read.GetProperty("themes");
        Assert.Equal(["document", "sections"], themes.Names());
        Assert.Equal(["topic", "keyphrases"], themes.GetProperty("document").Names());
        foreach (var part in themes.GetProperty("sections").EnumerateArray().Append(themes.GetProperty("document")))
        {
            foreach (var phrase in part.GetProperty("keyphrases").EnumerateArray())
            {
                Assert.Equal(["text", "score", "spans", "why"], phrase.Names());
                Assert.Contains(phrase.GetProperty("spans").EnumerateArray(), span => span.At(text) == phrase.Text("text"));
                Assert.NotEqual("", phrase.Text("why"));
            }
        }
    }

    [Theory]
    [InlineData("outline", "headings")]
    [InlineData("quotes", "quotes")]
    [InlineData("themes", "themes")]
    [InlineData("figures", "figures,dates")]
    [InlineData("names", "entities,pronouns")]
    public void A_part_is_the_same_as_in_read(string command, string field)
    {
        var whole = _tool.Run("read", "学习 材料/a.txt", "--format", "json").Objects()[0];
        var part = Assert.Single(_tool.Run(command, "学习 材料/a.txt", "--format", "json").Objects());
        var fields = field.Split(',');
        Assert.Equal(["file", .. fields], part.Names());
        foreach (var name in fields) Assert.Equal(whole.GetProperty(name).GetRawText(), part.GetProperty(name).GetRawText());
    }

    [Theory]
    [InlineData("read")]
    [InlineData("names")]
    public void The_model_finds_names_that_rules_do_not_and_can_be_left_out(string command)
    {
        _tool.Write("c.txt", "来自北京的陶玉屏很开心。\n");
        string[] People(params string[] options) =>
            [.. _tool.Run([command, "c.txt", "--format", "json", .. options]).Objects()[0].GetProperty("entities").EnumerateArray().Select(entity => entity.Text("type") + " " + entity.Text("canonical"))];
        Assert.Equal(["PER 陶玉屏", "LOC 北京"], People());
        Assert.DoesNotContain("PER 陶玉屏", People("--no-model"));
    }

    [Fact]
    public void A_command_that_reads_no_names_has_no_model_to_leave_out() => Assert.Equal(2, _tool.Run("outline", "学习 材料/a.txt", "--no-model").Code);

    [Fact]
    public void A_folder_is_walked_and_paths_are_relative_to_it()
    {
        var files = _tool.Run("outline", "学习 材料", "--format", "json").Objects().Select(read => read.Text("file"));
        Assert.Equal(["a.txt", "sub/b.txt"], files);
        Assert.Equal(2, _tool.Run("read", "学习 材料", "--format", "json").Objects().Count);
    }

    [Theory]
    [InlineData("outline", 1)]
    [InlineData("quotes", 1)]
    [InlineData("read", 0)]
    public void Nothing_found_is_1_but_a_reading_is_0(string command, int code)
    {
        Assert.Equal(code, _tool.Run(command, "学习 材料/sub/b.txt").Code);
        Assert.Equal(code, _tool.Run(command, "学习 材料/sub/b.txt", "--format", "json").Code);
    }

    [Fact]
    public void A_missing_file_is_2_before_anything_is_read()
    {
        var run = _tool.Run("read", "学习 材料/a.txt", "nowhere.txt");
        Assert.Equal((2, "", "nowhere.txt: there is no such file or folder; check the name.\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void Text_shows_tree_speakers_and_reasons()
    {
        Assert.Contains("  一、胸怀信念志高远，永葆忠诚跟党走  couplet 7 + 7\n", _tool.Run("outline", "学习 材料/a.txt").Output);
        Assert.Contains("    （一）深入一线\n", _tool.Run("outline", "学习 材料/a.txt").Output);
        var quotes = _tool.Run("quotes", "学习 材料/a.txt").Output;
        Assert.Contains("speech  林远山", quotes);
        Assert.Contains("cue 告诫", quotes);
        Assert.Matches("对党忠诚 +[0-9.]+  quality", _tool.Run("themes", "学习 材料/a.txt").Output);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("outline")]
    [InlineData("quotes")]
    [InlineData("themes")]
    public void Text_fits_the_terminal(string command)
    {
        (_tool.OutputIsTerminal, _tool.Columns) = (true, 60);
        foreach (var line in _tool.Run(command, "学习 材料", "--color", "never").Output.Split('\n'))
            Assert.True(DisplayWidth.Of(line) <= 60, line);
    }
}
