// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Segmentation;
using Xunit;

namespace TextIndex.Tests.Indexing;

/// <summary>The postings of title and body against their definition in docs/index-format.md §2, word by word.</summary>
public class PostingsLawTests
{
    private const int Seed = 20261122;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Every_posting_is_what_the_text_says(int kind, bool merged)
    {
        // Users' words with surrogates, with Latin, one that only continues a word of the base, and one that is taken out.
        var dictionary = kind == 0 ? WordDictionary.Default : WordDictionary.Default.WithWords("枫桥经验", "人民𠀀", "人工智能 2.0", "全心全意为人民服务的", "T恤").WithoutWords("人民", "实事求是").WithJoined("的人民");
        var analyzer = new FieldAnalyzer(new WordSegmenter(dictionary, new WordSegmenterOptions { Model = kind == 2 ? SegmentationModel.Jieba : SegmentationModel.WordGraph }));
        var options = new SearchIndexOptions { Dictionary = dictionary, Model = kind == 2 ? SegmentationModel.Jieba : SegmentationModel.WordGraph };
        using var index = SearchIndex.InMemory(options);
        var random = new Random(Seed + kind);
        var expected = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        string[] pieces = ["全心全意为人民服务", "枫桥经验", "人民𠀀", "人民\ud840", "人民", "人工智能 2.0", "T恤", "实事求是", "的人民", "\udc00", "party", "2024年", "𠀀𠀁"];
        for (var i = 0; i < 120; i++)
        {
            var text = RandomText.Next(random, random.Next(150));
            for (var more = random.Next(6); more > 0; more--) text = text.Insert(random.Next(text.Length + 1), pieces[random.Next(pieces.Length)]);
            if (i == 7) text = string.Concat(Enumerable.Repeat("实事求是人民", 700));
            var document = Document.Create($"k{i:D3}", text, "");
            index.Add(document);
            if (random.Next(40) == 0) index.Commit();
            foreach (var (word, frequency) in WordsOf(analyzer, document.BodySpan.In(document.Text)))
            {
                if (!expected.TryGetValue(word, out var list)) expected[word] = list = new(StringComparer.Ordinal);
                list[document.Key] = frequency;
            }
        }
        if (merged)
        {
            for (var i = 0; i < 120; i += 1 + random.Next(8))
            {
                index.Delete($"k{i:D3}");
                foreach (var (word, list) in expected.ToList())
                    if (list.Remove($"k{i:D3}") && list.Count == 0) expected.Remove(word);
            }
            index.Commit();
            index.Merge(1);
        }
        index.Commit();
        var found = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        using var snapshot = index.OpenSnapshot();
        foreach (var leaf in snapshot.LuceneReader.Leaves)
        {
            var segment = (AtomicReader)leaf.Reader;
            var columns = new TextIndex.Indexing.IndexSegment(segment, 0).OpenColumns();
            foreach (var term in segment.GetTerms("body"))
            {
                var word = term.Term.Utf8ToString();
                if (!found.TryGetValue(word, out var list)) found[word] = list = new(StringComparer.Ordinal);
                var cursor = term.Docs(null, null);
                for (int document; (document = cursor.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS;) list[columns.Key(document)] = cursor.Freq;
            }
        }
        Assert.True(expected.Keys.SequenceEqual(found.Keys), $"seed {Seed}: {string.Join(' ', expected.Keys.Except(found.Keys))} | {string.Join(' ', found.Keys.Except(expected.Keys))}");
        foreach (var (word, list) in expected) Assert.True(list.SequenceEqual(found[word]), $"seed {Seed}, {word}: {string.Join(' ', list)} | {string.Join(' ', found[word])}");
    }

    // A lone surrogate becomes U+FFFD in a term.
    private static Dictionary<string, int> WordsOf(FieldAnalyzer analyzer, string source)
    {
        var analyzed = analyzer.AnalyzeForIndex(source);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new HashSet<TextSpan>();
        foreach (var token in analyzed.Words)
        {
            tokens.Add(token);
            if (token.Length <= FieldAnalyzer.LongestTerm) Add(token, 2);
        }
        for (var start = 0; start < analyzed.Text.Length; start++)
            for (var length = 2; length <= 12 && start + length <= analyzed.Text.Length; length++)
            {
                var span = new TextSpan(start, length);
                if (!tokens.Contains(span) && analyzer.IsIndexedWord(span.In(analyzed.Text))) Add(span, analyzed.Boundaries.View.Aligned(start, start + length) ? 2 : 1);
            }
        return words;

        void Add(TextSpan span, int times)
        {
            var term = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(span.In(analyzed.Text)));
            words[term] = words.GetValueOrDefault(term) + times;
        }
    }
}
