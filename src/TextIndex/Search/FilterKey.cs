// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Search;

/// <summary>What a filter keeps: equal keys keep the same documents of an index segment.</summary>
internal readonly record struct FilterKey(string Column, string Source, long FromDay, long ToDay, ColumnValue? From, ColumnValue? To);
