// SPDX-License-Identifier: MIT
using System.Text.Json;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class SearchCommandTests : IDisposable
{
    private const string Speech = "在水利工作会议上的讲话\n2023-07-20\n\n同志们，做人要实事求是，做事也要实事求是。\n\n我们要为人民服务。\n";
    private const string Essay = "学习体会\n\n　　學習要結合實際，反对形式主义。\n";
    private readonly Tool _tool = new();

    public SearchCommandTests()
    {
        _tool.Write("学习 材料/讲话.txt", Speech);
        _tool.Write("学习 材料/sub/体会.txt", Essay);
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Json_has_the_fields_of_the_contract_and_every_span_shows_its_text()
    {
        var run = _tool.Run("search", "实事求是", "学习 材料", "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var hit = Assert.Single(run.Objects("hit"));
        Assert.Equal(["type", "path", "title", "date", "score", "snippet", "matches", "truncated"], hit.Names());
        Assert.Equal(["text", "span", "highlights"], hit.GetProperty("snippet").Names());
        Assert.Equal(("讲话.txt", "在水利工作会议上的讲话", "2023-07-20"), (hit.Text("path"), hit.Text("title"), hit.Text("date")));
        Assert.Equal(hit.GetProperty("snippet").Text("text"), hit.GetProperty("snippet").GetProperty("span").At(Speech));
        Assert.Equal(["实事求是", "实事求是"], hit.GetProperty("matches").EnumerateArray().Select(span => span.At(Speech)));
        Assert.All(hit.GetProperty("snippet").GetProperty("highlights").EnumerateArray(), span => Assert.Equal("实事求是", span.At(Speech)));
        Assert.False(hit.GetProperty("truncated").GetBoolean());

        var summary = run.Objects()[^1];
        Assert.Equal(["type", "total", "shown", "elapsedMilliseconds", "indexedDocuments"], summary.Names());
        Assert.Equal((1, 1, 2), (summary.Number("total"), summary.Number("shown"), summary.Number("indexedDocuments")));
    }

    [Fact]
    public void Json_is_one_object_a_line_with_chinese_as_itself()
    {
        var output = _tool.Run("search", "实事求是", "学习 材料", "--format", "json").Output;
        Assert.Contains("\"text\":\"", output);
        Assert.Contains("实事求是", output);
        Assert.DoesNotContain("\\u", output.Replace("\\u3000", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', output);
        Assert.DoesNotContain('\uFEFF', output);
        Assert.EndsWith("}\n", output);
    }

    [Fact]
    public void A_path_is_relative_to_the_folder_with_slashes_and_no_date_is_null()
    {
        var hit = Assert.Single(_tool.Run("search", "学习", "学习 材料", "--format", "json").Objects("hit"));
        Assert.Equal("sub/体会.txt", hit.Text("path"));
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("date").ValueKind);
    }

    [Fact]
    public void Nothing_found_is_1_with_a_summary()
    {
        var run = _tool.Run("search", "\"没有的词\"", "学习 材料", "--format", "json");
        Assert.Equal(1, run.Code);
        Assert.Equal(0, Assert.Single(run.Objects()).Number("total"));
        Assert.Equal(1, _tool.Run("search", "\"没有的词\"", "学习 材料", "--count").Code);
    }

    [Fact]
    public void Where_no_document_holds_all_the_words_those_with_some_are_told()
    {
        var run = _tool.Run("search", "做人要实事求是，做官要清廉", "学习 材料");
        Assert.Equal(1, run.Code);
        Assert.Contains("2 documents hold some of them: --any-word shows them", run.Error);
        Assert.Equal("", _tool.Run("search", "没有的词语", "学习 材料", "--literal").Error);
        Assert.Equal("", _tool.Run("search", "做人要实事求是，做官要清廉", "学习 材料", "--quiet").Error);
        Assert.Equal("", _tool.Run("search", "做人要实事求是，做官要清廉", "学习 材料", "--format", "json").Error);
    }

    [Fact]
    public void An_empty_folder_holds_nothing_and_that_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "empty"));
        var run = _tool.Run("search", "学习", "empty");
        Assert.Equal(1, run.Code);
        Assert.Contains("holds no text files", run.Error);
    }

    [Fact]
    public void Count_tells_documents_and_occurrences()
    {
        var summary = Assert.Single(_tool.Run("search", "实事求是", "学习 材料", "--count", "--format", "json").Objects());
        Assert.Equal("{\"type\":\"summary\",\"documents\":1,\"occurrences\":2}", summary.GetRawText());
        Assert.Equal("2 occurrences in 1 document\n", _tool.Run("search", "实事求是", "学习 材料", "--count").Output);
    }

    [Fact]
    public void Limit_and_offset_page_and_0_is_all()
    {
        for (var i = 0; i < 15; i++) _tool.Write($"many/{i:00}.txt", "实事求是。\n");
        Assert.Equal(10, _tool.Run("search", "实事求是", "many", "--format", "json").Objects("hit").Count);
        Assert.Equal(15, _tool.Run("search", "实事求是", "many", "--limit", "0", "--format", "json").Objects("hit").Count);
        var page = _tool.Run("search", "实事求是", "many", "--sort", "path", "--limit", "2", "--offset", "5", "--format", "json");
        Assert.Equal(["05.txt", "06.txt"], page.Objects("hit").Select(hit => hit.Text("path")));
        Assert.Equal((15, 2), (page.Objects()[^1].Number("total"), page.Objects()[^1].Number("shown")));
    }

    [Fact]
    public void Matches_are_capped_told_and_the_cap_can_be_lifted()
    {
        _tool.Write("long/a.txt", string.Concat(Enumerable.Repeat("实事求是，", 120)));
        var capped = _tool.Run("search", "实事求是", "long", "--format", "json").Objects("hit")[0];
        Assert.Equal((100, true), (capped.GetProperty("matches").GetArrayLength(), capped.GetProperty("truncated").GetBoolean()));
        var all = _tool.Run("search", "实事求是", "long", "--matches", "0", "--format", "json").Objects("hit")[0];
        Assert.Equal((120, false), (all.GetProperty("matches").GetArrayLength(), all.GetProperty("truncated").GetBoolean()));
    }

    [Theory]
    [InlineData("2023", "2023", 1)]
    [InlineData("2023-08", null, 0)]
    [InlineData(null, "2023-07", 1)]
    [InlineData(null, "2023-07-19", 0)]
    public void Dates_take_in_the_whole_month_or_year(string? from, string? to, int found)
    {
        List<string> arguments = ["search", "实事求是", "学习 材料", "--format", "json"];
        if (from is not null) arguments.AddRange(["--from", from]);
        if (to is not null) arguments.AddRange(["--to", to]);
        Assert.Equal(found, _tool.Run([.. arguments]).Objects("hit").Count);
    }

    [Fact]
    public void Text_shows_title_place_and_passage_and_no_colour_in_a_pipe()
    {
        var run = _tool.Run("search", "实事求是", "学习 材料");
        Assert.DoesNotContain('\e', run.Output);
        Assert.Contains("1.  在水利工作会议上的讲话\n", run.Output);
        Assert.Contains("讲话.txt  2023-07-20", run.Output);
        Assert.Contains("做人要«实事求是»，", run.Output);
        Assert.Contains("1 document found among 2 (", run.Output);
    }

    [Fact]
    public void Colour_is_for_terminals_and_can_be_forced_and_refused()
    {
        _tool.OutputIsTerminal = true;
        Assert.Contains("\e[1;31m实事求是\e[0m", _tool.Run("search", "实事求是", "学习 材料").Output);
        Assert.DoesNotContain('\e', _tool.Run("search", "实事求是", "学习 材料", "--color", "never").Output);
        Assert.DoesNotContain('\e', _tool.Run("search", "实事求是", "学习 材料", "--format", "json").Output);
        _tool.Variables["NO_COLOR"] = "1";
        Assert.DoesNotContain('\e', _tool.Run("search", "实事求是", "学习 材料").Output);
        _tool.OutputIsTerminal = false;
        Assert.Contains('\e', _tool.Run("search", "实事求是", "学习 材料", "--color", "always").Output);
    }

    [Fact]
    public void Text_fits_the_terminal()
    {
        _tool.Write("long/a.txt", string.Concat(Enumerable.Repeat("在这样长的一句话里面，要坚持 objective truth 和“实事求是”的原则，", 9)) + "。\n");
        _tool.OutputIsTerminal = true;
        foreach (var columns in new[] { 40, 80, 120 })
        {
            _tool.Columns = columns;
            foreach (var line in _tool.Run("search", "实事求是", "long", "--color", "never").Output.Split('\n'))
                Assert.True(Cli.Terminal.DisplayWidth.Of(line) <= columns, $"{columns}: {line}");
        }
    }

    [Fact]
    public void A_document_cannot_speak_to_the_terminal()
    {
        _tool.Write("bad/a.txt", "标题\e]0;pwned\a\n\n实事\e[2J求是，实事求是\e[31m。\n");
        _tool.OutputIsTerminal = true;
        var output = _tool.Run("search", "实事求是", "bad", "--color", "never").Output;
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\a', output);
    }

    [Fact]
    public void Progress_is_for_terminals_and_quiet_silences_notices()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "empty"));
        Assert.NotEqual("", _tool.Run("search", "学习", "empty").Error);
        Assert.Equal("", _tool.Run("search", "学习", "empty", "--quiet").Error);
        Assert.Equal("", _tool.Run("search", "学习", "学习 材料").Error);
        Assert.NotEqual("", _tool.Run("search", "“", "学习 材料", "--quiet").Error);
    }
}
