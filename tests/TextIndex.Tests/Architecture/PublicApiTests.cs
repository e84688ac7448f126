// SPDX-License-Identifier: MIT
using System.Reflection;
using TextIndex.Documents;
using Xunit;

namespace TextIndex.Tests.Architecture;

/// <summary>Holds the public surface of each package to the PublicApi.txt that stands beside its source.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_surface_of_the_text_package_is_written_down() => Compare(typeof(TextSpan).Assembly, "src/TextIndex.Text/PublicApi.txt");

    [Fact]
    public void The_surface_of_the_index_package_is_written_down() => Compare(typeof(SearchIndex).Assembly, "src/TextIndex/PublicApi.txt");

    [Fact]
    public void The_surface_of_the_lexical_analyser_is_written_down() => Compare(typeof(Lac.LacModel).Assembly, "src/TextIndex.Lac/PublicApi.txt");

    private static void Compare(Assembly assembly, string relative)
    {
        var (file, now) = (Repository.File(relative), PublicApi.Describe(assembly));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, now);
        var written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var (gone, added) = (written.Split('\n').Except(now.Split('\n')), now.Split('\n').Except(written.Split('\n')));
        Assert.True(written == now, $"The public surface is not the one of {relative}; if it is meant, run once with UPDATE_GOLDEN=1 and say why in the commit.\n"
            + string.Concat(gone.Select(line => $"- {line}\n")) + string.Concat(added.Select(line => $"+ {line}\n")));
    }
}
