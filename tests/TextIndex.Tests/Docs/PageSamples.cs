// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis.TokenAttributes;
using TextIndex.Analysis;
using TextIndex.Discovery;
using TextIndex.Segmentation;

namespace TextIndex.Tests.Docs;

/// <summary>The programs that pages show, word for word; the pages' Console is what a test gives.</summary>
internal static class PageSamples
{
    /// <summary>By page: what its programs print, in order; null for one that prints nothing.</summary>
    public static readonly Dictionary<string, Action<TextWriter>?[]> ByPage = new()
    {
        ["docs/user-dictionaries.md"] = [List, InCode, null, FromCollection],
        ["docs/from-smartcn.md"] = [Tokens, StopWords, UserWords],
    };

    private static readonly string[] documents =
    [
        "今天重视枫橋經驗和教育。", "我们学习枫桥经验很有用。", "各地推广枫桥经验已经十年。", "大家谈枫桥经验的历史。",
    ];

    private static void List(TextWriter Console)
    {
        var list = """
            枫桥经验 20 n
            人工智能 2.0
            “两个维护”
            C++
            @join 北京大
            @split 中 将
            @remove 清华大学
            """;
        var dictionary = WordDictionary.Default.WithWords(new StringReader(list), "words.txt");
        var segmenter = new WordSegmenter(dictionary, new WordSegmenterOptions { Model = SegmentationModel.WordGraph });
        foreach (var line in new[] { "坚持“两个维护”，发展枫桥经验", "谈人工智能 2.0和C++", "他在会中将发言", "清华大学和北京大学" })
            Console.WriteLine(string.Join(" / ", segmenter.Words(line)));
    }

    private static void InCode(TextWriter Console)
    {
        var school = WordDictionary.Default
            .WithWords("清廉学校", "河湖长制")
            .WithJoined("两山论")
            .WithSplit("学生", "会", "组织")
            .WithoutWords("共产党");
        var cut = new WordSegmenter(school);
        Console.WriteLine(string.Join(" / ", cut.Words("两山论进清廉学校，学生会组织讨论")));
    }

    private sealed class Tenant(WordDictionary words)
    {
        private volatile WordSegmenter _segmenter = new(words);

        public WordSegmenter Segmenter => _segmenter;

        public void Change(WordDictionary words) => _segmenter = new WordSegmenter(words);
    }

    private static void FromCollection(TextWriter Console)
    {
        var found = new NewWordFinder(new NewWordOptions { MinDocuments = 3 }).Find(documents);
        foreach (var word in found) Console.WriteLine($"{word.Text} {word.Count} {word.Example.In(documents[word.ExampleDocument])}");
        var ours = WordDictionary.Default.WithWords(found.Select(word => word.Text));
        Console.WriteLine(string.Join(" / ", new WordSegmenter(ours).Words("推广枫桥经验")));
    }

    private static void Tokens(TextWriter Console)
    {
        using var analyzer = new ChineseAnalyzer();                    // was: new SmartChineseAnalyzer(LuceneVersion.LUCENE_48)
        using var tokens = analyzer.GetTokenStream("body", "張建邦來到北京清华大学，ＧＤＰ增长3.5%");
        var term = tokens.GetAttribute<ICharTermAttribute>();
        var offset = tokens.GetAttribute<IOffsetAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken()) Console.Write($"{term} [{offset.StartOffset}, {offset.EndOffset})  ");
        tokens.End();
    }

    private static void StopWords(TextWriter Console)
    {
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { StopWords = ["的", "了"], WordsInside = true });
        using var tokens = analyzer.GetTokenStream("body", "中华人民共和国的成立");
        var term = tokens.GetAttribute<ICharTermAttribute>();
        var increment = tokens.GetAttribute<IPositionIncrementAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken()) Console.Write($"{term} +{increment.PositionIncrement}  ");
        tokens.End();
    }

    private static void UserWords(TextWriter Console)
    {
        var words = WordDictionary.Default.WithWords(new StringReader("枫桥经验\n人工智能 2.0"), "words.txt");
        var segmenter = new WordSegmenter(words, new WordSegmenterOptions { Model = SegmentationModel.WordGraph });
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { Segmenter = segmenter });
        using var tokens = analyzer.GetTokenStream("body", "人工智能 2.0和枫桥经验");
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken()) Console.Write($"{term}  ");
        tokens.End();
    }
}
