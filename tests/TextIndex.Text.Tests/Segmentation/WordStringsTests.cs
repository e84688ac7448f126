// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class WordStringsTests
{
    [Fact]
    public void A_word_keeps_its_own_units_whatever_was_asked_before()
    {
        var random = new Random(20261122);
        char[] units = ['\0', 'a', '\uD83D', '\uDE00', '的', '一', '\uFFFF', '国'];
        for (var i = 0; i < 200_000; i++)
        {
            var word = new string(random.GetItems(units, random.Next(0, 7)));
            Assert.Equal(word, WordStrings.Of(word), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Threads_that_ask_together_get_their_own_words()
    {
        Parallel.For(0, 4, seed =>
        {
            var random = new Random(seed);
            var word = new char[4];
            for (var i = 0; i < 100_000; i++)
            {
                var length = random.Next(1, 5);
                for (var at = 0; at < length; at++) word[at] = (char)random.Next(0x4E00, 0x4F00);
                var given = WordStrings.Of(word.AsSpan(0, length));
                if (!given.AsSpan().SequenceEqual(word.AsSpan(0, length))) Assert.Fail($"seed {seed}, step {i}");
            }
        });
    }
}
