// SPDX-License-Identifier: MIT
namespace TextIndex.Benchmarks;

/// <summary>One engine in one round of one class.</summary>
/// <param name="Round">Which round, from 0.</param>
/// <param name="Class">Class of queries, or <see cref="Building"/>.</param>
/// <param name="Engine">Name of the engine.</param>
/// <param name="Microseconds">A query, or a document that is indexed.</param>
/// <param name="Operations">How many the figure is a mean of.</param>
/// <param name="AllocatedBytes">Managed bytes a query or a document; what native code allocates is not in it.</param>
/// <param name="Hits">Documents that all queries of the class match together.</param>
internal sealed record Sample(int Round, string Class, string Engine, double Microseconds, int Operations, double AllocatedBytes, long Hits)
{
    public const string Building = "indexing";
}
