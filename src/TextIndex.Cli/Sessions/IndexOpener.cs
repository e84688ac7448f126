// SPDX-License-Identifier: MIT
using TextIndex.Cli.Terminal;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Cli.Sessions;

/// <summary>Opens indexes the way a person means it: made where there is none, refreshed where stale, made anew where another version wrote it.</summary>
internal static class IndexOpener
{
    /// <summary>Opens an index for <c>index</c>: with the dictionary that was given, or with the one it was built with.</summary>
    /// <param name="userDictionary">File with words of the user's own; null = as before.</param>
    /// <param name="rebuild">True to replace an index that cannot even be opened.</param>
    public static SearchIndex ForWriting(Invocation call, IndexPlace place, string? userDictionary, bool rebuild)
    {
        if (!IndexLocation.CanWrite(place.Path)) throw new UsageException(Messages.FolderNotWritable(place.Path));
        var words = userDictionary is null ? null : UserDictionary.Read(call, userDictionary);
        try
        {
            var index = SearchIndex.Open(place.Path, new SearchIndexOptions { Dictionary = words?.Dictionary });
            if (words is not null) IndexFolder.WriteUserDictionary(place.Path, words.Text);
            return index;
        }
        catch (IndexVersionException)
        {
            call.Notice(Messages.Reindexing(place.Path));
            return OpenAnew(place.Path, words?.Text);
        }
        catch (IndexCorruptException) when (rebuild)
        {
            return OpenAnew(place.Path, words?.Text);
        }
    }

    /// <summary>Opens an index for searching.</summary>
    /// <param name="refresh">True to bring it up to date with its folders first, where it is stale.</param>
    public static SearchIndex ForSearching(Invocation call, IndexPlace place, bool refresh)
    {
        if (!IndexFolder.Exists(place.Path)) return IndexLocation.CanWrite(place.Path) ? Made(call, place) : InMemory(call, place);
        SearchIndex index;
        try
        {
            index = ForReading(place.Path);
        }
        catch (IndexVersionException) when (place.Folders.Count > 0 || FolderMemory.Of(place.Path) is { Folders.Count: > 0 })
        {
            return IndexLocation.CanWrite(place.Path) ? Remade(call, place) : InMemory(call, place);
        }
        try
        {
            if (refresh) Refresh(call, place, index);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Opens several indexes and searches them as one; keys begin with the folders' names, as in one index of several folders.</summary>
    public static FederatedIndex ForSearching(Invocation call, IReadOnlyList<IndexPlace> places, bool refresh)
    {
        var parts = new List<SearchIndex>();
        try
        {
            foreach (var place in places) parts.Add(ForSearching(call, place, refresh));
            return new FederatedIndex(parts, FolderPlan.KeyPrefixes([.. places.Select(place => place.Folders[0])]));
        }
        catch
        {
            foreach (var part in parts) part.Dispose();
            throw;
        }
    }

    /// <summary>Opens the last commit of an index, as it is.</summary>
    public static SearchIndex ForReading(string path) => SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true });

    private static void Refresh(Invocation call, IndexPlace place, SearchIndex index)
    {
        var (folders, options) = FoldersOf(call, place);
        if (place.Folders.Count == 0 && folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            // Nobody named it now: it was on a drive that is not there, and comes back. Its documents stay.
            call.Notice(Messages.SearchingWithoutFolder(missing));
            return;
        }
        if (folders.Count == 0 || !index.IsStale(folders, options, call.Stopping)) return;
        try
        {
            // It was verified a moment ago, when it was opened for searching.
            using var writer = SearchIndex.Open(place.Path, new SearchIndexOptions { VerifyUpToBytes = 0 });
            Index(call, writer, folders, options);
        }
        catch (IndexLockedException)
        {
            call.Notice(Messages.SearchingLastCommit(place.Path));
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException and not BrokenPipeException)
        {
            call.Notice(Messages.SearchingUnrefreshed(place.Path));
        }
        index.Refresh();
    }

    // An index that was named stays of the folders that it was made of: a search never turns it into one of others.
    private static FolderMemory FoldersOf(Invocation call, IndexPlace place)
    {
        var memory = FolderMemory.Of(place.Path) ?? new FolderMemory([], FolderOptions.Default);
        if (place.Folders.Count == 0) return memory;
        if (place.IsNamed && memory.Folders.Count > 0 && !memory.Folders.Order(StringComparer.Ordinal).SequenceEqual(place.Folders.Order(StringComparer.Ordinal)))
            throw new UsageException(Messages.OtherFolders(place.Path, string.Join(", ", memory.Folders)));
        return memory with { Folders = place.IsNamed && memory.Folders.Count > 0 ? memory.Folders : place.Folders };
    }

    private static SearchIndex Made(Invocation call, IndexPlace place)
    {
        var index = SearchIndex.Open(place.Path);
        return Filled(call, index, new FolderMemory(place.Folders, FolderOptions.Default));
    }

    private static SearchIndex Remade(Invocation call, IndexPlace place)
    {
        var memory = FoldersOf(call, place);
        call.Notice(Messages.Reindexing(place.Path));
        return Filled(call, OpenAnew(place.Path, null), memory);
    }

    private static SearchIndex InMemory(Invocation call, IndexPlace place)
    {
        call.Notice(Messages.SearchingInMemory(place.Path));
        return Filled(call, SearchIndex.InMemory(), new FolderMemory(place.Folders, FolderOptions.Default));
    }

    private static SearchIndex Filled(Invocation call, SearchIndex index, FolderMemory memory)
    {
        try
        {
            Index(call, index, memory.Folders, memory.Options);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private static void Index(Invocation call, SearchIndex index, IReadOnlyList<string> folders, FolderOptions options)
    {
        FolderReport report;
        using (var progress = call.NewProgress()) report = index.IndexFolders(folders, options, progress, call.Stopping);
        FolderNotices.Tell(call, folders, report, index.Count);
    }

    private static SearchIndex OpenAnew(string path, string? userDictionary)
    {
        var words = userDictionary ?? IndexFolder.ReadUserDictionary(path);
        IndexFolder.Delete(path);
        if (words is not null) IndexFolder.WriteUserDictionary(path, words);
        return SearchIndex.Open(path);
    }
}
