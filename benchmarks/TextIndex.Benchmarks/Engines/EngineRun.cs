// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Measures the engines in turn within every round, each query of a class three times, and tells medians, 99th percentiles and ratios with their interval.</summary>
internal static class EngineRun
{
    // Passes over a class in one round: the first finds the caches as the engine before has left them.
    private const int Passes = 3;

    /// <summary>Runs some classes over the indexes of a folder.</summary>
    /// <param name="folder">What <see cref="EngineBuild"/> made.</param>
    /// <param name="classes">Part of the names of the classes, several with |; empty for all.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="engines">Part of the names of the engines beside ours, several with |; empty for all.</param>
    /// <param name="output">File that the rows are added to; empty for none.</param>
    public static int Run(string folder, string classes, int rounds, string engines, string output)
    {
        var queries = EngineBuild.Queries(folder).Where(query => Chosen(query.Class, classes)).ToList();
        var peers = Open(folder, engines);
        try
        {
            foreach (var peer in peers) peer.Prepare(queries);
            var names = queries.Select(query => query.Class).Distinct().ToList();
            WarmUp(peers, names);
            var rows = new StringBuilder();
            foreach (var name in names) rows.Append(Measure(peers, name, rounds));
            Console.Write(rows);
            if (output.Length > 0) File.AppendAllText(output, rows.ToString());
        }
        finally
        {
            foreach (var peer in peers) peer.Dispose();
        }
        return 0;
    }

    private static List<IEngine> Open(string folder, string engines)
    {
        var peers = new List<IEngine> { new PostingsEngine(Path.Combine(folder, "textindex")) };
        if (Chosen("Lucene.Net", engines)) peers.Add(new StockEngine(Path.Combine(folder, "stock")));
        if (Chosen("Lucene 8", engines))
        {
            var java = new JavaEngine(folder, Path.Combine(folder, "java"), EngineBuild.QueryFile(folder), exact: false);
            peers.AddRange([java, new JavaEngine(java, exact: true)]);
        }
        if (Chosen("FTS5", engines)) peers.Add(new Fts5Engine(Path.Combine(folder, "fts5")));
        return peers;
    }

    private static bool Chosen(string name, string parts) => parts.Length == 0 || parts.Split('|').Any(part => name.Contains(part, StringComparison.Ordinal));

    private static void WarmUp(List<IEngine> peers, List<string> names)
    {
        foreach (var peer in peers)
        {
            if (peer is JavaEngine) continue;             // has warmed up before it said that it is ready
            var seconds = peer.Name == "FTS5" ? 1 : 6;
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds;)
                foreach (var name in names) peer.Run(name);
        }
    }

    private static string Measure(List<IEngine> peers, string name, int rounds)
    {
        var samples = peers.ToDictionary(peer => peer, _ => new List<double[]>());
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < peers.Count; i++)
            {
                var peer = peers[(i + round) % peers.Count];
                if (peer.Name == "FTS5" && round > 0) continue;             // slow, and not what we compare with: one round tells
                samples[peer].Add(peer.Name == "FTS5" ? peer.Run(name) : [.. Enumerable.Range(0, Passes).SelectMany(_ => peer.Run(name))]);
            }
        }
        var ours = peers[0];
        var counts = ours.Count(name);
        var rows = new StringBuilder();
        foreach (var peer in peers)
        {
            var all = samples[peer].SelectMany(times => times).Order().ToArray();
            var differing = peer.Count(name).Where((count, i) => count != counts[i]).Count();
            rows.Append(CultureInfo.InvariantCulture, $"| {name} | {peer.Name} | {Ratio.At(all, 0.5) / 1000:F1} | {Ratio.At(all, 0.99) / 1000:F1} | ");
            if (peer != ours && samples[peer].Count == rounds) rows.Append(RatioOf(samples[ours], samples[peer], 0.5)).Append(" | ").Append(RatioOf(samples[ours], samples[peer], 0.99));
            else rows.Append(" | ");
            rows.Append(CultureInfo.InvariantCulture, $" | {all.Length} | {(differing == 0 ? "equal" : $"{differing} differ")} |\n");
        }
        return rows.ToString();
    }

    private static string RatioOf(List<double[]> ours, List<double[]> theirs, double quantile) =>
        Ratio.Of([.. ours.Zip(theirs)], round => Ratio.At([.. round.First.Order()], quantile) / Ratio.At([.. round.Second.Order()], quantile));
}
