// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Which files of a folder are indexed, and how. Immutable; safe to share between threads.</summary>
public sealed record FolderOptions
{
    /// <summary>All text files: *.txt, *.text, *.md, *.markdown.</summary>
    public static FolderOptions Default { get; } = new();

    /// <summary>Globs of files to take, on the path relative to the folder (<c>**/*.txt</c>); empty = the text files.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Larger files are told and left out, in bytes. 64 MiB unless told.</summary>
    public long LargestFileBytes { get; init; } = 64L << 20;

    /// <summary>Reads every file again, changed or not.</summary>
    public bool Rebuild { get; init; }
}
