// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using Xunit;

namespace TextIndex.Cli.Tests.Terminal;

public sealed class PainterTests
{
    private static string Wrapped(int columns, int indent, params Piece[] pieces)
    {
        using var output = new StringWriter();
        new Painter(output, color: false, columns).WriteWrapped(pieces, indent);
        return output.ToString();
    }

    [Fact]
    public void Lines_break_between_han_characters() => Assert.Equal("  学习实事\n  求是\n", Wrapped(10, 2, new Piece("学习实事求是")));

    [Fact]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one()
    {
        Assert.Equal("学习实\n事，求是\n", Wrapped(8, 0, new Piece("学习实事，求是")));
        Assert.Equal("学习实\n“事求是”\n", Wrapped(8, 0, new Piece("学习实“事求是”")));
    }

    [Fact]
    public void Words_of_letters_stay_whole() => Assert.Equal("要 read\nmany\nbooks\n", Wrapped(8, 0, new Piece("要 read many books")));

    [Fact]
    public void Numbers_and_paths_stay_whole() => Assert.Equal("要 a/b.t\n3.5% 多\n", Wrapped(8, 0, new Piece("要 a/b.t 3.5% 多")));

    [Fact]
    public void Text_without_a_terminal_is_one_line() => Assert.Equal(new string('学', 300) + "\n", Wrapped(int.MaxValue, 0, new Piece(new string('学', 300))));

    [Fact]
    public void Colour_goes_on_and_off_with_each_piece()
    {
        using var output = new StringWriter();
        new Painter(output, color: true, 80).WriteWrapped([new("要"), new("实事求是", Ink.Match), new("。")], 0);
        Assert.DoesNotContain("\e[1;31m。", output.ToString());
        Assert.EndsWith("。\n", output.ToString());
        Assert.Equal(output.ToString().Split("\e[1;31m").Length, output.ToString().Split("\e[0m").Length);
    }

    [Theory]
    [InlineData("a\e[31mb", "a\uFFFD[31mb")]
    [InlineData("一\r\n\r\n　　二\t三", "一 二 三")]
    [InlineData("一  二　三", "一  二　三")]
    [InlineData("\u009b31m", "\uFFFD31m")]
    public void Control_characters_are_made_harmless(string text, string shown) => Assert.Equal(shown, Painter.Clean(text));
}
