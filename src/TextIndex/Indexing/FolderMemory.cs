// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using TextIndex.Storage;

namespace TextIndex.Indexing;

/// <summary>What an index remembers of the folders that it is of, so that a later refresh takes the same files.</summary>
/// <param name="Folders">Full paths of the folders; empty where the index is of none.</param>
/// <param name="Options">Which files of them are taken.</param>
internal sealed record FolderMemory(IReadOnlyList<string> Folders, FolderOptions Options)
{
    private const string IncludeEntry = "textindex.include";
    private const string ExcludeEntry = "textindex.exclude";

    /// <summary>Reads what a commit remembers.</summary>
    public static FolderMemory Read(IDictionary<string, string> userData) => new(
        Lines(userData, FolderIndexer.FoldersEntry),
        FolderOptions.Default with { Include = Lines(userData, IncludeEntry), Exclude = Lines(userData, ExcludeEntry) });

    /// <summary>Reads what the last commit of an index remembers, whichever version wrote it.</summary>
    /// <param name="index">The index folder.</param>
    /// <returns>Null where there is no commit that can be read.</returns>
    public static FolderMemory? Of(string index)
    {
        if (!IndexFolder.Exists(index)) return null;
        using var directory = IndexFolder.Open(index, create: false);
        try
        {
            var commit = new SegmentInfos();
            commit.Read(directory);
            return Read(commit.UserData);
        }
        catch (IOException)
        {
            return null;                 // damaged, or of a later format; opening it says which
        }
    }

    /// <summary>Remembers which files were taken, with the next commit.</summary>
    public static void Write(IndexSession session, FolderOptions options)
    {
        session.Remember(IncludeEntry, string.Join('\n', options.Include));
        session.Remember(ExcludeEntry, string.Join('\n', options.Exclude));
    }

    private static string[] Lines(IDictionary<string, string> userData, string entry) =>
        userData.TryGetValue(entry, out var value) ? value.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
}
