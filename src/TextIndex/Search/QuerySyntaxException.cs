// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Search;

/// <summary>Tells where a query cannot be read, and why.</summary>
public sealed class QuerySyntaxException : TextIndexException
{
    internal QuerySyntaxException(string query, TextSpan span, string problem)
        : base(Messages.QuerySyntax(ColumnOf(query, span.Start), problem)) => (Query, Span) = (query, span);

    /// <summary>The query as it was given.</summary>
    public string Query { get; }

    /// <summary>The place in <see cref="Query"/>, in UTF-16 code units.</summary>
    public TextSpan Span { get; }

    // A column is what a person counts: code points, from 1.
    private static int ColumnOf(string query, int offset)
    {
        var column = 1;
        foreach (var rune in query.AsSpan(0, Math.Min(offset, query.Length)).EnumerateRunes()) { _ = rune; column++; }
        return column;
    }
}
