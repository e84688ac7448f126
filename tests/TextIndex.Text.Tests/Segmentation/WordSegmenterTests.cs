// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class WordSegmenterTests
{
    private static readonly WordSegmenter Plain = new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });

    [Theory]
    [InlineData("我来到北京清华大学", "我|来到|北京|清华大学")]
    [InlineData("他来到了网易杭研大厦", "他|来到|了|网易|杭研|大厦")]
    [InlineData("", "")]
    [InlineData("a\r\n\n 𠀀😀", "a|\r\n|\n| |𠀀|😀")]
    public void Accurate_mode_gives_the_most_probable_cut(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordSegmenter.Default.Words(text)));

    [Fact]
    public void Full_mode_gives_every_word_that_occurs() =>
        Assert.Equal("我|来到|北京|清华|清华大学|华大|大学", string.Join('|', WordSegmenter.Default.Words("我来到北京清华大学", SegmentationMode.Full)));

    [Fact]
    public void Search_mode_puts_short_words_before_the_long_one() =>
        Assert.Equal("中国|科学|学院|科学院|中国科学院", string.Join('|', WordSegmenter.Default.Words("中国科学院", SegmentationMode.Search)));

    [Fact]
    public void Without_hmm_unknown_words_stay_apart() =>
        Assert.Equal("他|来到|了|网易|杭|研|大厦", string.Join('|', Plain.Words("他来到了网易杭研大厦")));

    [Fact]
    public void Words_of_the_accurate_cut_joined_give_the_text_back()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var draw = 0; draw < 4000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 120));
            foreach (var segmenter in new[] { WordSegmenter.Default, Plain })
            {
                var end = 0;
                foreach (var word in segmenter.Segment(text))
                {
                    Assert.True(word.Start == end && word.Length > 0, $"seed {seed}, draw {draw}, at {end}: {text}");
                    end = word.End;
                }
                Assert.True(end == text.Length, $"seed {seed}, draw {draw}: {text}");
            }
        }
    }

    [Fact]
    public void No_cut_parts_a_code_point()
    {
        const int seed = 5;
        var random = new Random(seed);
        for (var draw = 0; draw < 1000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 60));
            foreach (var mode in Enum.GetValues<SegmentationMode>())
                foreach (var word in WordSegmenter.Default.Segment(text, mode))
                    Assert.False(Parts(text, word.Start) || Parts(text, word.End), $"seed {seed}, draw {draw}, {mode} {word}: {text}");
        }

        static bool Parts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
    }

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void No_text_has_more_words_than_the_bound_says(SegmentationMode mode)
    {
        const int seed = 6;
        var random = new Random(seed);
        for (var draw = 0; draw < 1000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 60));
            Assert.True(WordSegmenter.Default.Segment(text, mode).Count <= WordSegmenter.Default.MaximumWords(text.Length, mode), $"seed {seed}, draw {draw}: {text}");
        }
    }

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void Too_little_room_is_told_and_enough_is_enough(SegmentationMode mode)
    {
        const string text = "南京市长江大桥是中国科学院的工程师们建造的";
        var expected = WordSegmenter.Default.Segment(text, mode);
        for (var room = 0; room < expected.Count; room++)
        {
            var words = new TextSpan[room];
            Assert.False(WordSegmenter.Default.TrySegment(text, words, mode, out var none));
            Assert.Equal(0, none);
            Assert.Throws<ArgumentException>(() => WordSegmenter.Default.Segment(text, words, mode));
        }
        var exact = new TextSpan[expected.Count];
        Assert.True(WordSegmenter.Default.TrySegment(text, exact, mode, out var count));
        Assert.Equal(expected, exact);
        Assert.Equal(expected.Count, count);
    }

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void Nothing_is_allocated_after_the_first_text(SegmentationMode mode)
    {
        var text = string.Concat(Enumerable.Repeat("他来到了网易杭研大厦，GDP增长3.5%。學習貫徹\r\n😀", 40));
        var words = new TextSpan[text.Length * 4];
        WordSegmenter.Default.Segment(text, words, mode);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) WordSegmenter.Default.Segment(text, words, mode);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("的")]
    [InlineData("杭研")]
    [InlineData("a")]
    [InlineData("中国科学院")]
    public void A_block_may_be_as_long_as_the_text(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var words = new TextSpan[text.Length];
        Assert.Equal(text.Length, words.AsSpan(0, WordSegmenter.Default.Segment(text, words)).ToArray().Sum(word => word.Length));
    }
}
