// SPDX-License-Identifier: MIT
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Cli.Sessions;

/// <summary>Where an index is and which folders it is of.</summary>
/// <param name="Path">Full path of the index folder; empty where there is no place for one.</param>
/// <param name="Folders">Full paths of the folders; empty where the index alone was named and knows them itself.</param>
/// <param name="IsNamed">True where --index says where it is.</param>
internal sealed record IndexPlace(string Path, IReadOnlyList<string> Folders, bool IsNamed)
{
    /// <summary>Where <c>index</c> writes: inside the folder, unless told.</summary>
    /// <exception cref="UsageException">A folder is not there, or there are several and no place for their index was given.</exception>
    public static IndexPlace ToWrite(Invocation call, IReadOnlyList<string> folders, string? index)
    {
        var full = FullFolders(call, folders, index);
        return index is not null ? new(call.FullPath(index), full, IsNamed: true) : new(IndexLocation.BesideFolder(full[0]), full, IsNamed: false);
    }

    /// <summary>Where <c>search</c> and <c>kwic</c> look: inside the folder, or else in the user's cache, unless told.</summary>
    /// <exception cref="UsageException">A folder is not there, or there are several and no place for their index was given.</exception>
    public static IndexPlace ToSearch(Invocation call, IReadOnlyList<string> folders, string? index)
    {
        if (index is not null && folders.Count == 0 && IndexFolder.Exists(call.FullPath(index))) return new(call.FullPath(index), [], IsNamed: true);
        var full = FullFolders(call, folders, index);
        return index is not null ? new(call.FullPath(index), full, IsNamed: true) : new(OfFolder(call, full[0]), full, IsNamed: false);
    }

    /// <summary>An index that must be there already.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IndexPlace Existing(Invocation call, IReadOnlyList<string> folders, string? index)
    {
        if (folders.Count > 1) throw new UsageException(Messages.OneTooMany(folders[1], call.CommandName));
        if (index is not null && folders.Count > 0) throw new UsageException(Messages.NotTogether("--index", folders[0]));
        var place = ToSearch(call, folders, index);
        if (!IndexFolder.Exists(place.Path)) throw new UsageException(Messages.IndexNotThere(index ?? (folders.Count > 0 ? folders[0] : ".")));
        return place;
    }

    private static List<string> FullFolders(Invocation call, IReadOnlyList<string> folders, string? index)
    {
        if (folders.Count > 1 && index is null) throw new UsageException(Messages.SeveralFolders);
        var full = new List<string>();
        foreach (var folder in folders.Count == 0 ? ["."] : folders)
        {
            var path = System.IO.Path.TrimEndingDirectorySeparator(call.FullPath(folder));
            if (File.Exists(path)) throw new UsageException(Messages.FileNotFolder(folder));
            if (!Directory.Exists(path)) throw new UsageException(Messages.NoSuchFolder(folder));
            full.Add(path);
        }
        return full;
    }

    private static string OfFolder(Invocation call, string folder)
    {
        var beside = IndexLocation.BesideFolder(folder);
        if (IndexFolder.Exists(beside)) return beside;
        // The cache of the environment that the command was given, so that a test's stays its own.
        return call.Host.Environment("XDG_CACHE_HOME") is { Length: > 0 } cache && System.IO.Path.IsPathFullyQualified(cache)
            ? System.IO.Path.Combine(cache, "textindex", IndexLocation.NameOf(folder))
            : IndexLocation.ForFolder(folder);
    }
}
