// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using TextIndex.Codecs;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Measures how long words that are cut already take to be indexed with our codec and with Lucene.Net's, in turn within every round.</summary>
internal static class EngineIndexing
{
    /// <summary>Runs and prints.</summary>
    /// <param name="folder">A folder that <see cref="EngineBuild"/> wrote the words of; the indexes are made in it and deleted again.</param>
    /// <param name="rounds">How often, the first (which compiles) not counted.</param>
    public static int Run(string folder, int rounds)
    {
        Codec[] codecs = [TextIndexCodec.Instance, new Lucene46Codec()];
        string[] names = ["TextIndexCodec", "Lucene46Codec"];
        var taken = new List<(double Seconds, double Processor)[]>();
        for (var round = 0; round <= rounds; round++)
        {
            var times = new (double Seconds, double Processor)[codecs.Length];
            for (var i = 0; i < codecs.Length; i++)
            {
                var turn = (i + round) % codecs.Length;
                times[turn] = Build(folder, codecs[turn], out var size);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}, {names[turn]}: {times[turn].Seconds:F1} s, {times[turn].Processor:F1} s of processor, {size / 1e6:F1} MB"));
            }
            if (round > 0) taken.Add(times);
        }
        Console.WriteLine($"ours / theirs: seconds {Ratio.Of(taken, times => times[0].Seconds / times[1].Seconds)}, of processor {Ratio.Of(taken, times => times[0].Processor / times[1].Processor)}");
        return 0;
    }

    private static (double Seconds, double Processor) Build(string folder, Codec codec, out long size)
    {
        var target = Path.Combine(folder, "turn");
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        EngineBuild.BuildLucene(EngineBuild.WordFile(folder), target, codec);
        var times = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        size = Directory.EnumerateFiles(target).Sum(file => new FileInfo(file).Length);
        Directory.Delete(target, recursive: true);
        return times;
    }
}
