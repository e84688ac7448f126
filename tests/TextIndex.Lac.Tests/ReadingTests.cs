// SPDX-License-Identifier: MIT
using TextIndex.Documents;
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
}
