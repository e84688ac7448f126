// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Primitives;
using TextIndex.Segmentation;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class WordDictionaryTests
{
    [Theory]
    [InlineData("清华大学", true)]
    [InlineData("C++", true)]
    [InlineData("清华大", false)]
    [InlineData("", false)]
    [InlineData("\0", false)]
    [InlineData("清华大学清华大学", false)]
    public void Default_knows_jiebas_words(string word, bool known) => Assert.Equal(known, WordDictionary.Default.Contains(word));

    [Fact]
    public void Words_at_a_place_come_shortest_first()
    {
        var lengths = new int[WordDictionary.Default.LongestWordLength];
        var count = WordDictionary.Default.WordsAt("清华大学在北京", lengths);
        Assert.Equal([1, 2, 4], lengths[..count]);
        Assert.Equal(0, WordDictionary.Default.WordsAt("，清华", lengths));
        Assert.Equal(0, WordDictionary.Default.WordsAt("", lengths));
        Assert.Equal(16, WordDictionary.Default.LongestWordLength);
        Assert.Throws<ArgumentException>(() => WordDictionary.Default.WordsAt("清华", new int[2]));
    }

    [Fact]
    public void A_dictionary_built_from_the_same_lines_has_the_same_fingerprint()
    {
        var one = Load("中国 10 ns\n人民 5\n中国人民 0 n\n");
        var other = Load("人民 5 n\r\n中国人民 0\r\n中国 10");
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.NotEqual(one.Fingerprint, Load("中国 10\n人民 6\n中国人民 0").Fingerprint);
        Assert.Matches("^[0-9a-f]{32}$", WordDictionary.Default.Fingerprint);
        Assert.True(one.Contains("中国"));
        Assert.False(one.Contains("中国人民"));
    }

    [Fact]
    public void Every_word_of_a_random_dictionary_is_found_and_nothing_else()
    {
        const int seed = 11;
        var random = new Random(seed);
        for (var draw = 0; draw < 30; draw++)
        {
            var words = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var i = random.Next(1, 400); i > 0; i--) words[Draw(random)] = random.Next(0, 50);
            var dictionary = Load(string.Join('\n', words.Select(word => $"{word.Key} {word.Value} x")));
            foreach (var (word, frequency) in words) Assert.True(dictionary.FrequencyOf(word) == frequency, $"seed {seed}, draw {draw}: {word}");
            for (var i = 0; i < 1000; i++)
            {
                var word = Draw(random);
                Assert.True(dictionary.FrequencyOf(word) == words.GetValueOrDefault(word), $"seed {seed}, draw {draw}: {word}");
            }
        }

        static string Draw(Random random)
        {
            var word = new StringBuilder();
            for (var i = random.Next(1, 5); i > 0; i--) word.Append("学习实事求是为人民服务ab\U00020000"[random.Next(15)]);
            return word.ToString();
        }
    }

    [Fact]
    public void Words_of_a_user_leave_the_base_alone()
    {
        var user = WordDictionary.Default.WithWords(new StringReader("枫桥经验\n清华大学 0\n人工智能 2.0 30 nz\n"), "user.txt");
        Assert.True(user.Contains("枫桥经验"));
        Assert.True(user.Contains("人工智能 2.0"));
        Assert.False(user.Contains("清华大学"));
        Assert.True(user.Contains("清华"));
        Assert.False(WordDictionary.Default.Contains("枫桥经验"));
        Assert.True(WordDictionary.Default.Contains("清华大学"));
        Assert.Equal("坚持|和|发展|枫桥经验", string.Join('|', new WordSegmenter(user).Words("坚持和发展枫桥经验")));
        var lengths = new int[user.LongestWordLength];
        Assert.Equal([1, 2], lengths[..user.WordsAt("清华大学", lengths)]);
    }

    [Fact]
    public void Words_may_be_laid_over_words()
    {
        var first = WordDictionary.Default.WithWords(new StringReader("枫桥经验 20"), "a");
        var second = first.WithWords(new StringReader("清廉学校建设 20\n枫桥经验 0"), "b");
        Assert.True(first.Contains("枫桥经验"));
        Assert.False(second.Contains("枫桥经验"));
        Assert.True(second.Contains("清廉学校建设"));
        Assert.Equal(3, new[] { WordDictionary.Default.Fingerprint, first.Fingerprint, second.Fingerprint }.Distinct().Count());
        Assert.Same(first, first.WithWords(new StringReader("\n  \n"), "empty"));
    }

    [Theory]
    [InlineData("中国 10 ns\n忠诚 x n\n", 2, "忠诚 x n")]
    [InlineData("\uFEFF中国 10\n\n孤零零\n", 3, "孤零零")]
    [InlineData("中国 -1", 1, "中国 -1")]
    [InlineData("中国 99999999999999999999", 1, "中国 99999999999999999999")]
    public void A_line_that_cannot_be_read_is_named(string text, int line, string found)
    {
        var error = Assert.Throws<DictionaryFormatException>(() => Load(text));
        Assert.Equal(("dict.txt", line, found), (error.File, error.Line, error.Found));
        Assert.Equal($"dict.txt:{line}: expected \"word count tag\", found \"{found}\".", error.Message);
    }

    [Fact]
    public void A_users_count_that_is_no_count_is_named() =>
        Assert.Equal(2, Assert.Throws<DictionaryFormatException>(() => WordDictionary.Default.WithWords(new StringReader("好\n坏 99999999999999999999 n"), "u")).Line);

    private static WordDictionary Load(string text) => WordDictionary.Load(new StringReader(text), "dict.txt");
}
