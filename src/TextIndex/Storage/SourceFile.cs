// SPDX-License-Identifier: MIT
namespace TextIndex.Storage;

/// <summary>A file that a walk found.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
/// <param name="SizeBytes">Size when it was found.</param>
/// <param name="ModifiedTicks">Last write time, UTC, in ticks of 100 ns.</param>
internal readonly record struct SourceFile(string Path, long SizeBytes, long ModifiedTicks);

/// <summary>A file or folder that a walk or a reading had to leave out.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>; a folder ends with <c>/</c>.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="IsUnknown">True where nothing could be learnt about it now: it may be there and sound another time.</param>
internal readonly record struct SkippedFile(string Path, string Reason, bool IsUnknown);

/// <summary>All that a walk found.</summary>
/// <param name="Files">Ascending by path, ordinal.</param>
/// <param name="Skipped">Ascending by path, ordinal.</param>
/// <param name="OtherKinds">Files that are of no kind that is taken.</param>
internal sealed record SourceWalk(IReadOnlyList<SourceFile> Files, IReadOnlyList<SkippedFile> Skipped, int OtherKinds);

/// <summary>The bytes of a file with what it was at the moment of reading.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="ModifiedTicks">Last write time just before the first byte was read.</param>
internal readonly record struct SourceContent(byte[] Bytes, long ModifiedTicks);
