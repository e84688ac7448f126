// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Documents;

public class DocumentReaderTests
{
    private const string Long = "那年春天，县里派来了一支工作队，队长是个四十出头的女同志，说话不紧不慢，走路却快得很，大家都说跟不上她的脚步。";

    [Fact]
    public void Front_matter_states_title_date_author_and_source_and_is_not_body()
    {
        var document = DocumentReader.Read("a.md", "---\ntitle: \"学习的方法\"\ndate: 2023-07-20\nauthor: 林知远\n来源: 青禾日报\ntags:\n  - 学习\n---\n\n正文在此。\n");
        Assert.Equal("学习的方法", document.Title);
        Assert.Equal(new DateOnly(2023, 7, 20), document.Date);
        Assert.Equal(("林知远", "青禾日报"), (document.Author, document.Source));
        Assert.Equal("\n正文在此。\n", document.BodySpan.In(document.Text));
        Assert.Equal(["正文在此。"], Paragraphs(document));
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("标题")]
    [InlineData("題目")]
    [InlineData("Title")]
    [InlineData("题目 ")]
    public void The_title_key_has_several_spellings(string key) =>
        Assert.Equal("调研报告：从实际出发", DocumentReader.Read("a", $"---\r\n{key}：调研报告：从实际出发\r\n---\r\n正文。").Title);

    [Fact]
    public void A_front_matter_that_is_not_closed_is_text_and_is_told()
    {
        var document = DocumentReader.Read("a", "---\ntitle: 学习\n\n正文没有结束的横线。\n");
        Assert.Equal(new TextSpan(0, document.Text.Length), document.BodySpan);
        Assert.Equal("", document.Title);
        Assert.Equal("front matter: no closing line ---; read as text.", Assert.Single(document.Diagnostics).Message);
    }

    [Theory]
    [InlineData("---\n这是一条横线，不是文前信息。\n---\n正文。")]
    [InlineData("---\n\n---\n正文。")]
    [InlineData("------\ntitle: x\n---\n")]
    [InlineData("正文。\n---\ntitle: x\n---\n")]
    public void A_rule_is_no_front_matter(string text)
    {
        var document = DocumentReader.Read("a", text);
        Assert.Equal((0, ""), (document.BodySpan.Start, document.Title));
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("学习的方法\n\n要坚持实事求是。", "学习的方法")]
    [InlineData("学习的方法\n　　要坚持实事求是。", "学习的方法")]
    [InlineData("　　　学习的方法　\n　　要坚持实事求是。", "学习的方法")]
    [InlineData("# 学习的方法 #\n要坚持实事求是。", "学习的方法")]
    [InlineData("学习的方法\n" + Long, "学习的方法")]
    [InlineData("学习的方法\n——在全县大会上的讲话\n要坚持实事求是。", "学习的方法")]
    [InlineData("\n\n“小账本”里的“大文章”\n2023年7月20日\n要坚持实事求是。", "“小账本”里的“大文章”")]
    [InlineData("2023年7月20日\n学习的方法\n\n要坚持实事求是。", "学习的方法")]
    [InlineData("青禾县节水条例\n第一章 总则\n第一条 为了节水，制定本条例。", "青禾县节水条例")]
    [InlineData("学习的方法\n一、要坚持\n要坚持实事求是。", "学习的方法")]
    [InlineData("序　言\n\n要坚持实事求是。", "")]
    [InlineData("——在全县大会上的讲话\n\n要坚持实事求是。", "")]
    [InlineData("学\n\n要坚持实事求是。", "")]
    [InlineData("学习的方法", "")]
    [InlineData("学习的方法\n\n", "")]
    [InlineData("学习的方法\n别的方法\n还有方法", "")]
    [InlineData("要坚持实事求是。\n\n下一段。", "")]
    [InlineData("同志们：\n\n今天开会。", "")]
    [InlineData("一、坚持学习\n\n要坚持实事求是。", "")]
    [InlineData("（一）坚持学习\n\n要坚持实事求是。", "")]
    [InlineData("- 坚持学习\n\n要坚持实事求是。", "")]
    [InlineData(Long + "\n\n要坚持实事求是。", "")]
    [InlineData("床前明月光，\n\n疑是地上霜。", "")]
    public void Finds_the_title_in_the_first_lines(string text, string title)
    {
        var document = DocumentReader.Read("a", text);
        Assert.Equal(title, document.Title);
        Assert.True(document.BodySpan.Contains(document.TitleSpan) || title.Length == 0);
    }

    [Theory]
    [InlineData("作者：林知远　来源：青禾日报　2023-07-20 08:30", "林知远", "青禾日报", true)]
    [InlineData("来源： 青禾日报 | 发布时间：2023年7月20日 | 作者： 林知远", "林知远", "青禾日报", true)]
    [InlineData("（2023年7月20日）", "", "", true)]
    [InlineData("二〇二三年七月二十日", "", "", true)]
    [InlineData("２０２３年７月２０日 星期四", "", "", true)]
    [InlineData("本报记者 林知远", "林知远", "", false)]
    [InlineData("文/林知远", "林知远", "", false)]
    [InlineData("記者：林知遠\n\n來源：青禾日報\n日期：2023/7/20", "林知遠", "青禾日報", true)]
    [InlineData("时间：2023年夏天", "", "", false)]
    [InlineData("2023年2月30日", "", "", false)]
    public void Lines_after_the_title_state_author_source_and_date(string lines, string author, string source, bool dated)
    {
        var document = DocumentReader.Read("a", $"学习的方法\n{lines}\n\n要坚持实事求是。");
        Assert.Equal(("学习的方法", author, source), (document.Title, document.Author, document.Source));
        Assert.Equal(dated ? new DateOnly(2023, 7, 20) : null, document.Date);
        Assert.Equal("要坚持实事求是。", Paragraphs(document)[^1]);
    }

