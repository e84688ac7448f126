// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Cli.Sessions;

/// <summary>Opens indexes the way a person means it: made where there is none, refreshed where stale, made anew where an older version wrote it.</summary>
internal static class IndexOpener
{
    /// <summary>Opens an index for <c>index</c>: with the dictionary that was given, or with the one it was built with.</summary>
    /// <param name="userDictionary">File with words of the user's own; null = as before.</param>
    /// <param name="rebuild">True to replace an index that cannot even be opened.</param>
    public static SearchIndex ForWriting(Invocation call, IndexPlace place, string? userDictionary, bool rebuild)
    {
        if (!IndexLocation.CanWrite(place.Path)) throw new UsageException(Messages.FolderNotWritable(place.Path));
        var given = userDictionary is null ? null : UserDictionary.Read(call, userDictionary);
        var words = given ?? UserDictionary.KeptWith(place.Path);
        try
        {
            var index = OpenForWriting(place, words);
            if (given is not null) IndexFolder.WriteUserDictionary(place.Path, given.Text);
            return index;
        }
        catch (IndexVersionException)
        {
            call.Notice(Messages.Reindexing(place.Path));
            return OpenAnew(place, words);
        }
        catch (IndexCorruptException) when (rebuild)
        {
            return OpenAnew(place, words);
        }
    }

    /// <summary>Opens an index for searching.</summary>
    /// <param name="refresh">True to bring it up to date with its folders first.</param>
    public static SearchIndex ForSearching(Invocation call, IndexPlace place, bool refresh)
    {
        var exists = IndexFolder.Exists(place.Path);
        if (exists && !refresh)
        {
            try
            {
                return ForReading(place.Path);
            }
            catch (IndexVersionException)
            {
                // It cannot be searched as it is; ForWriting says so and makes it anew.
            }
        }
        if (!exists && !IndexLocation.CanWrite(place.Path)) return InMemory(call, place);
        return Refreshed(call, place, exists);
    }

    /// <summary>Opens the last commit of an index, as it is.</summary>
    public static SearchIndex ForReading(string path) =>
        SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true, Dictionary = UserDictionary.KeptWith(path)?.Dictionary });

    private static SearchIndex Refreshed(Invocation call, IndexPlace place, bool exists)
    {
        try
        {
            var index = ForWriting(call, place, userDictionary: null, rebuild: false);
            try
            {
                Bring(call, place, index);
                return index;
            }
            catch
            {
                index.Dispose();
                throw;
            }
        }
        catch (IndexLockedException) when (exists)
        {
            call.Notice(Messages.SearchingLastCommit(place.Path));
            return ForReading(place.Path);
        }
        catch (Exception problem) when (exists && problem is UsageException or UnauthorizedAccessException)
        {
            call.Notice(Messages.SearchingUnrefreshed(place.Path));
            return ForReading(place.Path);
        }
    }

    private static SearchIndex InMemory(Invocation call, IndexPlace place)
    {
        call.Notice(Messages.SearchingInMemory(place.Path));
        var index = SearchIndex.InMemory();
        Bring(call, place, index);
        return index;
    }

    private static void Bring(Invocation call, IndexPlace place, SearchIndex index)
    {
        using var progress = call.NewProgress();
        var report = index.IndexFolders(place.Folders, FolderOptions.Default, progress, call.Stopping);
        if (report.Changed) FolderNotices.Tell(call, place, report, index.Count);
    }

    private static SearchIndex OpenForWriting(IndexPlace place, UserDictionary? words) =>
        SearchIndex.Open(place.Path, new SearchIndexOptions { Dictionary = words?.Dictionary });

    private static SearchIndex OpenAnew(IndexPlace place, UserDictionary? words)
    {
        IndexFolder.Delete(place.Path);
        if (words is not null) IndexFolder.WriteUserDictionary(place.Path, words.Text);
        return OpenForWriting(place, words);
    }
}
