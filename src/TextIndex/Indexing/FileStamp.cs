// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>What tells whether a file has changed since it was indexed.</summary>
/// <param name="SizeBytes">Size in bytes.</param>
/// <param name="ModifiedTicks">Last write time, UTC, in ticks of 100 ns.</param>
/// <param name="IndexedTicks">When it was read, UTC, in ticks: a file changed within 2 s of its reading is read again.</param>
internal readonly record struct FileStamp(long SizeBytes, long ModifiedTicks, long IndexedTicks);
