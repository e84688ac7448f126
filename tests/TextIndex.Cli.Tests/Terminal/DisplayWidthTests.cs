// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using Xunit;

namespace TextIndex.Cli.Tests.Terminal;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("学习", 4)]
    [InlineData("，。（）　", 10)]
    [InlineData("“实”", 4)]
    [InlineData("ＡＢ", 4)]
    [InlineData("𠀀", 2)]
    [InlineData("😀", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("한글", 4)]
    [InlineData("カナ", 4)]
    public void Han_takes_two_columns(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Theory]
    [InlineData("学习材料.txt", 12, "学习材料.txt")]
    [InlineData("学习材料.txt", 11, "…习材料.txt")]
    [InlineData("学习材料.txt", 8, "…料.txt")]
    [InlineData("abc", 0, "")]
    public void A_path_is_cut_at_its_start(string text, int columns, string cut)
    {
        Assert.Equal(cut, DisplayWidth.CutStart(text, columns));
        Assert.True(DisplayWidth.Of(cut) <= columns);
    }

    [Theory]
    [InlineData("学习材料", 8, "学习材料")]
    [InlineData("学习材料", 7, "学习材…")]
    [InlineData("学习材料", 6, "学习…")]
    public void A_line_is_cut_at_its_end(string text, int columns, string cut) => Assert.Equal(cut, DisplayWidth.CutEnd(text, columns));
}
