// SPDX-License-Identifier: MIT
using TextIndex.Extraction;
using TextIndex.Extraction.Names;
using Xunit;

namespace TextIndex.Text.Tests.Extraction.Names;

public class PlaceTests
{
    private static string[] Places(string text) =>
        [.. NameExtractor.Extract(Sample.Lines(text)).Where(entity => entity.Type == NameType.Place).Select(entity => entity.Within.Length > 0 ? $"{entity.Canonical} in {entity.Within}" : entity.Canonical)];

    [Theory]
    [InlineData("队伍到了江苏省南京市玄武区。", "江苏|南京 in 江苏省|玄武区 in 南京市")]
    [InlineData("队伍到了玄武区。", "玄武区 in 南京市")]
    [InlineData("隊伍到了江蘇省南京市。", "江蘇|南京 in 江蘇省")]
    [InlineData("他去过北京、上海和鼓楼区。", "北京|上海|鼓楼区")]
    public void A_place_tells_what_it_lies_in(string text, string expected) => Assert.Equal(expected.Split('|'), Places(text));

    [Theory]
    [InlineData("孩子长大了，城市的福利好了，大家上门看望。")]
    [InlineData("外国的大桥和海洋，长河落日，各有关联。")]
    public void A_word_that_the_dictionary_takes_for_a_place_is_none_for_that(string text) => Assert.Empty(Places(text));

    [Theory]
    [InlineData("他从长江边到了莫斯科，又到了纽约和巴黎。", "长江|莫斯科|纽约|巴黎")]
    [InlineData("内蒙古和凉山州的同学都来了。", "内蒙古|凉山州 in 四川省")]
    public void Rivers_and_cities_abroad_are_known(string text, string expected) => Assert.Equal(expected.Split('|'), Places(text));

    [Fact]
    public void The_table_finds_each_of_its_names_and_ascends()
    {
        var table = PlaceTable.Default;
        for (var entry = 0; entry < table.Count; entry++)
        {
            var name = table.NameOf(entry);
            Assert.InRange(table.Find(name), 0, entry);
            Assert.True(entry == 0 || table.NameOf(entry - 1).SequenceCompareTo(name) <= 0);
            Assert.InRange(table.LevelOf(entry), 1, 3);
            Assert.Equal(table.IsShort(entry), table.WholeOf(entry) != entry);
            Assert.True(table.ParentOf(entry) == PlaceTable.None ? table.LevelOf(entry) == 1 : table.LevelOf(table.ParentOf(entry)) < table.LevelOf(entry));
        }
        Assert.Equal(-1, table.Find("无此县"));
    }
}
