// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Names;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Lac.Tests;

public class ReadingTests
{
    [Fact]
    public void The_model_finds_a_speaker_whom_the_rules_do_not_know()
    {
        var document = DocumentReader.Read("a.txt", "在村口，诺曼·白求恩告诫大家：“书要读懂，路要走实。”");
        Assert.Equal("诺曼·白求恩", StudyReader.Read(document, LacModel.Default).Quotations[0].Speaker?.Canonical);
    }

    [Fact]
    public void Without_a_model_a_reading_is_the_one_by_rules()
    {
        var document = DocumentReader.Read("a.txt", "老支书李长河告诫大家：“书要读懂，路要走实。”");
        Assert.Equal(StudyReader.Read(document).Quotations[0].Speaker, StudyReader.Read(document, null).Quotations[0].Speaker);
    }

    [Theory]
    [InlineData("中共")]
    [InlineData("中共发言人说，中共")]
    [InlineData("中共江苏省委组织部")]
    public void A_name_that_ends_where_its_first_word_does_is_read(string text)
    {
        foreach (var name in NameExtractor.Extract(DocumentReader.Read("a.txt", text), new NameOptions { Model = LacModel.Default }))
            Assert.All(name.Mentions, mention => Assert.InRange(mention.End, 1, text.Length));
    }

    [Fact]
    public void An_organisation_holds_the_place_that_begins_it()
    {
        var names = NameExtractor.Extract(DocumentReader.Read("a.txt", "陶玉屏在中共江苏省委组织部工作。"), new NameOptions { Model = LacModel.Default });
        Assert.Equal(["PER 陶玉屏", "ORG 中共江苏省委组织部", "LOC 江苏"], names.Select(name => ReadingNames.Of(name.Type) + " " + name.Canonical));
    }

    [Fact]
    public void Any_text_is_read_with_the_model()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var draw = 0; draw < 60; draw++)
        {
            var text = RandomText.Next(random, random.Next(1, 200)) + "中共江苏省委说，" + RandomText.Next(random, 30) + "老梁和梁守义同志";
            foreach (var name in NameExtractor.Extract(DocumentReader.Read("a.txt", text), new NameOptions { Model = LacModel.Default }))
                foreach (var mention in name.Mentions) Assert.True(mention.Start >= 0 && mention.Length > 0 && mention.End <= text.Length, $"seed {seed}, draw {draw}");
        }
    }
}
