// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

/// <summary>Holds the tags to python's jieba.posseg 0.42.1, line by line; Fixtures/jieba/generate_tags.py wrote the lines and says how.</summary>
public class TagGoldenTests
{
    private static readonly WordSegmenterOptions PlainOptions = new() { UseHmm = false };

    [Fact]
    public void Every_line_is_tagged_as_python_tags_it()
    {
        var lines = JiebaFixture.ReadLines("golden-tags.txt.gz", 3);
        Assert.True(lines.Count >= 3000);
        FindNoneWrong(lines, WordDictionary.Default);
    }

    [Fact]
    public void Words_of_a_user_change_the_tags_as_python_changes_them()
    {
        using var user = File.OpenText(Repository.File("tests/TextIndex.Text.Tests/Fixtures/jieba/user.txt"));
        FindNoneWrong(JiebaFixture.ReadLines("golden-user-tags.txt.gz", 3), WordDictionary.Default.WithWords(user, "user.txt"));
    }

    // Two threads, so that different texts meet in different scratch memories.
    private static void FindNoneWrong(List<string[]> lines, WordDictionary dictionary)
    {
        var (with, without) = (new WordSegmenter(dictionary), new WordSegmenter(dictionary, PlainOptions));
        var wrong = lines.AsParallel().WithDegreeOfParallelism(2).SelectMany(line =>
        {
            var text = JiebaFixture.Unescape(line[0]);
            return new[] { (Expected: line[1], Found: Join(with, text)), (Expected: line[2], Found: Join(without, text)) }
                .Where(pair => pair.Expected != pair.Found).Select(pair => $"{line[0]}: expected {pair.Expected}, found {pair.Found}");
        });
        Assert.Empty(wrong.Take(5));
    }

    private static string Join(WordSegmenter segmenter, string text) =>
        string.Join('\t', segmenter.Tag(text, TaggingMode.Posseg).Select(word => $"{JiebaFixture.Escape(word.Span.In(text))}/{word.Tag}"));
}
