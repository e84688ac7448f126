// SPDX-License-Identifier: MIT
using BenchmarkDotNet.Attributes;
using TextIndex.Lac;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>Text to words, tags and names by the neural model: one thread, text after text; all as one text; two threads.</summary>
[MemoryDiagnoser]
public class LacBenchmarks
{
    private string[] _texts = [];
    private string _all = "";
    private TaggedWord[] _words = [], _other = [];

    /// <summary>Texts of the synthetic corpus, about 100,000 characters.</summary>
    [GlobalSetup]
    public void Load()
    {
        _texts = [.. SyntheticCorpus.Load(20_000).Take(175).Select(document => document.Text)];
        _all = string.Join('\n', _texts);
        (_words, _other) = (new TaggedWord[_all.Length], new TaggedWord[_all.Length]);
        Console.WriteLine($"// {_texts.Length} texts, {_all.Length} characters, {IntegerNumbers.Kernel}");
    }

    /// <summary>Text after text: a text fills its batches alone.</summary>
    [Benchmark(Baseline = true)]
    public int Tag()
    {
        var count = 0;
        foreach (var text in _texts) count += LacModel.Default.Tag(text, _words);
        return count;
    }

    /// <summary>All of it as one text: full batches of sentences of like length.</summary>
    [Benchmark]
    public int TagTogether() => LacModel.Default.Tag(_all, _words);

    /// <summary>Two threads, half of it each.</summary>
    [Benchmark]
    public int TagOnTwoThreads()
    {
        var count = 0;
        Parallel.For(0, 2, half => Interlocked.Add(ref count, LacModel.Default.Tag(_all.AsSpan(half * (_all.Length / 2), _all.Length / 2), half == 0 ? _words : _other)));
        return count;
    }
}
