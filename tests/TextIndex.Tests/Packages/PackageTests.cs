// SPDX-License-Identifier: MIT
using Xunit;

namespace TextIndex.Tests.Packages;

/// <summary>What another app gets: the packages, and the README's programs run from them.</summary>
public class PackageTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    private const long LargestTextPackageBytes = 12_000_000, LargestLacPackageBytes = 7_500_000;

    [Fact]
    public void The_first_sample_of_the_readme_prints_what_the_readme_says()
    {
        Prints(ReadmeSample.In("README.md")[0], "FirstSample");
    }

    [Fact]
    public void The_second_sample_is_a_plain_Lucene_program_with_our_analyzer()
    {
        var sample = ReadmeSample.In("README.md")[1];
        Assert.Equal(["TextIndex.Analysis"], sample.Program.Split('\n').Where(line => line.StartsWith("using TextIndex", StringComparison.Ordinal)).Select(line => line[6..^1]));
        Prints(sample, "SecondSample");
    }

    [Fact]
    public void The_text_package_is_small_and_asks_for_nothing()
    {
        Assert.InRange(new FileInfo(packed.PathOf("TextIndex.Text")).Length, 1, LargestTextPackageBytes);
        Assert.Empty(packed.DependenciesOf("TextIndex.Text"));
    }

    [Fact]
    public void The_index_package_asks_for_the_text_package_Lucene_and_hashing_alone() =>
        Assert.Equal(["J2N", "Lucene.Net", "Lucene.Net.Analysis.Common", "System.IO.Hashing", "TextIndex.Text"], packed.DependenciesOf("TextIndex").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_of_the_lexical_analyser_is_small_and_asks_for_the_text_package_alone()
    {
        Assert.InRange(new FileInfo(packed.PathOf("TextIndex.Lac")).Length, 1, LargestLacPackageBytes);
        Assert.Equal(["TextIndex.Text"], packed.DependenciesOf("TextIndex.Lac"));
    }

    [Theory]
    [InlineData("TextIndex.Text")]
    [InlineData("TextIndex.Lac")]
    [InlineData("TextIndex")]
    public void A_package_carries_its_readme_licence_notices_and_documentation(string id)
    {
        var entries = packed.EntriesOf(id);
        string[] wanted = ["README.md", "LICENSE", "NOTICE", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"];
        Assert.Empty(wanted.Except(entries));
        Assert.True(File.Exists(Path.ChangeExtension(packed.PathOf(id), ".snupkg")));
    }

    [Fact]
    public void Both_readmes_show_the_same_programs() => Assert.Equal(ReadmeSample.In("README.md"), ReadmeSample.In("README.zh-CN.md"));

    private void Prints(ReadmeSample sample, string name)
    {
        var printed = packed.Run(name, sample.Program, """<PackageReference Include="TextIndex" Version="VERSION" />""").ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            foreach (var page in new[] { "README.md", "README.zh-CN.md" }) sample.Update(page, printed);
        else Assert.Equal(sample.Output, printed);
    }
}
