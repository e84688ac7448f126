// SPDX-License-Identifier: MIT
using System.IO.Enumeration;
using TextIndex.Primitives;

namespace TextIndex.Storage;

/// <summary>Walks a folder of source files and reads them; never writes. Safe to share between threads.</summary>
internal sealed class SourceFolder
{
    // Everything is asked for: what is left out is decided here and told, not by the enumeration.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false, ReturnSpecialDirectories = false };

    private readonly string _root;

    /// <param name="folder">The folder; relative to the current one, or full.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public SourceFolder(string folder)
    {
        _root = Path.GetFullPath(folder);
        if (!Directory.Exists(_root)) throw new DirectoryNotFoundException(Messages.FolderMissing(folder));
    }

    /// <summary>Full path of the folder.</summary>
    public string FullPath => _root;

    /// <summary>Name of the folder; empty for the root of a drive.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(_root));

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long SizeBytes, long ModifiedTicks);

    /// <summary>Finds the files that a filter takes. Hidden files and folders and what links point to are left out.</summary>
    /// <param name="filter">Which files are taken.</param>
    /// <param name="largestBytes">Larger files are skipped and told.</param>
    /// <param name="cancellationToken">Looked at once a folder.</param>
    public SourceWalk Walk(SourceFilter filter, long largestBytes, CancellationToken cancellationToken)
    {
        var files = new List<SourceFile>();
        var skipped = new List<SkippedFile>();
        var otherKinds = 0;
        var folders = new Stack<string>();
        folders.Push("");
        while (folders.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in EntriesOf(folder))
                {
                    if (entry.Name.StartsWith('.')) { if (!entry.IsFolder) otherKinds++; continue; }
                    var path = folder + entry.Name;
                    if (entry.IsFolder)
                    {
                        if (!entry.IsLink && !filter.LeavesOutFolder(path)) folders.Push(path + "/");
                    }
                    else if (!filter.Takes(path)) otherKinds++;
                    else if (entry.IsLink) skipped.Add(new(path, Messages.FileIsLink, IsUnknown: false));
                    else if (entry.SizeBytes > largestBytes) skipped.Add(new(path, Messages.FileTooLarge(entry.SizeBytes, largestBytes), IsUnknown: false));
                    else files.Add(new(path, entry.SizeBytes, entry.ModifiedTicks));
                }
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException && folder.Length > 0)
            {
                skipped.Add(new(folder, Messages.FolderUnreadable, IsUnknown: true));
            }
        }
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        skipped.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new SourceWalk(files, skipped, otherKinds);
    }

    /// <summary>Reads a file that a walk found.</summary>
    /// <param name="file">The file as the walk found it.</param>
    /// <param name="largestBytes">A file that has grown beyond this is not read.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="skipped">Why there are none.</param>
    /// <returns>False where the file cannot be read, is gone or has grown too large.</returns>
    public bool TryRead(SourceFile file, long largestBytes, out SourceContent content, out SkippedFile skipped)
    {
        (content, skipped) = (default, default);
        // An empty file needs no opening; and a pipe, which looks like one, would never open.
        if (file.SizeBytes == 0)
        {
            content = new([], file.ModifiedTicks);
            return true;
        }
        try
        {
            using var handle = File.OpenHandle(Path.Combine(_root, file.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            var modified = File.GetLastWriteTimeUtc(handle).Ticks;
            var size = RandomAccess.GetLength(handle);
            if (size > largestBytes)
            {
                skipped = new(file.Path, Messages.FileTooLarge(size, largestBytes), IsUnknown: false);
                return false;
            }
            var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(size, Array.MaxLength));
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is var more and > 0) read += more;
            content = new(read == bytes.Length ? bytes : bytes[..read], modified);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            var gone = cause is FileNotFoundException or DirectoryNotFoundException;
            skipped = new(file.Path, gone ? Messages.FileGone : Messages.FileUnreadable, IsUnknown: !gone);
            return false;
        }
    }

    private FileSystemEnumerable<Entry> EntriesOf(string folder) =>
        new(Path.Combine(_root, folder), static (ref FileSystemEntry entry) => EntryOf(ref entry), Everything);

    private static Entry EntryOf(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        if (name.StartsWith('.')) return new(name, entry.IsDirectory, false, 0, 0);
        var attributes = entry.Attributes;
        if (OperatingSystem.IsWindows() && attributes.HasFlag(FileAttributes.Hidden)) return new("." + name, entry.IsDirectory, false, 0, 0);
        // Files that a cloud drive keeps elsewhere are reparse points without a target: they are read like any other.
        var isLink = attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null;
        return entry.IsDirectory || isLink
            ? new(name, entry.IsDirectory, isLink, 0, 0)
            : new(name, false, false, entry.Length, entry.LastWriteTimeUtc.UtcTicks);
    }
}
