// SPDX-License-Identifier: MIT
using System.Security.Cryptography;
using System.Text;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

/// <summary>Holds every mode to python's jieba 0.42.1, line by line; Fixtures/jieba/generate.py wrote the lines and says how.</summary>
public class JiebaGoldenTests
{
    private static readonly WordSegmenter WithHmm = new(WordDictionary.Default, new WordSegmenterOptions { KeepEmptyWords = true });
    private static readonly WordSegmenter Plain = new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });

    // In the order in which the golden file has them.
    private static readonly (WordSegmenter Segmenter, SegmentationMode Mode)[] Ways =
    [
        (WithHmm, SegmentationMode.Accurate), (Plain, SegmentationMode.Accurate), (WithHmm, SegmentationMode.Full),
        (WithHmm, SegmentationMode.Search), (Plain, SegmentationMode.Search),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_line_is_cut_as_python_cuts_it(int threads)
    {
        var lines = JiebaFixture.ReadLines("golden.txt.gz", 1 + Ways.Length);
        Assert.True(lines.Count >= 3000);
        var wrong = new List<string>[threads];
        var workers = Enumerable.Range(0, threads).Select(worker => new Thread(() => wrong[worker] = FindWrong(lines, worker))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        Assert.Empty(wrong.SelectMany(found => found).Take(5));
    }

    [Fact]
    public void Further_lines_up_to_ten_thousand_are_cut_as_python_cuts_them()
    {
        var lines = JiebaFixture.ReadLines("golden-many.txt.gz", 1);
        Assert.True(lines.Count + JiebaFixture.ReadLines("golden.txt.gz", 1 + Ways.Length).Count >= 10_000);
        Assert.Empty(lines.AsParallel().Where(line => !IsAsPythonHasIt(line[0].Split('\t'))).Take(5));
    }

    // A line is the text and the digest of its rows.
    private static bool IsAsPythonHasIt(string[] line)
    {
        var text = JiebaFixture.Unescape(line[0]);
        var rows = string.Join('\n', Ways.Select(way => Join(way.Segmenter, text, way.Mode)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows)))[..12] == line[1];
    }

    [Fact]
    public void Without_the_option_no_word_is_empty_and_nothing_else_changes()
    {
        foreach (var line in JiebaFixture.ReadLines("golden.txt.gz", 1 + Ways.Length))
            Assert.Equal(line[3].Split('\t').Where(word => word.Length > 0), WordSegmenter.Default.Words(JiebaFixture.Unescape(line[0]), SegmentationMode.Full).Select(JiebaFixture.Escape));
    }

    [Fact]
    public void Words_of_a_user_change_the_cut_as_python_changes_it()
    {
        using var user = File.OpenText(Repository.File("tests/TextIndex.Text.Tests/Fixtures/jieba/user.txt"));
        var dictionary = WordDictionary.Default.WithWords(user, "user.txt");
        var with = new WordSegmenter(dictionary, new WordSegmenterOptions { UserWordsAsInJieba = true });
        var without = new WordSegmenter(dictionary, new WordSegmenterOptions { UserWordsAsInJieba = true, UseHmm = false });
        foreach (var line in JiebaFixture.ReadLines("golden-user.txt.gz", 3))
        {
            var text = JiebaFixture.Unescape(line[0]);
            Assert.Equal(line[1], Join(with, text, SegmentationMode.Accurate));
            Assert.Equal(line[2], Join(without, text, SegmentationMode.Accurate));
        }
    }

    // Every worker begins elsewhere, so that different texts meet in different scratch memories.
    private static List<string> FindWrong(List<string[]> lines, int worker)
    {
        var wrong = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[(i + worker * 977) % lines.Count];
            var text = JiebaFixture.Unescape(line[0]);
            for (var way = 0; way < Ways.Length; way++)
                if (Join(Ways[way].Segmenter, text, Ways[way].Mode) is var found && found != line[way + 1])
                    wrong.Add($"way {way} of {line[0]}: expected {line[way + 1]}, found {found}");
        }
        return wrong;
    }

    private static string Join(WordSegmenter segmenter, string text, SegmentationMode mode) =>
        string.Join('\t', segmenter.Words(text, mode).Select(JiebaFixture.Escape));
}
