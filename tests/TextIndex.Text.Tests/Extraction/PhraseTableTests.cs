// SPDX-License-Identifier: MIT
using TextIndex.Extraction;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

public class PhraseTableTests(ITestOutputHelper output)
{
    [Fact]
    public void It_finds_at_every_place_what_a_look_at_every_phrase_finds()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string Letters = "学习要求甲乙丙丁a";
        for (var round = 0; round < 200; round++)
        {
            var phrases = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Next(random.Next(1, 6))).ToArray();
            var table = new PhraseTable(string.Join(' ', phrases));
            var text = Next(random.Next(0, 60));
            for (var i = 0; i <= text.Length; i++)
            {
                Assert.Equal(phrases.Where(p => text.AsSpan(i).StartsWith(p)).Select(p => p.Length).DefaultIfEmpty().Max(), table.StartingAt(text, i));
                Assert.Equal(phrases.Where(p => text.AsSpan(0, i).EndsWith(p)).Select(p => p.Length).DefaultIfEmpty().Max(), table.EndingAt(text, i));
                for (var end = i; end <= text.Length; end++) Assert.Equal(phrases.Contains(text[i..end]), table.Contains(text.AsSpan(i..end)));
            }
        }

        string Next(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
    }

    [Fact]
    public void A_phrase_may_have_thirty_one_characters_and_no_more()
    {
        var longest = new string('学', 31);
        Assert.Equal(31, new PhraseTable(longest).StartingAt(longest + "学", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseTable(longest + "学"));
    }
}
