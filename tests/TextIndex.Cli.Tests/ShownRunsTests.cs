// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Cli.Tests;

/// <summary>Runs every command that a page shows and compares what it prints; times are not compared.</summary>
public partial class ShownRunsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("docs/cli-json.md")]
    [InlineData("docs/extraction.md")]
    [InlineData("docs/extraction.zh-CN.md")]
    public void A_page_shows_what_the_tool_prints(string page)
    {
        using var tool = new Tool();
        var file = Repository.File(page);
        var shown = File.ReadAllText(file).ReplaceLineEndings("\n");
        Assert.True(Run().Count(shown) > 0, $"{page} shows no run of the tool");
        var real = Run().Replace(shown, match => $"```console\n$ {match.Groups[1].Value}\n{Times().Replace(Print(tool, match.Groups[1].Value), time => KeepDigits(time, match.Value))}```");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, real);
        else Assert.Equal(shown, real);
    }

    [Fact]
    public void The_page_of_the_index_shows_what_the_tool_prints_of_the_index_of_its_text()
    {
        using var tool = new Tool();
        tool.Write("a.txt", "实事求是，为人民服务。");
        Assert.Equal(0, tool.Run("index", ".").Code);
        var file = Repository.File("docs/index-format.md");
        var shown = File.ReadAllText(file).ReplaceLineEndings("\n");
        var real = Run().Replace(shown, match => $"```console\n$ {match.Groups[1].Value}\n{Checksum().Replace(Print(tool, match.Groups[1].Value, tool.Folder), "checksum 1a2b3c4d")}```");
        Assert.Contains("$ textindex inspect", shown, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, real);
        else Assert.Equal(shown, real);
    }

    [Fact]
    public void Every_field_of_every_json_is_told_in_its_page()
    {
        using var tool = new Tool();
        var page = File.ReadAllText(Repository.File("docs/cli-json.md"));
        var documents = Directory.EnumerateFiles(Repository.File("corpora")).Concat(Directory.EnumerateFiles(Repository.File("seeds"))).Where(file => !file.EndsWith("README.md", StringComparison.Ordinal));
        string[][] commands =
        [
            ["search", "实事求是", "corpora", "--explain"], ["search", "实事求是", "corpora", "--count"], ["kwic", "实事求是", "corpora"], ["stats", "corpora"], ["check", "corpora"],
            ["segment", "corpora/notice.txt"], ["read", .. documents], ["index", "corpora", "--index", Path.Combine(tool.Folder, "index")],
            ["words", "corpora", "--min-documents", "2"],
        ];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var command in commands.Concat(FilesToInspect(tool)))
            foreach (var line in Print(tool, [.. command, "--format", "json"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)) Collect(JsonDocument.Parse(line).RootElement, names);
        Assert.True(names.Count > 50, string.Join(' ', names));
        var untold = names.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)).ToList();
        Assert.Empty(untold);
    }

    // What Lucene.Net says of itself in a segment info is its own.
    private static IEnumerable<string[]> FilesToInspect(Tool tool)
    {
        tool.Write("a.txt", "---\ntitle: 体会\nsource: 青禾日报\n---\n\n实事求是，为人民服务。\n");
        tool.Run("index", ".");
        return Directory.GetFiles(Path.Combine(tool.Folder, ".textindex"), "*_*").Where(file => !file.EndsWith(".si", StringComparison.Ordinal)).Select(file => new[] { "inspect", file });
    }

    private static void Collect(JsonElement value, SortedSet<string> names)
    {
        if (value.ValueKind == JsonValueKind.Array) foreach (var one in value.EnumerateArray()) Collect(one, names);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var field in value.EnumerateObject())
        {
            names.Add(field.Name);
            Collect(field.Value, names);
        }
    }

    // A line of the page: `textindex …` with '…' for arguments with blanks, or `echo … | textindex …`.
    private static string Print(Tool tool, string line, string? folder = null)
    {
        var pipe = line.Split(" | ");
        tool.Input = pipe.Length == 2 ? pipe[0]["echo ".Length..] + "\n" : "";
        var words = Word().Matches(pipe[^1]).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value).ToArray();
        Assert.Equal("textindex", words[0]);
        return Print(tool, words[1..], folder);
    }

    private static string Print(Tool tool, string[] arguments, string? folder = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        CommandLine.Run(arguments, tool.Host(output, error) with { CurrentFolder = folder ?? Repository.Root });
        return output.ToString() + error;
    }

    private static string KeepDigits(Match time, string shown) => Times().Match(shown) is { Success: true } there ? there.Value : time.Value;

    [GeneratedRegex("^```console\n\\$ (.+)\n(?:(?!```).*\n)*?```$", RegexOptions.Multiline)]
    private static partial Regex Run();

    [GeneratedRegex("'([^']*)'|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("checksum [0-9a-f]{8}")]
    private static partial Regex Checksum();

    [GeneratedRegex("\\([0-9,.]+ m?s\\)|\"elapsedMilliseconds\":[0-9.]+")]
    private static partial Regex Times();
}
