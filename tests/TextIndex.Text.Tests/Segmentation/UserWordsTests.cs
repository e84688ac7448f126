// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Segmentation;

public class UserWordsTests
{
    private const string Words = "人工智能 2.0\nC++\n“两个维护”\nAI\nC\nYahoo! n\n什么？没有！ 3 l\n@join 北京大\n@split 中 将\n@split 学生 会 组织\n@remove 清华大学\n@ a note\n@\n@word iPhone 15\n@某人\n";

    private static WordDictionary Read(string lines) => WordDictionary.Default.WithWords(new StringReader(lines), "user.txt");

    private static WordSegmenter With(WordDictionary dictionary, SegmentationModel model) => new(dictionary, new WordSegmenterOptions { Model = model });

    public static TheoryData<SegmentationModel> Models => [SegmentationModel.Jieba, SegmentationModel.WordGraph];

    [Theory]
    [MemberData(nameof(Models))]
    public void Words_with_spaces_marks_and_Latin_are_found_in_both_models(SegmentationModel model)
    {
        var segmenter = With(Read(Words), model);
        Assert.Equal("谈|人工智能 2.0|和|C++|与|“两个维护”", Join(segmenter, "谈人工智能 2.0和C++与“两个维护”"));
        Assert.Equal("用|Yahoo!|查|什么？没有！", Join(segmenter, "用Yahoo!查什么？没有！"));
        Assert.Equal("买|iPhone 15|给|@某人", Join(segmenter, "买iPhone 15给@某人"));
        Assert.DoesNotContain("清华大学", segmenter.Words("我在清华大学读书"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_word_of_a_user_never_breaks_an_English_one(SegmentationModel model)
    {
        var segmenter = With(Read(Words + "Open AI\nVisual C\n智能 2\n"), model);
        foreach (var word in new[] { "SAID", "AID", "RAIN", "C++", "Cat" })
        {
            Assert.Contains(word, segmenter.Words($"他说{word}的事"));
            Assert.DoesNotContain("AI", segmenter.Words($"他说{word}的事", SegmentationMode.Search));
        }
        Assert.DoesNotContain("Open AI", segmenter.Words("Open AIR"));
        Assert.DoesNotContain("Visual C", segmenter.Words("用Visual C++写"));
        Assert.DoesNotContain("智能 2", segmenter.Words("智能 2.0"));
        Assert.Contains("AI", segmenter.Words("用AI写"));
        Assert.Contains("Open AI", segmenter.Words("用Open AI写"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Joins_and_splits_hold_whatever_is_more_probable(SegmentationModel model)
    {
        var segmenter = With(Read(Words), model);
        Assert.Equal("北京大|学", Join(segmenter, "北京大学"));
        Assert.EndsWith("post|中|将|出错", Join(segmenter, "如果放到post中将出错"));
        Assert.Equal("集中|将来", Join(segmenter, "集中将来"));
        var dictionary = WordDictionary.Default.WithJoined("的人民", "人民服务").WithSplit("中国", "共产党").WithoutWords("共产党").WithWords("产党");
        segmenter = With(dictionary, model);
        Assert.Equal("我|的人民|服务", Join(segmenter, "我的人民服务"));
        Assert.Equal("为|人民服务", Join(segmenter, "为人民服务"));
        Assert.DoesNotContain("中国共产党", segmenter.Words("中国共产党万岁"));
        Assert.Contains("人民", segmenter.Words("为人民服务", SegmentationMode.Full));
        Assert.Contains("人民服务", segmenter.Words("为人民服务", SegmentationMode.Full));
        Assert.Equal("为|人民|服务|人民服务", string.Join('|', segmenter.Words("为人民服务", SegmentationMode.Search)));
        Assert.Contains("中国", With(dictionary.WithJoined("中国共产党"), model).Words("中国共产党", SegmentationMode.Search));
        Assert.Contains("中国共产党", With(dictionary.WithJoined("中国共产党"), model).Words("中国共产党"));     // a join stands above a split
        Assert.Equal("为|人民|服务", Join(With(dictionary.WithoutWords("人民服务"), model), "为人民服务"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_long_word_of_a_user_wins_over_the_shorter_ones(SegmentationModel model)
    {
        string[] words = ["双碳目标", "双碳", "碳目", "双碳目标责任制", "目标责任制"];
        foreach (var order in new[] { words, [.. words.Reverse()] })
        {
            var segmenter = With(WordDictionary.Default.WithWords(order), model);
            foreach (var word in words) Assert.Equal($"“|{word}|”", Join(segmenter, $"“{word}”"));
        }
    }

    [Fact]
    public void The_word_graph_takes_joins_and_splits_in_any_width_and_script()
    {
        var segmenter = With(Read("@join 党史学习 AI\n@split 中 将\n"), SegmentationModel.WordGraph);
        Assert.Contains("黨史學習　ａｉ", segmenter.Words("看黨史學習　ａｉ吧"));
    }

    [Fact]
    public void Jiebas_way_is_kept_for_those_who_ask_for_it()
    {
        var segmenter = new WordSegmenter(Read(Words), new WordSegmenterOptions { UserWordsAsInJieba = true });
        Assert.Equal("S|AI|D", Join(segmenter, "SAID"));
        Assert.DoesNotContain("人工智能 2.0", segmenter.Words("人工智能 2.0"));
    }

    [Theory]
    [InlineData("好\n@join", 2, "expected \"@join word\", found \"@join\"")]
    [InlineData("@remove  ", 1, "expected \"@remove word\"")]
    [InlineData("@split 中将", 1, "expected \"@split part part\"")]
    [InlineData("\n\n@spilt 中 将", 3, "expected @join, @split, @remove or @word")]
    [InlineData("@split 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四 五", 1, "63")]
    [InlineData("好\n坏 99999999999999999999 n", 2, "found \"坏 99999999999999999999 n\"")]
    public void A_line_that_cannot_be_followed_is_named(string lines, int line, string said)
    {
        var error = Assert.Throws<DictionaryFormatException>(() => Read(lines));
        Assert.Equal(("user.txt", line), (error.File, error.Line));
        Assert.StartsWith($"user.txt:{line}: ", error.Message);
        Assert.Contains(said, error.Message);
    }

    [Fact]
    public void Misuse_is_told()
    {
        Assert.Throws<ArgumentException>(() => WordDictionary.Default.WithWords("a\nb"));
        Assert.Throws<ArgumentException>(() => WordDictionary.Default.WithJoined(""));
        Assert.Throws<ArgumentException>(() => WordDictionary.Default.WithSplit("中将"));
        Assert.Throws<ArgumentException>(() => WordDictionary.Default.WithSplit("中", ""));
        Assert.Same(WordDictionary.Default, WordDictionary.Default.WithWords());
        Assert.Same(WordDictionary.Default, Read("@ nothing but a note"));
    }

    [Fact]
    public void What_changes_the_words_changes_the_fingerprint()
    {
        string[] lists = ["枫桥经验", "@join 枫桥经验", "@split 枫桥 经验", "@split 枫 桥经验", "@split 枫 桥 经验", "@remove 枫桥经验"];
        Assert.Equal(lists.Length, lists.Select(list => Read(list).Fingerprint).Distinct().Count());
        Assert.Equal(Read("@join 枫桥经验\n@split 中 将").Fingerprint, WordDictionary.Default.WithJoined("枫桥经验").WithSplit("中", "将").Fingerprint);
        var dictionary = Read("枫桥经验");
        Assert.NotEqual(new WordSegmenter(dictionary).Fingerprint, new WordSegmenter(dictionary, new WordSegmenterOptions { UserWordsAsInJieba = true }).Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Words_joined_give_the_text_back_with_any_words_of_a_user(SegmentationModel model)
    {
        const int seed = 20;
        var random = new Random(seed);
        for (var draw = 0; draw < 40; draw++)
        {
            var dictionary = Draw(random);
            var segmenter = new WordSegmenter(dictionary, new WordSegmenterOptions { Model = model, UseHmm = random.Next(3) > 0 });
            for (var i = 0; i < 30; i++)
            {
                var text = RandomText.Next(random, random.Next(1, 60));
                var told = $"seed {seed}, draw {draw}, text {i}";
                var words = segmenter.Segment(text);
                Assert.True(string.Concat(words.Select(span => span.In(text))) == text, told);
                Assert.True(words.All(span => span.Length > 0), told);
                Assert.True(words.SequenceEqual(segmenter.Tag(text).Select(word => word.Span)), told);
                Assert.True(words.SequenceEqual(segmenter.Explain(text).Words), told);
                foreach (var mode in new[] { SegmentationMode.Search, SegmentationMode.Full })
                {
                    var spans = new TextSpan[segmenter.MaximumWords(text.Length, mode)];
                    var count = segmenter.Segment(text, spans, mode);
                    Assert.True(spans.AsSpan(0, count).SequenceEqual(segmenter.Segment(text, mode).ToArray()), told);
                    if (count > 0) Assert.False(segmenter.TrySegment(text, spans.AsSpan(0, count - 1), mode, out _), told);
                }
            }
        }
    }

    // Parts of the same texts as words, joins, splits and removals.
    private static WordDictionary Draw(Random random)
    {
        var dictionary = WordDictionary.Default;
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var word = string.Concat(RandomText.Next(random, random.Next(1, 5)).Split('\n', '\r'));
            if (word.Length < 2) continue;
            var cut = random.Next(1, word.Length);
            dictionary = random.Next(4) switch
            {
                0 => dictionary.WithWords(word),
                1 => dictionary.WithJoined(word),
                2 when cut < 64 => dictionary.WithSplit(word[..cut], word[cut..]),
                _ => dictionary.WithoutWords(word),
            };
        }
        return dictionary;
    }

    [Fact]
    public void Fixed_words_are_those_a_naive_scan_finds()
    {
        const int seed = 21;
        var random = new Random(seed);
        for (var draw = 0; draw < 300; draw++)
        {
            string Letters(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => "甲乙丙"[random.Next(3)]));
            var joined = Enumerable.Range(0, random.Next(0, 4)).Select(_ => Letters(4)).ToArray();
            var splits = Enumerable.Range(0, random.Next(0, 4)).Select(_ => (First: Letters(3), Second: Letters(3))).ToArray();
            var dictionary = WordDictionary.Default.WithJoined(joined);
            foreach (var (first, second) in splits) dictionary = dictionary.WithSplit(first, second);
            var text = Letters(30);
            var inside = new bool[text.Length + 1];
            var starts = new List<TextSpan>();
            for (var at = 0; at < text.Length;)
            {
                var longest = joined.Where(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0).Select(word => word.Length).DefaultIfEmpty(0).Max();
                if (longest > 0) starts.Add(new TextSpan(at, longest));
                for (var i = 1; i < longest; i++) inside[at + i] = true;
                at += Math.Max(1, longest);
            }
            var words = new WordSegmenter(dictionary).Segment(text);
            var edges = words.Select(word => word.Start).ToHashSet();
            Assert.True(starts.All(words.Contains), $"seed {seed}, draw {draw}");
            foreach (var (first, second) in splits)
                for (var at = text.IndexOf(first + second, StringComparison.Ordinal); at >= 0; at = text.IndexOf(first + second, at + 1, StringComparison.Ordinal))
                    Assert.True(inside[at + first.Length] || edges.Contains(at + first.Length), $"seed {seed}, draw {draw}");
        }
    }

    [Fact]
    public void Two_tenants_keep_their_words_while_one_swaps_its_own()
    {
        const string Text = "坚持和发展枫桥经验，建设清廉学校";
        var shop = new Tenant(WordDictionary.Default.WithWords("枫桥经验"));
        var school = new Tenant(WordDictionary.Default.WithWords("清廉学校"));
        string[] seenInShop = ["坚持|和|发展|枫桥经验|，|建设|清廉|学校", "坚持|和|发展|枫桥经验|，|建设清廉|学校"];
        var wrong = 0;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            for (var i = 0; i < 400 || !stop.IsCancellationRequested; i++)
            {
                var words = Join(number % 2 == 0 ? shop.Segmenter : school.Segmenter, Text);
                var right = number % 2 == 0 ? seenInShop.Contains(words) : words == "坚持|和|发展|枫桥|经验|，|建设|清廉学校";
                if (!right) Interlocked.Increment(ref wrong);
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        for (var i = 0; i < 20; i++)
            shop.Segmenter = new WordSegmenter(i % 2 == 0 ? WordDictionary.Default.WithWords("枫桥经验").WithJoined("建设清廉") : WordDictionary.Default.WithWords("枫桥经验"));
        stop.Cancel();
        readers.ForEach(reader => reader.Join());
        Assert.Equal(0, wrong);
    }

    // How a program holds what may be swapped: one volatile field.
    private sealed class Tenant(WordDictionary dictionary)
    {
        private volatile WordSegmenter _segmenter = new(dictionary);

        public WordSegmenter Segmenter { get => _segmenter; set => _segmenter = value; }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_text_with_fixed_words_is_cut_without_allocating(SegmentationModel model)
    {
        var segmenter = With(Read(Words), model);
        var text = string.Concat(Enumerable.Repeat("谈人工智能 2.0和C++与“两个维护”，北京大学的学生会组织。", 50));
        var spans = new TextSpan[2 * text.Length];
        for (var i = 0; i < 3; i++)
        {
            segmenter.Segment(text, spans, SegmentationMode.Search);
            segmenter.Segment(text, spans);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        segmenter.Segment(text, spans, SegmentationMode.Search);
        segmenter.Segment(text, spans);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Join(WordSegmenter segmenter, string text) => string.Join('|', segmenter.Words(text));
}
