// SPDX-License-Identifier: MIT
using BenchmarkDotNet.Attributes;
using TextIndex.Benchmarks.Peers;

namespace TextIndex.Benchmarks;

/// <summary>Fifty queries of one class over 20,000 documents, each engine beside ours; an engine that cannot ask a query leaves it out.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private string _folder = "";
    private IPeer? _peer;
    private Func<int>[] _queries = [];

    /// <summary>The engine.</summary>
    [ParamsSource(nameof(Engines))]
    public string Engine { get; set; } = "";

    /// <summary>The class of queries.</summary>
    [Params("term, high", "and, 2 high", "or, 2 high", "phrase, 2 words", "literal, 5 characters")]
    public string Class { get; set; } = "";

    /// <summary>Names of the engines.</summary>
    public IEnumerable<string> Engines => AllPeers.Create().Where(peer => peer.HasIndex).Select(peer => peer.Name);

    /// <summary>Builds the index and the queries.</summary>
    [GlobalSetup]
    public void Load()
    {
        var documents = SyntheticCorpus.Load(20_000);
        _folder = Directory.CreateTempSubdirectory("textindex-benchmarks-").FullName;
        _peer = AllPeers.Create().Single(peer => peer.Name == Engine);
        _peer.Build(documents, _folder);
        _peer.Open(_folder);
        _queries = [.. QuerySet.Draw(documents).Where(query => query.Class == Class).Select(_peer.Prepare).OfType<Func<int>>()];
    }

    /// <summary>Removes the index.</summary>
    [GlobalCleanup]
    public void Remove()
    {
        _peer?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs all queries of the class once.</summary>
    [Benchmark(OperationsPerInvoke = QuerySet.EachClass)]
    public int Run()
    {
        var hits = 0;
        foreach (var query in _queries) hits += query();
        return hits;
    }
}
