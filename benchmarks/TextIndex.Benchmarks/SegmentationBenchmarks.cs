// SPDX-License-Identifier: MIT
using BenchmarkDotNet.Attributes;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>Text to words, one thread, a megabyte of UTF-8 or so: spans into a caller's buffer, strings, and the three modes.</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly WordSegmenter _plain = new(WordDictionary.Default, new WordSegmenterOptions { UseHmm = false });
    private string[] _texts = [];
    private TextSpan[] _words = [];

    /// <summary>Texts of the synthetic corpus, about 400,000 characters.</summary>
    [GlobalSetup]
    public void Load()
    {
        _texts = [.. SyntheticCorpus.Load(20_000).Take(700).Select(document => document.Text)];
        _words = new TextSpan[_texts.Max(text => WordSegmenter.Default.MaximumWords(text.Length, SegmentationMode.Full))];
        Console.WriteLine($"// {_texts.Length} texts, {_texts.Sum(text => text.Length)} characters, {_texts.Sum(System.Text.Encoding.UTF8.GetByteCount)} bytes of UTF-8");
    }

    /// <summary>The accurate cut as spans: no byte is allocated.</summary>
    [Benchmark(Baseline = true)]
    public int Accurate() => Cut(WordSegmenter.Default, SegmentationMode.Accurate);

    /// <summary>The same without the hidden Markov model.</summary>
    [Benchmark]
    public int AccurateWithoutHmm() => Cut(_plain, SegmentationMode.Accurate);

    /// <summary>Every dictionary word.</summary>
    [Benchmark]
    public int Full() => Cut(WordSegmenter.Default, SegmentationMode.Full);

    /// <summary>Long words with the words inside them.</summary>
    [Benchmark]
    public int Search() => Cut(WordSegmenter.Default, SegmentationMode.Search);

    /// <summary>The accurate cut as strings.</summary>
    [Benchmark]
    public int Strings()
    {
        var count = 0;
        foreach (var text in _texts) count += WordSegmenter.Default.Words(text).Count;
        return count;
    }

    /// <summary>The fold with its offset map, which goes before every cut when a document is indexed.</summary>
    [Benchmark]
    public int Fold()
    {
        var count = 0;
        foreach (var text in _texts) count += TextNormalizer.Normalize(text).Text.Length;
        return count;
    }

    private int Cut(WordSegmenter segmenter, SegmentationMode mode)
    {
        var count = 0;
        foreach (var text in _texts) count += segmenter.Segment(text, _words, mode);
        return count;
    }
}
