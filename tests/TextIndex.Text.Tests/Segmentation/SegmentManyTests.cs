// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class SegmentManyTests
{
    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void Many_texts_are_cut_as_each_alone_in_their_order_on_any_number_of_threads(SegmentationMode mode)
    {
        const int seed = 11;
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 3000).Select(i => i % 9 == 0 ? "" : RandomText.Next(random, random.Next(0, 200))).Append(string.Concat(Enumerable.Repeat("中华人民共和国中央人民政府", 9000))).ToArray();
        foreach (var segmenter in new[] { WordSegmenter.WordGraph, WordSegmenter.Default })
        {
            var expected = texts.Select(text => segmenter.Segment(text, mode)).ToArray();
            foreach (var threads in (int[])[1, 2, 7])
            {
                var cut = segmenter.SegmentMany(texts, mode, threads);
                for (var i = 0; i < texts.Length; i++) Assert.True(cut[i].Span.SequenceEqual(CollectionsMarshal.AsSpan(expected[i])), $"seed {seed}, text {i}, {threads} threads");
            }
        }
    }

    [Fact]
    public void No_texts_give_nothing_and_misuse_is_told()
    {
        Assert.Empty(WordSegmenter.Default.SegmentMany([]));
        Assert.Throws<ArgumentNullException>(() => WordSegmenter.Default.SegmentMany(["学", null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordSegmenter.Default.SegmentMany(["学"], SegmentationMode.Accurate, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordSegmenter.Default.SegmentMany([], (SegmentationMode)9, 1));
    }
}