    [Theory]
    [InlineData("记者：您好，请问您是什么时候来的？")]
    [InlineData("2023年7月20日，县里召开会议。")]
    [InlineData("时间过得真快，转眼就是三年。")]
    [InlineData("来源：这一条水的来源要从山上说起，一直说到山下。")]
    public void A_line_of_the_text_is_no_statement_about_it(string line)
    {
        var document = DocumentReader.Read("a", $"学习的方法\n\n{line}\n2020年1月1日\n");
        Assert.Equal(("", "", null), (document.Author, document.Source, document.Date));
    }

    [Fact]
    public void Each_line_is_a_paragraph_without_its_indent()
    {
        var text = "　　第一段在此。\r\n　　第二段没有句号\r\n　　第三段。  \r\n\r\n第四段。";
        Assert.Equal(["第一段在此。", "第二段没有句号", "第三段。", "第四段。"], Paragraphs(DocumentReader.Read("a", text)));
    }

    [Fact]
    public void Hand_wrapped_lines_are_one_paragraph()
    {
        const string text =
            "学习要有恒心，读书要有耐心，做事要有\n"
            + "细心。一个人要是三天打鱼、两天晒网，\n"
            + "那么再好的方法也帮不了他。\n"
            + "　　第二段从这里开始，也是一行一行断\n"
            + "开的，直到这里为止。\n"
            + "\n"
            + "一、这是一个标题，它后面的行也是断开的\n"
            + "（一）这一行是新的一条，不是上一行的\n"
            + "下半截。\n";
        Assert.Equal(
            [
                "学习要有恒心，读书要有耐心，做事要有\n细心。一个人要是三天打鱼、两天晒网，\n那么再好的方法也帮不了他。",
                "第二段从这里开始，也是一行一行断\n开的，直到这里为止。",
                "一、这是一个标题，它后面的行也是断开的",
                "（一）这一行是新的一条，不是上一行的\n下半截。",
            ],
            Paragraphs(DocumentReader.Read("a", text)));
    }

    [Fact]
    public void A_full_line_of_a_wrapped_text_may_end_a_sentence()
    {
        const string text =
            "我今年八十九岁，十四岁上船，在河上跑了\n"
            + "四十六年。你们要我讲讲过去的事，我说：\n"
            + "“好。”这一讲就讲到了半夜，大家都听住\n"
            + "了，谁也不肯走，灯油添了一回又是一回，\n"
            + "直到天亮。\n";
        Assert.Single(DocumentReader.Read("a", text).Paragraphs);
    }

    [Fact]
    public void Couplets_of_equal_width_stay_lines() =>
        Assert.Equal(4, DocumentReader.Read("a", "一碗清汤照月明，半勺葱花慰远行。\n莫道小店无风景，此间最暖是人情。\n长灯照到三更后，旧友相逢一笑中。\n若问明朝何处去，青山依旧在江东。").Paragraphs.Count);

    [Fact]
    public void Verse_and_lists_of_short_lines_are_not_joined() =>
        Assert.Equal(["春眠不觉晓", "处处闻啼鸟", "夜来风雨声", "花落知多少"], Paragraphs(DocumentReader.Read("a", "春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少")));

    [Fact]
    public void Damage_is_told_by_the_document()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("学习的方法"), 0xFF, .. Encoding.UTF8.GetBytes("很重要。")];
        var document = DocumentReader.Read("a", bytes);
        Assert.Equal("utf-8", document.EncodingName);
        Assert.Equal(new TextSpan(5, 1), Assert.Single(document.Diagnostics).Span);
    }

    [GoldFact]
    public void The_seed_has_the_six_paragraphs_of_the_gold()
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Gold, "seed_gold.json")));
        var expected = gold.RootElement.GetProperty("paragraphs").EnumerateArray()
            .Select(p => TextSpan.FromBounds(p.GetProperty("span")[0].GetInt32(), p.GetProperty("span")[1].GetInt32()));
        var path = Repository.File(gold.RootElement.GetProperty("source").GetProperty("file").GetString()!);
        var document = DocumentReader.Read("seed", File.ReadAllBytes(path));
        Assert.Equal(expected, document.Paragraphs);
        Assert.Equal((0, null), (document.TitleSpan.Length, document.Date));
    }

    [Fact]
    public void Nasty_texts_are_read_and_every_span_is_inside()
    {
        const int seed = 11;
        var random = new Random(seed);
        string[] heads = ["", "---\n", "---\ntitle: ", "# ", "作者：", "2023年7月20日", "（", "记者 ", "来源：\n", "第", "二〇二三年", "文/", "\uFEFF---\ndate: 2023-1-1\n---\n"];
        for (var draw = 0; draw < 3000; draw++)
        {
            var text = heads[random.Next(heads.Length)] + RandomText.Next(random, random.Next(40)) + heads[random.Next(heads.Length)] + RandomText.Next(random, 10);
            var document = DocumentReader.Read("a", text);
            var end = document.BodySpan.Start;
            foreach (var paragraph in document.Paragraphs)
            {
                Assert.True(paragraph.Start >= end && paragraph.Length > 0 && document.BodySpan.Contains(paragraph), $"seed {seed}, draw {draw}");
                Assert.Equal(paragraph.In(text).Trim(), paragraph.In(text));
                end = paragraph.End;
            }
            Assert.Equal(text, document.Text);
            Assert.NotNull(document.Title);
        }
    }

    private static string[] Paragraphs(Document document) => [.. document.Paragraphs.Select(p => p.In(document.Text))];
}
