// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests;

/// <summary>Runs the examples of Specs/*.md: fenced blocks of input, a line ---, and what must come out.</summary>
/// <remarks>To give a room its blocks, add a line to <see cref="Blocks"/>: the block's name and what it does with the input.</remarks>
public partial class SpecTests
{
    private static readonly WordSegmenter Plain = new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });

    private static readonly Dictionary<string, Func<string, string>> Blocks = new(StringComparer.Ordinal)
    {
        ["segment"] = text => JoinWords(WordSegmenter.Default, text, SegmentationMode.Accurate),
        ["segment no-hmm"] = text => JoinWords(Plain, text, SegmentationMode.Accurate),
        ["segment full"] = text => JoinWords(WordSegmenter.Default, text, SegmentationMode.Full),
        ["segment search"] = text => JoinWords(WordSegmenter.Default, text, SegmentationMode.Search),
        ["outline"] = Extraction.ExtractionSpecs.Outline,
        ["quotes"] = Extraction.ExtractionSpecs.Quotes,
        ["figures"] = Extraction.FactSpecs.Figures,
        ["dates"] = Extraction.FactSpecs.Dates,
        ["names"] = Extraction.FactSpecs.Names,
        ["pronouns"] = Extraction.FactSpecs.Pronouns,
        ["exhortations"] = Extraction.FactSpecs.Exhortations,
        ["calls"] = Extraction.FactSpecs.Calls,
        ["qualities"] = Extraction.FactSpecs.Qualities,
        ["parallelism"] = Extraction.FactSpecs.Parallelism,
        ["allusions"] = text => Extraction.FactSpecs.Allusions(text, idioms: false),
        ["allusions idioms"] = text => Extraction.FactSpecs.Allusions(text, idioms: true),
        ["sentences"] = text => string.Join('\n', SentenceSplitter.Split(text).Select(sentence => sentence.In(text))),
    };

    public static TheoryData<string, string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string, string>();
        foreach (var path in Directory.EnumerateFiles(Repository.File("tests/TextIndex.Text.Tests/Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            var page = File.ReadAllText(path).ReplaceLineEndings("\n");
            foreach (Match block in BlockPattern().Matches(page))
            {
                var line = page.AsSpan(0, block.Index).Count('\n') + 1;
                examples.Add($"{Path.GetFileName(path)}:{line}", block.Groups["name"].Value, Lines(block.Groups["input"]), Lines(block.Groups["output"]));
            }
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_in_a_spec_holds(string where, string block, string input, string output)
    {
        Assert.True(Blocks.ContainsKey(block), $"{where}: no block is named \"{block}\"; it is one of {string.Join(", ", Blocks.Keys)}");
        Assert.Equal(output, Blocks[block](input));
    }

    private static string Lines(Group group) => group.Value.EndsWith('\n') ? group.Value[..^1] : group.Value;

    private static string JoinWords(WordSegmenter segmenter, string text, SegmentationMode mode) =>
        string.Join('\n', text.Split('\n').Select(line => string.Join('|', segmenter.Words(line, mode))));

    // Only blocks with a line --- are examples; other fenced code is left to the reader.
    [GeneratedRegex(@"^```(?<name>[^\n`]+)\n(?<input>(?:(?!```)[^\n]*\n)*?)---\n(?<output>(?:(?!```)[^\n]*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex BlockPattern();
}
