// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Cli.Sessions;

/// <summary>The documents that files and folders on the command line stand for, in their order.</summary>
internal static class SourceDocuments
{
    /// <exception cref="UsageException">A file or folder is not there or cannot be read.</exception>
    public static IEnumerable<(string File, Document Document)> Of(Invocation call, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
            if (!File.Exists(call.FullPath(path)) && !Directory.Exists(call.FullPath(path))) throw new UsageException(Messages.NoSuchFile(path));
        return Read(call, paths);
    }

    private static IEnumerable<(string, Document)> Read(Invocation call, IReadOnlyList<string> paths)
    {
        // As in an index: paths are relative to their folder, and begin with its name where there are several.
        var folders = paths.Where(path => Directory.Exists(call.FullPath(path))).Select(call.FullPath).ToList();
        var prefixes = FolderPlan.KeyPrefixes(folders);
        var folder = 0;
        foreach (var path in paths)
        {
            call.Stopping.ThrowIfCancellationRequested();
            if (Directory.Exists(call.FullPath(path)))
            {
                foreach (var found in Walk(call, folders[folder], prefixes[folder])) yield return found;
                folder++;
                continue;
            }
            var name = path.Replace('\\', '/');
            yield return (name, DocumentReader.Read(name, UserFile.ReadAll(call, path)));
        }
    }

    private static IEnumerable<(string, Document)> Walk(Invocation call, string path, string prefix)
    {
        var folder = new SourceFolder(path);
        var walk = folder.Walk(new SourceFilter([], []), FolderOptions.Default.LargestFileBytes, call.Stopping);
        foreach (var skipped in walk.Skipped) call.Notice(Messages.Skipped(prefix + skipped.Path, skipped.Reason));
        foreach (var file in walk.Files)
        {
            call.Stopping.ThrowIfCancellationRequested();
            if (folder.TryRead(file, FolderOptions.Default.LargestFileBytes, out var content, out var skipped))
                yield return (prefix + file.Path, DocumentReader.Read(prefix + file.Path, content.Bytes));
            else
                call.Notice(Messages.Skipped(prefix + skipped.Path, skipped.Reason));
        }
    }
}
