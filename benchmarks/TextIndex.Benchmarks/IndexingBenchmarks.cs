// SPDX-License-Identifier: MIT
using BenchmarkDotNet.Attributes;
using TextIndex.Benchmarks.Peers;

namespace TextIndex.Benchmarks;

/// <summary>Two thousand documents into an index on disk, each engine beside ours.</summary>
[MemoryDiagnoser]
public class IndexingBenchmarks
{
    private IReadOnlyList<SyntheticDocument> _documents = [];
    private string _folder = "";

    /// <summary>The engine.</summary>
    [ParamsSource(nameof(Engines))]
    public string Engine { get; set; } = "";

    /// <summary>Names of the engines.</summary>
    public IEnumerable<string> Engines => AllPeers.Create().Where(peer => peer.HasIndex).Select(peer => peer.Name);

    /// <summary>Draws the documents.</summary>
    [GlobalSetup]
    public void Load() => _documents = [.. SyntheticCorpus.Load(20_000).Take(2_000)];

    /// <summary>Empties the folder.</summary>
    [IterationSetup]
    public void Make() => _folder = Directory.CreateTempSubdirectory("textindex-benchmarks-").FullName;

    /// <summary>Removes the folder.</summary>
    [IterationCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    /// <summary>Builds the index and makes it durable.</summary>
    [Benchmark]
    public void Build()
    {
        using var peer = AllPeers.Create().Single(peer => peer.Name == Engine);
        peer.Build(_documents, _folder);
    }
}
