// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Primitives;

namespace TextIndex.Storage;

/// <summary>The folder on disk that an index lives in.</summary>
internal static class IndexFolder
{
    private const string UserDictionaryFile = "user.dict";
    private const string WriteLockFile = "write.lock";
    private const string IgnoreFile = ".gitignore";
    private const string IgnoreAll = "*\n";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the files of an index for Lucene.Net.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="create">True to make the folder where there is none: readable by its owner alone, and ignored by git.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder and it shall not be made.</exception>
    public static Lucene.Net.Store.Directory Open(string path, bool create)
    {
        path = Path.GetFullPath(path);
        if (create) Create(path);
        else if (!Directory.Exists(path)) throw new DirectoryNotFoundException(Messages.IndexMissing(path));
        return new IndexDirectory(path);
    }

    /// <summary>Maps one file of an index, by itself.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static MappedSlice MapFile(string path)
    {
        var bytes = MappedBytes.Map(path);
        return new MappedSlice(bytes, 0, bytes.Length);
    }

    /// <summary>Maps one file of an index where it is there.</summary>
    public static bool TryMapFile(string path, out MappedSlice file)
    {
        file = default;
        if (!File.Exists(path)) return false;
        file = MapFile(path);
        return true;
    }

    /// <summary>Tells whether an index has been committed in a folder.</summary>
    public static bool Exists(string path)
    {
        try
        {
            return Directory.Exists(path) && Directory.EnumerateFiles(path, "segments_*").Any();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Tells whether nothing is at a path, or a folder that holds nothing.</summary>
    public static bool IsEmpty(string path) => !File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>Reads the user dictionary that the index was built with.</summary>
    /// <returns>Null where it was built without one.</returns>
    public static string? ReadUserDictionary(string path)
    {
        var file = Path.Combine(path, UserDictionaryFile);
        return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : null;
    }

    /// <summary>Keeps a user dictionary with the index: afterwards the file is the old one or the new one, never a part.</summary>
    public static void WriteUserDictionary(string path, string dictionary)
    {
        Create(Path.GetFullPath(path));
        var file = Path.Combine(path, UserDictionaryFile);
        var next = file + ".tmp";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(dictionary));
            stream.Flush(flushToDisk: true);
        }
        File.Move(next, file, overwrite: true);
        FolderSync.Flush(Path.GetFullPath(path));
    }

    /// <summary>Forgets the user dictionary.</summary>
    public static void DeleteUserDictionary(string path) => File.Delete(Path.Combine(path, UserDictionaryFile));

    /// <summary>Deletes an index with its folder; does nothing where there is none.</summary>
    /// <exception cref="IndexLockedException">A writer has it open.</exception>
    /// <exception cref="IOException">The folder is a link, or holds something that is no part of an index: nothing is deleted.</exception>
    public static void Delete(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var folder = new DirectoryInfo(path);
        if (!folder.Exists && folder.LinkTarget is null) return;
        if (folder.LinkTarget is not null) throw new IOException(Messages.IndexNotOurs(path, path));
        var entries = folder.GetFileSystemInfos();
        foreach (var entry in entries)
            if (!IsOurs(entry)) throw new IOException(Messages.IndexNotOurs(path, entry.Name));

        using (var directory = new IndexDirectory(path))
        using (var writeLock = directory.MakeLock(WriteLockFile))
        {
            if (!writeLock.Obtain()) throw new IndexLockedException(path);
            // Commits first: what is left of an interrupted deletion is then no index.
            foreach (var entry in entries.OrderBy(entry => entry.Name.StartsWith("segments", StringComparison.Ordinal) ? 0 : 1))
                if (entry.Name != WriteLockFile) entry.Delete();
        }
        File.Delete(Path.Combine(path, WriteLockFile));
        folder.Delete();
    }

    private static void Create(string path)
    {
        if (!Directory.Exists(path))
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, OwnerOnly);
        }
        var ignore = Path.Combine(path, IgnoreFile);
        if (!File.Exists(ignore)) File.WriteAllText(ignore, IgnoreAll);
    }

    private static bool IsOurs(FileSystemInfo entry)
    {
        if (entry is not FileInfo file || file.LinkTarget is not null) return false;
        return file.Name switch
        {
            WriteLockFile or UserDictionaryFile or UserDictionaryFile + ".tmp" or "segments.gen" => true,
            IgnoreFile => file.Length == IgnoreAll.Length && File.ReadAllText(file.FullName) == IgnoreAll,
            var name => IndexDirectory.IsIndexFile(name),
        };
    }
}
