// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace TextIndex.Tests.Packages;

/// <summary>A program that the README shows, and what the README says that it prints.</summary>
internal sealed partial record ReadmeSample(string Program, string Output)
{
    /// <summary>The C# blocks of a page that are followed by a block of text: program and output, word for word.</summary>
    public static IReadOnlyList<ReadmeSample> In(string page) =>
        [.. Block().Matches(File.ReadAllText(Repository.File(page)).ReplaceLineEndings("\n")).Select(match => new ReadmeSample(match.Groups["program"].Value, match.Groups["output"].Value))];

    /// <summary>Puts what a program really prints into a page: for UPDATE_GOLDEN=1.</summary>
    public void Update(string page, string output)
    {
        var file = Repository.File(page);
        var text = File.ReadAllText(file);
        var block = Block().Matches(text).Single(match => match.Groups["program"].Value == Program).Groups["output"];
        File.WriteAllText(file, text[..block.Index] + output + text[(block.Index + block.Length)..]);
    }

    [GeneratedRegex("^```csharp\n(?<program>(?:(?!```).*\n)+)```\n(?:(?!```).*\n)*?```text\n(?<output>(?:(?!```).*\n)+)```$", RegexOptions.Multiline)]
    private static partial Regex Block();
}
