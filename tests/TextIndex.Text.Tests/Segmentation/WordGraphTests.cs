// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Segmentation;

public class WordGraphTests(ITestOutputHelper output)
{
    private static WordSegmenter Graph => WordSegmenter.WordGraph;

    private static WordSegmenter With(WordSegmenterOptions options) => new(WordDictionary.Default, options with { Model = SegmentationModel.WordGraph });

    private static WordSegmenter WithWords(string words) =>
        new(WordDictionary.Default.WithWords(new StringReader(words), "user.txt"), new WordSegmenterOptions { Model = SegmentationModel.WordGraph });

    [Theory]
    [InlineData("", "")]
    [InlineData("张建邦来到北京", "张建邦|来到|北京")]
    [InlineData("他说的确实在理", "他|说|的|确实|在|理")]
    [InlineData("增长3.5%，达到1,234.5万元", "增长|3.5%|，|达到|1,234.5万|元")]
    [InlineData("第6届和第三十七个", "第6|届|和|第三十七|个")]
    [InlineData("The A-AVG, Navy's don't", "The| |A-AVG|,| |Navy's| |don't")]
    [InlineData("ＧＤＰ增长３．５％", "ＧＤＰ|增长|３．５％")]
    [InlineData("學習貫徹", "學習|貫徹")]
    [InlineData("——……a  b\r\n😀𠀀", "——|……|a|  |b|\r\n|😀|𠀀")]
    [InlineData("普鲁塔尔克", "普鲁塔尔克")]
    public void The_graph_decides_by_neighbours_classes_and_names(string text, string words) => Assert.Equal(words, string.Join('|', Graph.Words(text)));

    [Fact]
    public void Names_may_be_parted_and_dates_joined()
    {
        Assert.Equal("张|建邦|来到|北京", string.Join('|', With(new() { SplitPersonNames = true }).Words("张建邦来到北京")));
        Assert.Equal("1998|年|3|月|5|日", string.Join('|', Graph.Words("1998年3月5日")));
        Assert.Equal("1998年|3月|5日", string.Join('|', With(new() { JoinDates = true }).Words("1998年3月5日")));
    }

    [Fact]
    public void Words_of_a_user_are_words_and_removed_words_are_not()
    {
        Assert.Contains("的确实在", WithWords("的确实在").Words("他说的确实在理"));
        Assert.Equal("人工智能 2.0|和|C++|说|“两个维护”", string.Join('|', WithWords("人工智能 2.0\nC++\n“两个维护”").Words("人工智能 2.0和C++说“两个维护”")));
        Assert.DoesNotContain("人民", WithWords("人民 0 n").Words("为人民服务"));
        Assert.DoesNotContain("张建邦", WithWords("张建邦 0").Words("张建邦来到北京"));
        Assert.Contains("张建邦", WordSegmenter.WordGraph.Words("张建邦来到北京"));
    }

