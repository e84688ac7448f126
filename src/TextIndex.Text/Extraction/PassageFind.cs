// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>Words of a text that repeat words of a store.</summary>
/// <param name="Span">The words in the text, from letter to letter.</param>
/// <param name="Source">The words in the text of the store, from letter to letter.</param>
/// <param name="Letters">Letters of the text in the span.</param>
/// <param name="Matched">Letters that are the same.</param>
/// <param name="Edits">Letters exchanged, added or missing; a clause left out counts once.</param>
/// <param name="Gone">Clauses of the source that are left out.</param>
/// <param name="SourceClauses">Clauses of the source, as its marks divide them, that are in the find as a whole.</param>
/// <param name="WholeStart">True where the source words begin at the start of a clause.</param>
/// <param name="WholeEnd">True where they end at the end of one.</param>
/// <param name="WholeLine">True where they are all that stands between two line breaks of the store.</param>
internal readonly record struct PassageFind(
    TextSpan Span, TextSpan Source, int Letters, int Matched, int Edits, int Gone, int SourceClauses, bool WholeStart, bool WholeEnd, bool WholeLine)
{
    public bool IsExact => Edits == 0;

    public bool IsWhole => WholeStart && WholeEnd;

    /// <summary>Which of two finds of the same words is the better one: more.</summary>
    public int Worth => 4 * Matched - 6 * Edits + (WholeStart ? 3 : 0) + (WholeEnd ? 3 : 0) + (WholeLine ? 4 : 0);
}
