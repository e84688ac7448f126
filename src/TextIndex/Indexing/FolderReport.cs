// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>What bringing an index up to date with its folders did.</summary>
/// <param name="Added">Files that are new.</param>
/// <param name="Updated">Files that had changed.</param>
/// <param name="Deleted">Files that are gone.</param>
/// <param name="Unchanged">Files that were left alone.</param>
/// <param name="Skipped">Files that could not be read or were too large, with the reason; files of other kinds are not listed.</param>
/// <param name="OtherKinds">How many files were not of a kind that is indexed.</param>
/// <param name="Diagnostics">Files that were indexed although something was wrong with them (bytes that are no text), with what it was.</param>
public sealed record FolderReport(int Added, int Updated, int Deleted, int Unchanged, IReadOnlyList<FileNote> Skipped, int OtherKinds, IReadOnlyList<FileNote> Diagnostics)
{
    /// <summary>True when the index has changed.</summary>
    public bool Changed => Added + Updated + Deleted > 0;
}

/// <summary>Something to tell about one file.</summary>
/// <param name="Path">Path relative to the folder, with <c>/</c>.</param>
/// <param name="Message">What there is to tell.</param>
public sealed record FileNote(string Path, string Message);

/// <summary>How far the indexing of folders has come.</summary>
/// <param name="Done">Files looked at.</param>
/// <param name="Total">Files found.</param>
/// <param name="Path">The file at hand, relative to its folder.</param>
public readonly record struct FolderProgress(int Done, int Total, string Path);
