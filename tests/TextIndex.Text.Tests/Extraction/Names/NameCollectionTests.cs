// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Names;
using Xunit;

namespace TextIndex.Text.Tests.Extraction.Names;

public class NameCollectionTests
{
    private static readonly string[] Texts = ["村支书陶玉屏同志修渠。", "村民陶玉屏同志捐书。", "大家看见陶玉屏走在渠边。"];

    [Fact]
    public void A_name_that_two_documents_are_sure_of_is_found_in_a_third()
    {
        var names = new NameCollection();
        foreach (var text in Texts) names.Add(NameExtractor.Extract(Sample.Lines(text)));
        Assert.Empty(NameExtractor.Extract(Sample.Lines(Texts[2])));
        var found = Assert.Single(NameExtractor.Extract(Sample.Lines(Texts[2]), new NameOptions { Collection = names.ToList() }));
        Assert.Equal((NameType.Person, "陶玉屏", "named in other documents; 1 mention"), (found.Type, found.Canonical, found.Why));
    }

    [Fact]
    public void The_order_of_the_documents_changes_nothing()
    {
        var (names, reversed) = (new NameCollection(), new NameCollection());
        foreach (var text in Texts) names.Add(NameExtractor.Extract(Sample.Lines(text)));
        foreach (var text in Texts.Reverse()) reversed.Add(NameExtractor.Extract(Sample.Lines(text)));
        string Shown(NameCollection collection) => string.Join(' ', NameExtractor.Extract(Sample.Lines(Texts[2]), new NameOptions { Collection = collection.ToList() }).Select(name => name.ToString()));
        Assert.Equal(Shown(names), Shown(reversed));
    }

    [Fact]
    public void What_is_found_already_is_left_alone()
    {
        var names = new NameCollection();
        names.Add(NameExtractor.Extract(Sample.Lines("青海省委组织部发文，青海省委组织部开会，青海省委组织部调研。")));
        var document = Sample.Lines("青海省委组织部发文。");
        Assert.Equal(NameExtractor.Extract(document).Select(name => name.Why), NameExtractor.Extract(document, new NameOptions { Collection = names.ToList() }).Select(name => name.Why));
    }

    [Fact]
    public void No_documents_at_all_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new NameCollection().ToList(0));
}
