// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>What is asked of words that stand side by side in a query.</summary>
public enum WordMatching
{
    /// <summary>A document must hold all of them.</summary>
    All,

    /// <summary>
    /// A document must hold one of them and is the better the more it holds, and the more of them stand side by side in it as they do in the query: for
    /// titles, sentences and questions. AND, NOT, filters and phrases are as strict as ever.
    /// </summary>
    Any,
}
