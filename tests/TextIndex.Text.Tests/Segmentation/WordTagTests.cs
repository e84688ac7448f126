// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class WordTagTests
{
    private static readonly WordSegmenter Plain = new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });

    [Theory]
    [InlineData("我爱北京天安门", "我/r 爱/v 北京/ns 天安门/ns")]
    [InlineData("完成率3.5%，用的是abc", "完成率/n 3.5%/m ，/x 用/p 的/uj 是/v abc/eng")]
    [InlineData("他来到了网易杭研大厦", "他/r 来到/v 了/ul 网易/n 杭研/nr 大厦/n")]
    [InlineData("", "")]
    public void Words_of_the_cut_are_tagged(string text, string expected) => Assert.Equal(expected, Show(WordSegmenter.Default, text, TaggingMode.SameWords));

    [Fact]
    public void Posseg_cuts_what_jieba_keeps_together()
    {
        Assert.Equal("完成率/n 3.5/m %/x ，/x 用/p 的/uj 是/v abc/eng", Show(WordSegmenter.Default, "完成率3.5%，用的是abc", TaggingMode.Posseg));
        Assert.Equal("他/r 来到/v 了/ul 网易/n 杭/nr 研/vn 大厦/n", Show(Plain, "他来到了网易杭研大厦", TaggingMode.Posseg));
    }

    [Fact]
    public void Tagging_and_cutting_give_the_same_words()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var draw = 0; draw < 2000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 120));
            foreach (var segmenter in new[] { WordSegmenter.Default, Plain })
            {
                var tagged = segmenter.Tag(text);
                Assert.True(segmenter.Segment(text).SequenceEqual(tagged.Select(word => word.Span)), $"seed {seed}, draw {draw}: {text}");
                Assert.All(tagged, word => Assert.NotEmpty(word.Tag));
            }
        }
    }

    [Fact]
    public void Words_of_posseg_joined_give_the_text_back()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        for (var draw = 0; draw < 2000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 120));
            foreach (var segmenter in new[] { WordSegmenter.Default, Plain })
                Assert.True(string.Concat(segmenter.Tag(text, TaggingMode.Posseg).Select(word => word.Span.In(text))) == text, $"seed {seed}, draw {draw}: {text}");
        }
    }

    [Fact]
    public void A_long_text_is_tagged_as_its_lines_are()
    {
        var text = string.Concat(Enumerable.Repeat("南京市长江大桥建成通车，\r\n韩冰是个好人。\n", 3000));
        var end = 0;
        foreach (var (word, again) in WordSegmenter.Default.Segment(text).Zip(WordSegmenter.Default.Tag(text)))
        {
            Assert.Equal(word, again.Span);
            end = word.End;
        }
        Assert.Equal(text.Length, end);
    }

    [Fact]
    public void A_tag_of_a_user_stands_over_that_of_the_base()
    {
        var user = WordDictionary.Default.WithWords(new StringReader("枫桥经验 20 nz\n北京 99999 zz\n清华大学 0\n"), "user.txt");
        Assert.Equal("nz", user.TagOf("枫桥经验"));
        Assert.Equal("zz", user.TagOf("北京"));
        Assert.Equal("nt", user.TagOf("清华大学"));
        Assert.Equal("ns", WordDictionary.Default.TagOf("北京"));
        Assert.Equal("", WordDictionary.Default.TagOf("枫桥经验"));
        Assert.Equal("发展/vn 枫桥经验/nz", Show(new WordSegmenter(user), "发展枫桥经验", TaggingMode.SameWords));
    }

    [Fact]
    public void A_dictionary_of_ones_own_has_its_tags()
    {
        var own = WordDictionary.Load(new StringReader("甲乙 10 n\n甲 5\n乙 5 v\n"), "own");
        Assert.Equal(("n", "", "v"), (own.TagOf("甲乙"), own.TagOf("甲"), own.TagOf("乙")));
    }

    [Theory]
    [InlineData(TaggingMode.SameWords)]
    [InlineData(TaggingMode.Posseg)]
    public void Room_for_too_few_words_is_refused(TaggingMode mode)
    {
        var words = new TaggedWord[3];
        Assert.False(WordSegmenter.Default.TryTag("我来到北京清华大学", words, mode, out var count));
        Assert.Equal(0, count);
        Assert.Throws<ArgumentException>(() => WordSegmenter.Default.Tag("我来到北京清华大学", words, mode));
        Assert.True(WordSegmenter.Default.TryTag("我来到北京清华大学", new TaggedWord[4], mode, out count));
        Assert.Equal(4, count);
    }

    [Theory]
    [InlineData(TaggingMode.SameWords)]
    [InlineData(TaggingMode.Posseg)]
    public void Tagging_allocates_nothing_after_the_first_time(TaggingMode mode)
    {
        var text = string.Join('\n', JiebaFixture.ReadLines("golden-tags.txt.gz", 3).Take(400).Select(line => JiebaFixture.Unescape(line[0])));
        var words = new TaggedWord[text.Length];
        for (var i = 0; i < 3; i++) WordSegmenter.Default.Tag(text, words, mode);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WordSegmenter.Default.Tag(text, words, mode);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Show(WordSegmenter segmenter, string text, TaggingMode mode) =>
        string.Join(' ', segmenter.Tag(text, mode).Select(word => $"{word.Span.In(text)}/{word.Tag}"));
}
