// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class SentenceSplitterTests
{
    [Fact]
    public void Only_the_asked_part_is_split()
    {
        const string text = "一。二。三。四";
        Assert.Equal([new TextSpan(2, 2), new TextSpan(4, 1)], SentenceSplitter.Split(text, new TextSpan(2, 3)));
        Assert.Empty(SentenceSplitter.Split(text, new TextSpan(7, 0)));
        Assert.Empty(SentenceSplitter.Split(" \r\n　"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SentenceSplitter.Split(text, new TextSpan(5, 3)));
    }

    [Fact]
    public void Sentences_ascend_and_leave_only_white_space_out()
    {
        const int seed = 3;
        var random = new Random(seed);
        for (var draw = 0; draw < 2000; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 60));
            var start = random.Next(text.Length);
            var within = new TextSpan(start, random.Next(text.Length - start + 1));
            var end = within.Start;
            foreach (var sentence in SentenceSplitter.Split(text, within).Append(new TextSpan(within.End, 0)))
            {
                Assert.True(sentence.Start >= end && string.IsNullOrWhiteSpace(text[end..sentence.Start]), $"seed {seed}, draw {draw}: {text}");
                end = sentence.End;
            }
            Assert.Equal(within.End, end);
        }
    }
}
