// SPDX-License-Identifier: MIT
using System.Diagnostics;

namespace TextIndex.Benchmarks.Engines;

/// <summary>An engine in this process: a query is something that runs and tells how many documents match.</summary>
internal abstract class TimedEngine : IEngine
{
    private readonly Dictionary<string, List<Func<long>>> _queries = [];

    public abstract string Name { get; }

    public void Prepare(IReadOnlyList<EngineQuery> queries)
    {
        foreach (var query in queries)
        {
            if (!_queries.TryGetValue(query.Class, out var of)) _queries[query.Class] = of = [];
            of.Add(Prepare(query));
        }
    }

    public double[] Run(string @class)
    {
        var queries = _queries[@class];
        var times = new double[queries.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            queries[i]();
            times[i] = (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency);
        }
        return times;
    }

    public virtual long[] Count(string @class) => [.. _queries[@class].Select(query => query())];

    public abstract void Dispose();

    protected abstract Func<long> Prepare(EngineQuery query);
}
