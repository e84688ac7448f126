// SPDX-License-Identifier: MIT
using TextIndex.Analysis;
using TextIndex.Search;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Sessions;

/// <summary>Reads a query before anything else is done: who has forgotten a mark shall not wait for an index first.</summary>
internal static class QueryCheck
{
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    public static void ThrowIfUnreadable(string query, bool literal) => Searcher.Read(query, literal, new FieldAnalyzer(WordSegmenter.WordGraph));
}
