// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Benchmarks.Peers;

namespace TextIndex.Benchmarks;

/// <summary>Measures the engines in turn within every round, so that what disturbs the machine disturbs all of them.</summary>
/// <remarks>BenchmarkDotNet runs its cases one after another: on a machine that others use, a ratio of two cases is then a ratio of two moments.</remarks>
internal static class InterleavedRun
{
    private const int BuildRounds = 3;

    /// <summary>Builds and queries, and writes peers.md and raw.csv.</summary>
    /// <param name="documentCount">Size of the synthetic corpus.</param>
    /// <param name="rounds">Rounds of queries.</param>
    /// <param name="output">Folder for the results; benchmarks/results/(today) of the repository where empty.</param>
    public static int Run(int documentCount, int rounds, string output)
    {
        var watch = Stopwatch.StartNew();
        var documents = SyntheticCorpus.Load(documentCount);
        var textBytes = documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text));
        Console.WriteLine($"{documents.Count} documents, {textBytes / 1e6:F1} MB of UTF-8");

        var peers = AllPeers.Create();
        var folders = peers.ToDictionary(peer => peer, _ => "");
        var samples = new List<Sample>();
        try
        {
            Build([.. peers.Where(peer => peer.HasIndex)], documents, folders, samples);
            foreach (var guest in peers.Where(peer => !peer.HasIndex)) folders[guest] = folders[peers[0]];
            foreach (var peer in peers) peer.Open(folders[peer]);
            Query(peers, QuerySet.Draw(documents), rounds, samples);
            var sizes = peers.Where(peer => peer.HasIndex).ToDictionary(peer => peer.Name, peer => Directory.EnumerateFiles(folders[peer]).Sum(file => new FileInfo(file).Length));
            var report = new InterleavedReport(documents.Count, textBytes, rounds, BuildRounds, peers, sizes, samples, watch.Elapsed);
            report.Write(output.Length > 0 ? output : DefaultOutput());
        }
        finally
        {
            foreach (var peer in peers) peer.Dispose();
            foreach (var folder in folders.Values.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static void Build(IReadOnlyList<IPeer> peers, IReadOnlyList<SyntheticDocument> documents, Dictionary<IPeer, string> folders, List<Sample> samples)
    {
        for (var round = -1; round < BuildRounds; round++)
        {
            // Round -1 warms every engine up on a tenth.
            var some = round < 0 ? documents.Take(documents.Count / 10).ToList() : documents;
            foreach (var peer in Turned(peers, round))
            {
                if (Directory.Exists(folders[peer])) Directory.Delete(folders[peer], recursive: true);
                folders[peer] = Directory.CreateTempSubdirectory("textindex-peer-").FullName;
                Settle();
                var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
                peer.Build(some, folders[peer]);
                var elapsed = Stopwatch.GetElapsedTime(start);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
                if (round >= 0) samples.Add(new Sample(round, Sample.Building, peer.Name, elapsed.TotalMicroseconds / documents.Count, documents.Count, (double)allocated / documents.Count, documents.Count));
                Console.WriteLine($"build {round}: {peer.Name} {elapsed.TotalSeconds:F1} s");
            }
        }
    }

    private static void Query(IReadOnlyList<IPeer> peers, IReadOnlyList<QueryCase> queries, int rounds, List<Sample> samples)
    {
        WarmUp(peers, queries);
        foreach (var group in queries.GroupBy(query => query.Class))
        {
            var prepared = peers.ToDictionary(peer => peer, peer => group.Select(peer.Prepare).OfType<Func<int>>().ToArray());
            var hits = peers.ToDictionary(peer => peer, peer => group.Sum(query => peer.Prepare(query) is { } run ? peer.Count(query) ?? run() : 0L));
            for (var round = -1; round < rounds; round++)                // the round before the first warms the class up
            {
                foreach (var peer in Turned(peers, round))
                {
                    var runs = prepared[peer];
                    // An engine that can ask only some queries of a class would be measured on the others: it is left out of the class.
                    if (runs.Length < QuerySet.EachClass) continue;
                    var allocated = GC.GetAllocatedBytesForCurrentThread();
                    var start = Stopwatch.GetTimestamp();
                    foreach (var run in runs) run();
                    var elapsed = Stopwatch.GetElapsedTime(start);
                    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                    if (round >= 0) samples.Add(new Sample(round, group.Key, peer.Name, elapsed.TotalMicroseconds / runs.Length, runs.Length, (double)allocated / runs.Length, hits[peer]));
                }
            }
            Console.WriteLine($"queries: {group.Key}");
        }
    }

    // Until the runtime has compiled what is hot for good: the classes that come first would otherwise pay for all.
    private static void WarmUp(IReadOnlyList<IPeer> peers, IReadOnlyList<QueryCase> queries)
    {
        foreach (var peer in peers)
        {
            var runs = queries.Select(peer.Prepare).OfType<Func<int>>().ToArray();
            for (var (pass, start) = (0, Stopwatch.GetTimestamp()); pass < 5 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5); pass++)
                foreach (var run in runs) run();
        }
    }

    // Each round begins with another engine, so that none is always the one after a collection.
    private static IEnumerable<IPeer> Turned(IReadOnlyList<IPeer> peers, int round) =>
        Enumerable.Range(0, peers.Count).Select(i => peers[(i + round + peers.Count) % peers.Count]);

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static string DefaultOutput()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TextIndex.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "benchmarks", "results", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
