// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Titles;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class TitleExtractorTests
{
    [Theory]
    [InlineData("近日，市教育局印发《关于开展读书活动的通知》。", "official-document|市教育局||印发")]
    [InlineData("县委组织部、县财政局联合印发了《村级经费管理办法》。", "official-document|县委组织部、县财政局||联合印发")]
    [InlineData("《中华人民共和国长江保护法》已经施行。", "law|||")]
    [InlineData("林小满教授发表了《山地果园的水账》一文。", "article||林小满|发表")]
    [InlineData("林小满教授作了题为《山地果园的水账》的报告。", "speech||林小满|题为")]
    [InlineData("大家一起读《红岩》这本书。", "book|||")]
    [InlineData("晚会在合唱《山里的灯》中结束。", "performance|||合唱")]
    [InlineData("他给《新溪日报》写稿。", "periodical|||")]
    [InlineData("主题《春》很好。", "work|||")]
    public void A_title_knows_its_kind_issuer_author_and_verb(string text, string expected)
    {
        var title = Assert.Single(TitleExtractor.Extract(Sample.Lines(text)));
        Assert.Equal(expected, $"{ReadingNames.Of(title.Kind)}|{title.Issuer}|{title.Author}|{title.Verb}");
    }

    [Fact]
    public void One_verb_governs_a_series()
    {
        var titles = TitleExtractor.Extract(Sample.Lines("市教育局印发《读书办法》《考勤办法》和《奖励办法》。"));
        Assert.Equal(["印发", "印发", "印发"], titles.Select(t => t.Verb));
        Assert.All(titles, t => Assert.Equal("市教育局", t.Issuer));
    }

    [Fact]
    public void Titles_nest_and_an_unclosed_one_is_none()
    {
        var titles = TitleExtractor.Extract(Sample.Lines("读《关于〈读书办法〉的说明》，再读《半部。\n完。"));
        Assert.Equal([("T1", ""), ("T2", "T1")], titles.Select(t => (t.Id, t.Parent)));
    }

    [Fact]
    public void A_title_may_be_broken_over_two_line_ends()
    {
        var text = Sample.Lines("文章发表在《山地\n果园\n水账》上。\n他又读《半部\n书是这样写的。\n书》完。");
        Assert.Equal(["《山地\n果园\n水账》"], TitleExtractor.Extract(text).Select(t => t.Span.In(text.Text)));
    }
}
