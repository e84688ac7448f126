// SPDX-License-Identifier: MIT
namespace TextIndex.Benchmarks.Engines;

/// <summary>A query of the comparison of engines: words of one field that are cut already.</summary>
internal sealed record EngineQuery(string Class, QueryKind Kind, string[] Words);

/// <summary>An engine that answers queries over the same documents of the same words, one thread, ten best.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <summary>Makes the queries ready.</summary>
    void Prepare(IReadOnlyList<EngineQuery> queries);

    /// <summary>Runs the queries of a class, each once, and gives the nanoseconds of each.</summary>
    double[] Run(string @class);

    /// <summary>How many documents each query of a class matches.</summary>
    long[] Count(string @class);
}
