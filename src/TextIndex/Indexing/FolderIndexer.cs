// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Stand-in until the storage room lands; take that room's file whole.</summary>
internal static class FolderIndexer
{
    public static FolderReport Refresh(IndexSession session, IndexSnapshot snapshot, IReadOnlyList<string> folders, FolderOptions options, IProgress<FolderProgress>? progress, CancellationToken cancellationToken) =>
        new(0, 0, 0, 0, [], 0, []);
}
