// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Documents;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>Our side of Peers/words.py: reads a file, then cuts it whenever a line names a way, and answers <c>seconds words bytes-allocated</c>.</summary>
internal static class WordsPeer
{
    public static int Run(string file)
    {
        var lines = File.ReadAllLines(file);
        var words = new TextSpan[lines.Max(line => 2 * line.Length)];
        var tagged = new TaggedWord[words.Length];
        var (jieba, graph) = (WordSegmenter.Default, WordSegmenter.WordGraph);
        var ways = new Dictionary<string, Func<long>>
        {
            ["jieba"] = () => lines.Sum(line => (long)jieba.Segment(line, words)),
            ["jieba-strings"] = () => lines.Sum(line => (long)jieba.Words(line).Count),
            ["jieba-search"] = () => lines.Sum(line => (long)jieba.Segment(line, words, SegmentationMode.Search)),
            ["jieba-tags"] = () => lines.Sum(line => (long)jieba.Tag(line, tagged, TaggingMode.Posseg)),
            ["graph"] = () => lines.Sum(line => (long)graph.Segment(line, words)),
            ["graph-strings"] = () => lines.Sum(line => (long)graph.Words(line).Count),
            ["graph-tags"] = () => lines.Sum(line => (long)graph.Tag(line, tagged)),
            ["graph-1-thread"] = () => graph.SegmentMany(lines, SegmentationMode.Accurate, 1).Sum(text => (long)text.Length),
            ["graph-2-threads"] = () => graph.SegmentMany(lines, SegmentationMode.Accurate, 2).Sum(text => (long)text.Length),
            ["jieba-1-thread"] = () => jieba.SegmentMany(lines, SegmentationMode.Accurate, 1).Sum(text => (long)text.Length),
            ["jieba-2-threads"] = () => jieba.SegmentMany(lines, SegmentationMode.Accurate, 2).Sum(text => (long)text.Length),
        };
        Console.OutputEncoding = Encoding.UTF8;
        while (Console.ReadLine() is { Length: > 0 } way)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var count = ways[way]();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F6} {count} {GC.GetAllocatedBytesForCurrentThread() - before}"));
        }
        return 0;
    }
}
