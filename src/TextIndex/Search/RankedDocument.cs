// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Search;

/// <summary>A document that matches, with all that its rank hangs on.</summary>
/// <param name="Segment">Place of its index segment in the snapshot.</param>
/// <param name="Document">Id in that index segment.</param>
/// <param name="Score">BM25 score.</param>
/// <param name="Date">yyyymmdd; 0 = undated.</param>
/// <param name="Key">The document's key.</param>
/// <param name="Value">Value in the column that is sorted by; null where it has none, or none is.</param>
/// <param name="Part">Which of several indexes that are searched as one; 0 where there is one.</param>
internal sealed record RankedDocument(int Segment, int Document, double Score, long Date, string Key, ColumnValue? Value = null, int Part = 0);
