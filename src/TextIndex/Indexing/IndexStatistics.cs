// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>What is in an index.</summary>
/// <param name="Documents">Documents that a search sees.</param>
/// <param name="IndexSegments">Immutable parts that the index is made of.</param>
/// <param name="BodyWords">Word tokens of all bodies.</param>
/// <param name="TextCodeUnits">Length of all folded bodies, in UTF-16 code units.</param>
/// <param name="SizeBytes">Size of all files of the commit.</param>
/// <param name="Fingerprint">Dictionary, analyzer and fold that the index was written with.</param>
/// <param name="Earliest">Earliest date of a document, where one states a date.</param>
/// <param name="Latest">Latest date of a document, where one states a date.</param>
/// <param name="Sources">Documents by source, most first; at most 20. The empty name stands for documents that state none.</param>
public sealed record IndexStatistics(
    int Documents, int IndexSegments, long BodyWords, long TextCodeUnits, long SizeBytes, string Fingerprint,
    DateOnly? Earliest, DateOnly? Latest, IReadOnlyList<KeyValuePair<string, int>> Sources);
