// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Primitives;
using TextIndex.Storage;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex.Indexing;

/// <summary>Copies one commit of an index into a folder of its own.</summary>
internal static class IndexBackup
{
    /// <summary>Copies the files of a commit. They must not be deleted meanwhile.</summary>
    /// <param name="source">Where the index is.</param>
    /// <param name="files">The files of the commit, its <c>segments_N</c> among them.</param>
    /// <param name="path">A folder that is empty or not there.</param>
    /// <param name="userDictionary">The user dictionary of the index; null where it has none.</param>
    /// <param name="cancellationToken">Looked at once a megabyte.</param>
    /// <exception cref="IOException">The folder holds something, or the disk failed.</exception>
    /// <exception cref="IndexCorruptException">What was read is not what was once written: the index itself is damaged.</exception>
    public static void Copy(Directory source, IEnumerable<string> files, string path, string? userDictionary, CancellationToken cancellationToken)
    {
        if (!IndexFolder.IsEmpty(path)) throw new IOException(Messages.BackupNotEmpty(path));
        try
        {
            if (userDictionary is not null) IndexFolder.WriteUserDictionary(path, userDictionary);
            using var target = IndexFolder.Open(path, create: true);
            // The commit last: until it stands, what is there is no index.
            var names = files.OrderBy(name => name.StartsWith("segments", StringComparison.Ordinal) ? 1 : 0).ThenBy(name => name, StringComparer.Ordinal).ToList();
            foreach (var name in names) Copy(source, target, name, cancellationToken);
            target.Sync(names);
            IndexChecker.VerifyFiles(target, path);
        }
        catch
        {
            IndexFolder.Delete(path);
            throw;
        }
    }

    private static void Copy(Directory source, Directory target, string name, CancellationToken cancellationToken)
    {
        using var input = source.OpenInput(name, IOContext.READ_ONCE);
        using var output = target.CreateOutput(name, IOContext.DEFAULT);
        var buffer = new byte[1 << 20];
        for (var left = input.Length; left > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = (int)Math.Min(left, buffer.Length);
            input.ReadBytes(buffer, 0, count);
            output.WriteBytes(buffer, count);
            left -= count;
        }
    }
}
