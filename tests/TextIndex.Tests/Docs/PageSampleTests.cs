// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Xunit;

namespace TextIndex.Tests.Docs;

/// <summary>Holds the programs of a page to <see cref="PageSamples"/>, which compiles, and what the page says they print to what they print.</summary>
public partial class PageSampleTests
{
    private static readonly string[] Source = Lines(File.ReadAllText(Repository.File("tests/TextIndex.Tests/Docs/PageSamples.cs")));

    public static TheoryData<string> Pages => [.. PageSamples.ByPage.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_programs_of_a_page_compile_and_print_what_it_says(string page)
    {
        var file = Repository.File(page);
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var blocks = Block().Matches(text);
        var samples = PageSamples.ByPage[page];
        Assert.Equal(samples.Length, blocks.Count);
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            Assert.True(Holds(Lines(blocks[i].Groups["program"].Value)), $"{page}: program {i + 1} is not that of PageSamples.cs");
            var (output, sample) = (blocks[i].Groups["output"], samples[i]);
            Assert.Equal(sample is not null, output.Success);
            if (sample is null) continue;
            using var printed = new StringWriter { NewLine = "\n" };
            sample(printed);
            var shown = printed.ToString().TrimEnd('\n') + "\n";
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") text = text[..output.Index] + shown + text[(output.Index + output.Length)..];
            else Assert.Equal(output.Value, shown);
        }
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, text);
    }

    // The using lines of a program stand at the head of the file, the rest in one piece.
    private static bool Holds(string[] program)
    {
        var rest = program.Where(line => !Using().IsMatch(line)).ToArray();
        return program.Where(line => Using().IsMatch(line)).All(Source.Contains)
            && Enumerable.Range(0, Source.Length - rest.Length + 1).Any(at => Source.AsSpan(at, rest.Length).SequenceEqual(rest));
    }

    private static string[] Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();

    [GeneratedRegex("^```csharp\n(?<program>(?:(?!```).*\n)+)```(?:\n\n```text\n(?<output>(?:(?!```).*\n)+)```)?$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^using [A-Z][A-Za-z.]*;$")]
    private static partial Regex Using();
}
