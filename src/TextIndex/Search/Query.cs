// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Something to look for. Immutable; safe to share between threads.</summary>
/// <example><code>
/// Query query = new AllQuery([new LiteralQuery("实事求是"), new LiteralQuery("作风")]);
/// </code></example>
public abstract class Query
{
    private protected Query() { }

    /// <summary>Works out the statistics of one snapshot.</summary>
    internal abstract BoundQuery Bind(SearchContext context);
}