    [Fact]
    public void Another_dictionary_than_the_embedded_one_is_refused()
    {
        var own = WordDictionary.Load(new StringReader("人民 10 n"), "own.txt");
        Assert.Contains("word-graph", Assert.Throws<ArgumentException>(() => new WordSegmenter(own, new WordSegmenterOptions { Model = SegmentationModel.WordGraph })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_names_model_data_dictionary_and_options()
    {
        Assert.Matches("^word-graph-1-[0-9a-f]{32} [0-9a-f]{32} hmm-[0-9a-f]{16}$", Graph.Fingerprint);
        Assert.Matches("^jieba [0-9a-f]{32} hmm-[0-9a-f]{16}$", WordSegmenter.Default.Fingerprint);
        WordSegmenter[] different =
        [
            Graph, WordSegmenter.Default, With(new() { UseHmm = false }), With(new() { SplitPersonNames = true }), With(new() { JoinDates = true }), WithWords("人民 0"),
            new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false }),
        ];
        Assert.Equal(different.Length, different.Select(segmenter => segmenter.Fingerprint).Distinct().Count());
        Assert.Equal(Graph.Fingerprint, With(new() { KeepEmptyWords = true }).Fingerprint);
    }

    [Fact]
    public void Words_of_the_accurate_cut_joined_give_the_text_back_and_part_no_code_point()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        WordSegmenter[] segmenters = [Graph, With(new() { SplitPersonNames = true, JoinDates = true }), With(new() { UseHmm = false }), WithWords("的确实在\nC++ 10\n人民 0")];
        for (var draw = 0; draw < 4000; draw++)
        {
            var text = draw % 2 == 0 ? RandomText.Next(random, random.Next(0, 120)) : Mix(random);
            foreach (var segmenter in segmenters)
            {
                var end = 0;
                foreach (var word in segmenter.Segment(text))
                {
                    Assert.True(word.Start == end && word.Length > 0, $"seed {seed}, draw {draw}, at {end}: {text}");
                    Assert.False(end > 0 && end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]), $"seed {seed}, draw {draw}, at {end}: {text}");
                    end = word.End;
                }
                Assert.True(end == text.Length, $"seed {seed}, draw {draw}: {text}");
                foreach (var mode in (SegmentationMode[])[SegmentationMode.Full, SegmentationMode.Search])
                    Assert.True(segmenter.Segment(text, mode).Count <= segmenter.MaximumWords(text.Length, mode), $"seed {seed}, draw {draw}, {mode}: {text}");
            }
        }
    }

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void Too_little_room_is_told_and_enough_is_enough(SegmentationMode mode)
    {
        const string text = "南京市长江大桥是中国科学院的工程师们建造的。第6届。";
        var expected = Graph.Segment(text, mode);
        for (var room = 0; room < expected.Count; room++) Assert.False(Graph.TrySegment(text, new TextSpan[room], mode, out _));
        var exact = new TextSpan[expected.Count];
        Assert.True(Graph.TrySegment(text, exact, mode, out var count));
        Assert.Equal(expected, exact);
        Assert.Equal(expected.Count, count);
    }

    [Fact]
    public void Search_mode_puts_short_words_before_the_long_one() =>
        Assert.Equal("清华|华大|大学|清华大学", string.Join('|', Graph.Words("清华大学", SegmentationMode.Search)));

    [Fact]
    public void Full_mode_gives_every_word_that_occurs() =>
        Assert.Equal("我|来到|北京|清华|清华大学|华大|大学|第6|届", string.Join('|', Graph.Words("我来到北京清华大学第6届", SegmentationMode.Full)));

    [Theory]
    [InlineData(SegmentationMode.Accurate)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void Nothing_is_allocated_after_the_first_text(SegmentationMode mode)
    {
        var text = string.Concat(Enumerable.Repeat("他来到了网易杭研大厦，GDP增长3.5%。學習貫徹\r\n😀", 40));
        var words = new TextSpan[text.Length * 4];
        Graph.Segment(text, words, mode);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Graph.Segment(text, words, mode);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("的")]
    [InlineData("杭研")]
    [InlineData("a")]
    [InlineData("尔斯")]
    [InlineData("一")]
    [InlineData("中国科学院")]
    public void A_sentence_may_be_as_long_as_the_text(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300_000 / part.Length));
        var words = new TextSpan[text.Length];
        Assert.Equal(text.Length, words.AsSpan(0, Graph.Segment(text, words)).ToArray().Sum(word => word.Length));
    }

    // The chosen candidates are the path; put together by the hidden Markov model or parted by an option they are the words.
    [Fact]
    public void An_explanation_holds_the_path_of_both_models()
    {
        const int seed = 8;
        var random = new Random(seed);
        var jieba = new WordSegmenter(WordDictionary.Default.WithWords(new StringReader("人民中国 20\n人民 0"), "user.txt"));
        WordSegmenter[] segmenters = [Graph, WordSegmenter.Default, jieba];
        for (var draw = 0; draw < 300; draw++)
        {
            var text = Mix(random);
            foreach (var segmenter in segmenters)
            {
                var explanation = segmenter.Explain(text);
                Assert.Equal(segmenter.Segment(text), explanation.Words);
                Assert.Equal(explanation.Candidates.Order(Comparer<WordCandidate>.Create((a, b) => a.Span.CompareTo(b.Span))), explanation.Candidates);
                var end = 0;
                foreach (var candidate in explanation.Candidates.Where(candidate => candidate.IsChosen))
                {
                    Assert.True(candidate.Span.Start == end, $"seed {seed}, draw {draw}: {text}");
                    end = candidate.Span.End;
                    var isAlone = explanation.Words.Contains(candidate.Span) || explanation.JoinedByHmm.Any(run => run.Contains(candidate.Span)) || segmenter != Graph;
                    Assert.True(isAlone, $"seed {seed}, draw {draw}, {candidate}: {text}");
                }
                Assert.Equal(text.Length, end);
            }
        }
    }

    // The cut leaves out what cannot win; the explanation weighs every path, and so is a second opinion.
    [Fact]
    public void No_path_weighs_more_than_the_chosen_one()
    {
        const int seed = 9;
        var random = new Random(seed);
        for (var draw = 0; draw < 400; draw++)
        {
            var sentence = string.Concat(Mix(random).Split('。', '\n', '\r'));
            var candidates = Graph.Explain(sentence).Candidates;
            if (candidates.Count == 0) continue;
            var chosen = candidates.First(candidate => candidate.IsChosen).PathWeight;
            foreach (var candidate in candidates)
                Assert.True(candidate.IsChosen ? Math.Abs(candidate.PathWeight - chosen) < 1e-6 : candidate.PathWeight <= chosen, $"seed {seed}, draw {draw}, {candidate}: {sentence}");
        }
    }

    [Fact]
    public void An_explanation_says_what_was_close_and_where_the_hidden_Markov_model_spoke()
    {
        var explanation = Graph.Explain("张建邦来到杭研");
        Assert.Contains(explanation.Candidates, candidate => candidate is { Kind: CandidateKind.Name, Span: { Start: 0, Length: 3 }, IsChosen: true });
        Assert.Contains(explanation.Candidates, candidate => candidate is { Kind: CandidateKind.Dictionary, Span: { Start: 3, Length: 2 }, IsChosen: true });
        Assert.All(explanation.Candidates, candidate => Assert.True(candidate.Weight < 0));
        var best = explanation.Candidates.Where(candidate => candidate.IsChosen).Select(candidate => candidate.PathWeight).ToList();
        Assert.All(best, weight => Assert.Equal(best[0], weight, 6));
        Assert.All(explanation.Candidates, candidate => Assert.True(candidate.PathWeight <= best[0] + 1e-6));
        Assert.Equal([new TextSpan(5, 2)], explanation.JoinedByHmm);
        Assert.Equal([new TextSpan(4, 2)], WordSegmenter.Default.Explain("来到网易杭研").JoinedByHmm);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_words()
    {
        const int seed = 7;
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 400).Select(_ => Mix(random)).ToArray();
        var expected = texts.Select(Graph.Segment).ToArray();
        Parallel.For(0, 8, worker =>
        {
            for (var i = 0; i < texts.Length; i++)
            {
                var at = (i + worker * 50) % texts.Length;
                Assert.True(expected[at].SequenceEqual(Graph.Segment(texts[at])), $"seed {seed}: {texts[at]}");
            }
        });
    }

    // jieba has .791 on these 500 sentences, Lucene's smartcn .799.
    [GoldFact]
    public void On_the_gold_sentences_the_graph_is_right_more_often_than_its_peers()
    {
        Assert.InRange(Score("jieba", WordSegmenter.Default), 0.790, 0.792);
        Assert.InRange(Score("word-graph, names parted", With(new() { SplitPersonNames = true })), 0.840, 1);
        Assert.InRange(Score("word-graph", Graph), 0.840, 1);
    }

    private double Score(string name, WordSegmenter segmenter)
    {
        var (gold, given, right) = (0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Gold, "ud_gsdsimp_dev_gold.utf8")))
        {
            var (spans, text) = (new HashSet<TextSpan>(), "");
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                spans.Add(new TextSpan(text.Length, word.Length));
                text += word;
            }
            var words = segmenter.Segment(text);
            (gold, given, right) = (gold + spans.Count, given + words.Count, right + words.Count(spans.Contains));
        }
        var (precision, recall) = (right / (double)given, right / (double)gold);
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine($"{name}: P {precision:F4} R {recall:F4} F1 {f1:F4}");
        return f1;
    }

    // Pieces that meet all classes of the graph, Han more often than random text has it.
    private static string Mix(Random random)
    {
        string[] pieces = ["的", "人民", "中国科学院", "张", "王小明", "普鲁塔克", "第", "12", "3.5", "%", "万", "一百", "二", "年", "Ab", "C++", "-", "'", ".", "...", "——", "。", "\r\n", "\n", " ", "　", "Ａ", "９", "學", "𠀀", "😀", "\uD800", "\uDC00", "\0", "确实", "在", "甫", "根"];
        return string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
