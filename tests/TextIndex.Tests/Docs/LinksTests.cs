// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Xunit;

namespace TextIndex.Tests.Docs;

/// <summary>Pages point at things that are there.</summary>
public partial class LinksTests
{
    public static TheoryData<string> Pages { get; } =
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.File("docs"), "*.md"))
            .Concat(Directory.EnumerateFiles(Repository.File("benchmarks"), "*.md")).Concat(Directory.EnumerateFiles(Repository.File("corpora"), "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.File(page))!;
        var broken = Link().Matches(File.ReadAllText(Repository.File(page))).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://") && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, Uri.UnescapeDataString(target.Split('#')[0])))).ToList();
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_source_file_that_ARCHITECTURE_names_exists()
    {
        var there = new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories)).Select(Path.GetFileName).ToHashSet();
        var missing = SourceName().Matches(File.ReadAllText(Repository.File("ARCHITECTURE.md"))).Select(match => match.Groups[1].Value).Where(name => !there.Contains(name)).ToList();
        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([\w.]+\.cs)`")]
    private static partial Regex SourceName();
}
