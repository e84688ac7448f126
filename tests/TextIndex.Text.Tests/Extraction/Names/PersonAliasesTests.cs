// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using Xunit;

namespace TextIndex.Text.Tests.Extraction.Names;

public class PersonAliasesTests
{
    private static string[] People(string text)
    {
        var document = Sample.Lines(text);
        return [.. NameExtractor.Extract(document).Where(entity => entity.Type == NameType.Person).Select(entity => $"{entity.Canonical}: {string.Join(' ', entity.Mentions.Select(mention => mention.In(document.Text)))}")];
    }

    [Theory]
    [InlineData("梁守义同志是支书。守义同志来了，老梁笑了，小梁也笑了。", "梁守义: 梁守义 守义 老梁 小梁")]
    [InlineData("危小满书记走了。大家说，危书记在看书。", "危小满: 危小满 危书记")]
    [InlineData("梁守义同志和梁玉屏同志都在。老梁说：“好。”", "梁守义: 梁守义|梁玉屏: 梁玉屏|老梁: 老梁")]
    public void A_short_form_is_the_one_whole_name_it_can_mean(string text, string expected) => Assert.Equal(expected.Split('|'), People(text));

    [Theory]
    [InlineData("石守义同志来了。小石头很多，古老石墙还在。")]
    [InlineData("朱治国同志来了。依法治国同志们要记住。")]
    public void What_only_looks_like_a_short_form_is_none(string text) => Assert.DoesNotContain(' ', Assert.Single(People(text)).Split(": ")[1]);

    [Fact]
    public void Aliases_are_told_once_each()
    {
        var person = NameExtractor.Extract(Sample.Lines("梁守义同志来了。守义同志说好，守义同志笑了。")).First(entity => entity.Type == NameType.Person);
        Assert.Equal(["守义"], person.Aliases);
        Assert.Equal(3, person.Mentions.Count);
    }
}
