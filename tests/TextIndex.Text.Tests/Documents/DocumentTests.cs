// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using Xunit;

namespace TextIndex.Text.Tests.Documents;

public class DocumentTests
{
    [Fact]
    public void A_title_that_is_not_in_the_text_is_put_before_it()
    {
        var document = Document.Create("a", "第一段。\n第二段。", " 学习的方法 ", new DateOnly(2023, 7, 20), "林知远", "青禾日报");
        Assert.Equal("学习的方法\n\n第一段。\n第二段。", document.Text);
        Assert.Equal(("学习的方法", new TextSpan(0, 5)), (document.Title, document.TitleSpan));
        Assert.Equal("第一段。\n第二段。", document.BodySpan.In(document.Text));
        Assert.Equal(["第一段。", "第二段。"], document.Paragraphs.Select(p => p.In(document.Text)));
        Assert.Equal((new DateOnly(2023, 7, 20), "林知远", "青禾日报"), (document.Date, document.Author, document.Source));
    }

    [Fact]
    public void A_title_that_is_the_first_line_of_the_text_stays_there()
    {
        const string text = "\n　　学习的方法\n\n第一段。";
        var document = Document.Create("a", text, "学习的方法", null);
        Assert.Equal((text, new TextSpan(3, 5), new TextSpan(0, text.Length)), (document.Text, document.TitleSpan, document.BodySpan));
    }

    [Fact]
    public void Nothing_is_guessed_where_no_title_is_given()
    {
        var document = Document.Create("a", "学习的方法\n2023年7月20日\n\n第一段。", "");
        Assert.Equal(("", null), (document.Title, document.Date));
        Assert.Equal(3, document.Paragraphs.Count);
    }

    [Fact]
    public void A_key_is_never_empty() => Assert.Throws<ArgumentException>(() => Document.Create("", "x", "y"));
}
