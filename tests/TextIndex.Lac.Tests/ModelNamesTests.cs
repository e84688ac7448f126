// SPDX-License-Identifier: MIT
using System.Diagnostics;
using TextIndex.Extraction;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Lac.Tests;

public class ModelNamesTests
{
    private static readonly int Seed = Random.Shared.Next();

    private static string Shown(string text) => string.Join(' ', ModelNames.Find(text, LacModel.Default).Select(name => name.Span.In(text) + "/" + name.Tag));

    [Theory]
    [InlineData("陶玉屏教授在凉溪州文化旅游领导小组办公室工作。", "陶玉屏/PER 凉溪州文化旅游领导小组办公室/ORG")]
    [InlineData("新乡国民党军向人民解放军投降。", "新乡/LOC 国民党军/ORG 人民解放军/ORG")]
    [InlineData("諾曼·白求恩大夫来到延安。", "諾曼·白求恩/PER 延安/LOC")]
    [InlineData("我们要对党忠诚，严律己。", "")]
    [InlineData("坚持用毛泽东思想武装头脑。", "")]
    [InlineData("他一生爱党信党跟党走，从不动摇。", "")]
    [InlineData("陶玉\n屏同志介绍说，", "陶玉\n屏/PER")]
    [InlineData("", "")]
    public void Names_have_their_shape(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Fact]
    public void Any_text_has_names_that_ascend_and_do_not_overlap()
    {
        var random = new Random(Seed);
        for (var draw = 0; draw < 100; draw++)
        {
            var text = RandomText.Next(random, random.Next(1, 300)) + "朱治国同志在福建省委组织部" + RandomText.Next(random, 20);
            var end = 0;
            foreach (var name in ModelNames.Find(text, LacModel.Default))
            {
                Assert.True(name.Span.Start >= end && name.Span.Length > 0 && name.Span.End <= text.Length, $"seed {Seed}, draw {draw}: {name}");
                end = name.Span.End;
            }
        }
    }

    [Fact]
    public void A_long_text_takes_no_more_than_its_length()
    {
        // A rule that walks the whole list a name would need minutes here.
        var text = string.Concat(Enumerable.Range(0, Repository.Slow ? 20_000 : 2_000).Select(i => $"{(char)('一' + i)}玉屏教授在凉{(char)('丁' + i % 50)}州移风易俗领导小组办公室说，"));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(ModelNames.Find(text, LacModel.Default));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1));
    }
}
