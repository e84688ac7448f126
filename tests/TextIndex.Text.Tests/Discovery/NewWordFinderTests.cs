// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TextIndex.Discovery;
using TextIndex.Normalization;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Discovery;

public class NewWordFinderTests
{
    private static readonly string[] Planted = ["枫桥经验", "双碳目标", "河湖长制", "清廉学校"];

    // Words of jieba that are common, in random order, with planted words among them: the only thing that is no chance.
    private static List<string> Collection(int seed, int documents)
    {
        var random = new Random(seed);
        string[] others = ["我们", "学习", "工作", "人民", "发展", "问题", "社会", "坚持", "学校", "经济", "历史", "老师", "城市", "文化", "教育", "生活", "科学", "研究", "精神", "群众", "的", "和", "在", "了", "去年", "今天", "他们", "认为", "看到", "需要"];
        var texts = new List<string>();
        for (var i = 0; i < documents; i++)
        {
            var text = new StringBuilder("本站讯（责任编辑某甲）。\n\n");
            for (var sentence = 0; sentence < 8; sentence++)
            {
                for (var word = random.Next(5, 12); word > 0; word--)
                    text.Append(random.Next(8) == 0 ? Planted[random.Next(Planted.Length)] : random.Next(12) == 0 ? random.Next(10, 99) + "公里" : others[random.Next(others.Length)]);
                text.Append(random.Next(4) == 0 ? "，" : "。");
            }
            texts.Add(text.ToString());
        }
        return texts;
    }

    [Fact]
    public void Planted_words_are_found_with_their_places_and_nothing_is_before_them()
    {
        var documents = Collection(1, 150);
        var words = new NewWordFinder(new NewWordOptions { Limit = 50 }).Find(documents);
        Assert.Equal(Planted.Order(StringComparer.Ordinal), words.Take(Planted.Length).Select(word => word.Text).Order(StringComparer.Ordinal));
        foreach (var word in words)
        {
            Assert.Equal(word.Text, TextNormalizer.Fold(word.Example.In(documents[word.ExampleDocument])));
            Assert.InRange(word.Documents, 5, word.Count);
            Assert.False(WordSegmenter.WordGraph.Knows(word.Text));
        }
        Assert.Equal(words.OrderByDescending(word => word.Score).Select(word => word.Text), words.Select(word => word.Text));
    }

    [Fact]
    public void What_is_printed_everywhere_or_counts_or_ends_in_grammar_is_no_word()
    {
        var words = new NewWordFinder(new NewWordOptions { Limit = 1000 }).Find(Collection(2, 150));
        Assert.DoesNotContain(words, word => word.Text.Contains("本站") || word.Text.Contains("某甲"));
        Assert.DoesNotContain(words, word => word.Text.Any(char.IsAsciiDigit) || word.Text.Contains("公里"));
        Assert.DoesNotContain(words, word => word.Text[0] is '的' or '和' or '在' || word.Text[^1] is '的' or '和' or '在');
    }

    [Fact]
    public void The_same_documents_give_the_same_words_on_any_thread()
    {
        var documents = Collection(3, 60);
        var finder = new NewWordFinder();
        var all = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => finder.Find(documents)).ToList();
        Assert.NotEmpty(all[0]);
        Assert.All(all, words => Assert.Equal(all[0], words));
    }

    [Fact]
    public void A_collection_that_is_too_large_is_read_in_part()
    {
        var documents = Collection(4, 400);
        var stream = new WordStream(WordSegmenter.WordGraph, 8000);
        foreach (var document in documents)
        {
            stream.Add(document);
            Assert.InRange(stream.Count, 1, 8000);
        }
        Assert.InRange(stream.Documents, 30, 399);
        Assert.Equal(stream.Sentences.Select(sentence => sentence.Document).Max() / (stream.Documents - 1), stream.Sentences.Select(sentence => sentence.Document).Where(document => document > 0).Min());
        var words = new NewWordFinder(new NewWordOptions { MostWordsInMemory = 8000 }).Find(documents);
        Assert.Superset(Planted.ToHashSet(), words.Select(word => word.Text).ToHashSet());
        Assert.All(words, word => Assert.Equal(word.Text, TextNormalizer.Fold(word.Example.In(documents[word.ExampleDocument]))));
    }

    [Fact]
    public void The_list_is_a_user_dictionary_that_makes_them_words()
    {
        var words = new NewWordFinder().Find(Collection(5, 100));
        using var list = new StringWriter();
        NewWordFinder.WriteUserDictionary(list, words);
        var dictionary = WordDictionary.Default.WithWords(new StringReader(list.ToString()), "words.txt");
        var segmenter = new WordSegmenter(dictionary, new WordSegmenterOptions { Model = SegmentationModel.WordGraph });
        foreach (var word in words)
        {
            Assert.True(dictionary.Contains(word.Text));
            Assert.Contains(word.Text, segmenter.Words($"“{word.Text}”"));
        }
        Assert.Empty(new NewWordFinder(new NewWordOptions { Segmenter = segmenter }).Find(Collection(5, 100)).Select(word => word.Text).Intersect(Planted));
    }

    [Fact]
    public void Any_text_may_come()
    {
        const int seed = 6;
        var random = new Random(seed);
        var documents = Enumerable.Range(0, 300).Select(_ => RandomText.Next(random, random.Next(1, 80))).Append("").ToList();
        var words = new NewWordFinder(new NewWordOptions { MinDocuments = 2, Limit = int.MaxValue, LongestWord = 6 }).Find(documents);
        Assert.NotEmpty(words);
        foreach (var word in words)
            Assert.True(word.Text.Length <= 6 && TextNormalizer.Fold(word.Example.In(documents[word.ExampleDocument])) == word.Text, $"seed {seed}: {word}");
        Assert.Empty(new NewWordFinder().Find([]));
    }

    [Fact]
    public void Misuse_is_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NewWordFinder(new NewWordOptions { Limit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NewWordFinder(new NewWordOptions { MinDocuments = 0 }));
        Assert.Throws<OperationCanceledException>(() => new NewWordFinder().Find(Collection(7, 2), new CancellationToken(true)));
    }

    [CorporaFact]
    public void Half_a_newspaper_gives_the_words_of_its_years()
    {
        if (!Repository.Slow) return;
        var words = new NewWordFinder().Find(Read().Where((_, number) => number % 2 == 1));
        Assert.Equal(200, words.Count);
        Assert.Superset(new HashSet<string> { "一带一路", "脱贫攻坚", "乡村振兴", "核酸检测", "跨境电商" }, words.Select(word => word.Text).ToHashSet());

        static IEnumerable<string> Read()
        {
            using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Environment.GetEnvironmentVariable("TEXTINDEX_CORPORA")!, "modern.jsonl.gz")), CompressionMode.Decompress));
            while (file.ReadLine() is { } line)
            {
                using var document = JsonDocument.Parse(line);
                yield return document.RootElement.GetProperty("text").GetString()!;
            }
        }
    }
}
