// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Something to look for. Immutable; safe to share between threads.</summary>
public abstract class Query
{
    private protected Query() { }
}
