// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>How often a query matches.</summary>
/// <param name="Documents">How many documents match.</param>
/// <param name="Occurrences">How many places match in them; overlapping ones count each.</param>
public sealed record OccurrenceCount(int Documents, long Occurrences);
