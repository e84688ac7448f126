// SPDX-License-Identifier: MIT
namespace TextIndex.Benchmarks.Peers;

/// <summary>An engine in the comparison: it writes an index into a folder, and answers queries from it.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>What it does for a query, told in the report.</summary>
    string Note { get; }

    /// <summary>False for one that reads the index of the first peer and has none of its own.</summary>
    bool HasIndex => true;

    /// <summary>Writes an index of all documents into an empty folder and makes it durable.</summary>
    void Build(IReadOnlyList<SyntheticDocument> documents, string folder);

    /// <summary>Opens what was built.</summary>
    void Open(string folder);

    /// <summary>Makes a query ready; null where the engine cannot ask such a thing.</summary>
    Func<int>? Prepare(QueryCase query);

    /// <summary>How many documents match, where the prepared query does not tell: asked outside the timing.</summary>
    int? Count(QueryCase query) => null;
}
