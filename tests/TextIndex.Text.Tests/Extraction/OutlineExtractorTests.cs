// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Text;
using TextIndex.Extraction.Outlines;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class OutlineExtractorTests
{
    [Fact]
    public void A_run_in_couplet_keeps_every_span()
    {
        const string Text = "引言。\n　　一、立足岗位勤学习，扎根基层办实事。正文第一句。正文第二句。\n二、收尾\n结束语。\n";
        var headings = Read(Text);
        Assert.Equal(2, headings.Count);
        var h = headings[0];
        Assert.Equal((1, 1, HeadingStyle.CjkDunhao, HeadingForm.RunIn, "一、", "立足岗位勤学习，扎根基层办实事", "。"), (h.Level, h.Ordinal, h.Style, h.Form, h.Marker, h.Text, h.Terminator));
        Assert.Equal("正文第一句。正文第二句。", h.BodySpan.In(Text));
        Assert.StartsWith("一、", h.SectionSpan.In(Text), StringComparison.Ordinal);
        Assert.EndsWith("第二句。", h.SectionSpan.In(Text), StringComparison.Ordinal);
        Assert.Equal(("立足岗位勤学习", "扎根基层办实事", 7), (h.Couplet!.First, h.Couplet.Second, h.Couplet.Syllables));
        Assert.Equal(h.Couplet.Second, h.Couplet.SecondSpan.In(Text));
        Assert.Equal((HeadingForm.Line, "收尾", "", "结束语。"), (headings[1].Form, headings[1].Text, headings[1].Terminator, headings[1].BodySpan.In(Text)));
    }

    [Theory]
    [InlineData("一、总则\n（一）目标\n1.任务\n（1）分工\n①名单\n（二）步骤\n二、附则", "1 2 3 4 5 2 1")]
    [InlineData("（一）目标\n1、甲\n2、乙\n（二）步骤\n1、丙", "1 2 2 1 2")]
    [InlineData("第一章 总则\n第一条 为了工作，制定本规定。\n第二条 本规定适用于全体人员。\n第二章 分则\n第三条 大家遵守。", "1 2 2 1 2")]
    [InlineData("## 背景\n### 一、起因\n### 二、经过\n## 结果", "1 2 2 1")]
    [InlineData("1. 甲\n1、乙\n2、丙\n2. 丁", "1 2 2 1")]
    [InlineData("1. 甲\n2、乙\n3. 丙", "1 1 1")]
    public void Levels_are_those_of_the_document(string text, string levels) =>
        Assert.Equal(levels, string.Join(' ', Read(text).Select(h => h.Level)));

    [Theory]
    [InlineData("五、六月间，我们走遍了各村。")]
    [InlineData("十一、十二月工作安排如下。")]
    [InlineData("3、4个人一组。")]
    [InlineData("2023.5.1 放假。")]
    [InlineData("1.5万人参加。")]
    [InlineData("2023年，工作开始。")]
    [InlineData("第一条路走不通，就走第二条路。")]
    [InlineData("第三节车厢里坐满了人，大家有说有笑地看着窗外。")]
    [InlineData("一是一，二是二，不能含糊。")]
    [InlineData("首先，感谢各位的到来。")]
    [InlineData("他说一、二、三，大家一起用力。")]
    [InlineData("一心一意谋发展。")]
    [InlineData("（一）项规定的情形除外。")]
    public void What_only_looks_numbered_is_no_heading(string text) => Assert.Empty(Read("开头的话。\n" + text + "\n结尾的话。"));

    [Fact]
    public void A_cross_reference_at_a_line_break_is_no_heading()
    {
        const string Text = "处理办法见\n（一）的说明，\n（二）的图表。";
        var document = new TextIndex.Documents.Document("a", Text) { Paragraphs = [new(0, Text.Length)] };
        Assert.Empty(OutlineExtractor.Extract(document).Headings);
    }

    [Fact]
    public void A_gap_keeps_the_heading_and_says_so()
    {
        var headings = Read("一、甲\n二、乙\n四、丁");
        Assert.Equal([false, false, true], headings.Select(h => h.Gap));
        Assert.Equal([1, 2, 4], headings.Select(h => h.Ordinal));
    }

    [Fact]
    public void Numbers_may_begin_anew_in_every_section() =>
        Assert.DoesNotContain(Read("一、甲\n1.子\n2.丑\n二、乙\n1.寅\n2.卯"), h => h.Gap);

    [Fact]
    public void A_numbered_paragraph_without_heading_has_no_text()
    {
        const string Text = "1. 各单位要高度重视安全生产工作，层层压实责任，逐级签订责任书，定期开展隐患排查，并于每月月底之前将排查的结果上报备案；逾期不报的予以通报。";
        var heading = Assert.Single(Read(Text));
        Assert.Equal("", heading.Text);
        Assert.Equal(Text[3..], heading.BodySpan.In(Text));
    }

    [Fact]
    public void Lines_that_enumerate_are_headings_below_their_section()
    {
        var headings = Read("一、措施\n一是抓学习。每周一次。\n二是抓作风。每月一评。\n二、要求");
        Assert.Equal([(1, 1), (2, 1), (2, 2), (1, 2)], headings.Select(h => (h.Level, h.Ordinal)));
        Assert.Equal(HeadingStyle.EnumShi, headings[1].Style);
        Assert.Equal("抓学习", headings[1].Text);
    }

    [Fact]
    public void A_sequence_of_words_is_counted()
    {
        var headings = Read("首先，提高认识。\n其次，加强领导。\n最后，狠抓落实。");
        Assert.Equal([1, 2, 3], headings.Select(h => h.Ordinal));
        Assert.All(headings, h => Assert.False(h.Gap));
    }

    [Fact]
    public void A_colon_inside_a_title_does_not_end_the_heading()
    {
        var heading = Assert.Single(Read("一、学习《新时代：思考与实践》。全文如下。"));
        Assert.Equal("学习《新时代：思考与实践》", heading.Text);
    }

    [Fact]
    public void Traditional_text_in_full_width_reads_the_same()
    {
        var heading = Assert.Single(Read("（１）勤學習，強本領。正文。"));
        Assert.Equal((HeadingStyle.ArabicParenthesis, "勤學習，強本領", 3), (heading.Style, heading.Text, heading.Couplet!.Syllables));
    }

    [Fact]
    public void Bold_and_markdown_headings_lose_their_marks()
    {
        var headings = Read("**一、提高认识**\n内容\n# 第二章 实施 #\n内容");
        Assert.Equal(["提高认识", "实施"], headings.Select(h => h.Text));
    }

    [Fact]
    public void Every_section_holds_its_words_and_its_body()
    {
        var random = new Random(41);
        string[] parts = ["一、", "二、", "（一）", "1.", "2、", "（1）", "①", "# ", "第一章 ", "一是", "首先，", "甲乙丙", "，", "。", "：", "\n", "\n", "　", "**", "《", "》", "“", "”", "十", "3"];
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(40); i > 0; i--) text.Append(parts[random.Next(parts.Length)]);
            var source = text.ToString();
            foreach (var h in OutlineExtractor.Extract(Sample.Lines(source)).Headings)
            {
                Assert.Equal(h.Text, h.Span.In(source));
                Assert.Equal(h.Marker, h.MarkerSpan.In(source));
                Assert.True(h.SectionSpan.Contains(h.MarkerSpan) && h.SectionSpan.Contains(h.Span) && h.SectionSpan.Contains(h.BodySpan), $"seed 41 round {round}: {source}");
            }
        }
    }

    [Theory]
    [InlineData("一、")]
    [InlineData("一、\n")]
    [InlineData("1.甲\n")]
    [InlineData("## \n")]
    [InlineData("（一）")]
    public void A_million_markers_end(string part)
    {
        var text = new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString();
        var document = Sample.Lines(text);
        var watch = Stopwatch.StartNew();
        OutlineExtractor.Extract(document);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "quadratic");     // a second when alone; the bound tells a hang from a busy machine
    }

    private static IReadOnlyList<Heading> Read(string text) => OutlineExtractor.Extract(Sample.Lines(text)).Headings;
}
