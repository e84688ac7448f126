// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Names;
using TextIndex.Primitives;
using Xunit;

namespace TextIndex.Text.Tests.Extraction.Names;

public class NameListTests
{
    [Fact]
    public void A_name_of_the_user_is_found_wherever_it_stands()
    {
        var names = NameList.Load(new StringReader("# mine\n白坪村 LOC\n老滕 PER\n顺心面馆 ORG\n"), "names.txt");
        var found = NameExtractor.Extract(Sample.Lines("环卫工老滕住白坪村，常去順心面館。"), names);
        Assert.Equal(["Person 老滕", "Organization 順心面館", "Place 白坪村"], found.Select(e => $"{e.Type} {e.Canonical}"));
    }

    [Theory]
    [InlineData("白坪村")]
    [InlineData("白坪村 TOWN")]
    public void A_line_without_a_type_is_named(string line)
    {
        var problem = Assert.Throws<DictionaryFormatException>(() => NameList.Load(new StringReader("老滕 PER\n" + line), "names.txt"));
        Assert.Equal((2, line), (problem.Line, problem.Found));
    }
}
