// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Benchmarks;

/// <summary>One document more in an index that is there: added, committed, and seen by a refreshed reader.</summary>
internal static class OneMoreRun
{
    /// <summary>Runs and prints.</summary>
    /// <param name="folder">The index; it grows by the rounds.</param>
    /// <param name="rounds">How many documents are added, each on its own.</param>
    public static int Run(string folder, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        using var index = SearchIndex.Open(folder);
        var opening = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var before = index.Count;
            var document = DocumentReader.Read($"one-more-{Environment.TickCount64}-{round}", $"第{round}篇\n\n坚持实事求是的思想路线，全心全意为人民服务。");
            start = Stopwatch.GetTimestamp();
            index.Add(document);
            index.Commit();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (index.Count != before + 1) throw new InvalidOperationException("the document is not seen");
        }
        times.RemoveAt(0);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{index.Count} documents, opened for writing in {opening:F1} ms; one document more, committed and seen: median {times[times.Count / 2]:F1} ms, p90 {times[times.Count * 9 / 10]:F1} ms, most {times[^1]:F1} ms of {times.Count}"));
        return 0;
    }
}
