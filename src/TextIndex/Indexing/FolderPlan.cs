// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Indexing;

/// <summary>What has to be done to bring an index up to date with folders, found by looking at names, sizes and times alone.</summary>
internal sealed class FolderPlan
{
    /// <summary>A file to read.</summary>
    /// <param name="Key">Its document's key.</param>
    /// <param name="Folder">The folder it is in.</param>
    /// <param name="File">The file.</param>
    /// <param name="IsNew">False where the index has it already.</param>
    internal readonly record struct Reading(string Key, SourceFolder Folder, SourceFile File, bool IsNew);

    private static readonly long UncertainTicks = TimeSpan.FromSeconds(2).Ticks;

    private FolderPlan(List<Reading> read, List<string> gone, int unchanged, List<FileNote> skipped, int otherKinds) =>
        (Read, Gone, Unchanged, Skipped, OtherKinds) = (read, gone, unchanged, skipped, otherKinds);

    /// <summary>Files that are new or may have changed, in the order of the folders and, within one, of their paths.</summary>
    public IReadOnlyList<Reading> Read { get; }

    /// <summary>Keys of documents whose files are gone, ascending.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>Files that the index has as they are.</summary>
    public int Unchanged { get; }

    /// <summary>Files and folders that were left out, with the reason.</summary>
    public IReadOnlyList<FileNote> Skipped { get; }

    /// <summary>Files of kinds that are not indexed.</summary>
    public int OtherKinds { get; }

    /// <summary>True where the index is not up to date.</summary>
    public bool IsStale => Read.Count + Gone.Count > 0;

    /// <summary>Compares folders with what is known of their files.</summary>
    /// <param name="known">Stamps by key, as of the last commit. Documents without a stamp come from no file and are left alone.</param>
    /// <param name="folders">The folders.</param>
    /// <param name="options">Which files are taken.</param>
    /// <param name="cancellationToken">Looked at once a folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the plan would be to delete all that was in it.</exception>
    public static FolderPlan Make(IEnumerable<KeyValuePair<string, FileStamp>> known, IReadOnlyList<string> folders, FolderOptions options, CancellationToken cancellationToken)
    {
        var left = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        foreach (var (key, stamp) in known)
            if (stamp != default) left[key] = stamp;

        var filter = new SourceFilter(options.Include, options.Exclude);
        var prefixes = KeyPrefixes(folders);
        var (read, skipped, unknown) = (new List<Reading>(), new List<FileNote>(), new List<string>());
        var (unchanged, otherKinds) = (0, 0);
        for (var i = 0; i < folders.Count; i++)
        {
            var folder = new SourceFolder(folders[i]);
            var walk = folder.Walk(filter, options.LargestFileBytes, cancellationToken);
            otherKinds += walk.OtherKinds;
            foreach (var file in walk.Files)
            {
                var key = prefixes[i] + file.Path;
                var isNew = !left.Remove(key, out var stamp);
                if (isNew || options.Rebuild || MayHaveChanged(stamp, file)) read.Add(new(key, folder, file, isNew));
                else unchanged++;
            }
            foreach (var file in walk.Skipped)
            {
                skipped.Add(new(prefixes[i] + file.Path, file.Reason));
                if (file.IsUnknown) unknown.Add(prefixes[i] + file.Path);
            }
        }
        // What cannot be looked at now is not gone: a network drive comes back.
        List<string> gone = [.. left.Keys.Where(key => !unknown.Exists(path => key.StartsWith(path, StringComparison.Ordinal)))];
        gone.Sort(StringComparer.Ordinal);
        return new FolderPlan(read, gone, unchanged, skipped, otherKinds);
    }

    /// <summary>What the keys of each folder's files begin with: nothing for a single folder, else the folder's name, made different where two are the same.</summary>
    public static IReadOnlyList<string> KeyPrefixes(IReadOnlyList<string> folders)
    {
        if (folders.Count < 2) return [.. folders.Select(_ => "")];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var prefixes = new List<string>(folders.Count);
        foreach (var folder in folders)
        {
            var name = new SourceFolder(folder).Name;
            if (name.Length == 0) name = "root";
            var unique = name;
            for (var n = 2; !names.Add(unique); n++) unique = $"{name}-{n}";
            prefixes.Add(unique + "/");
        }
        return prefixes;
    }

    // File times are coarse: a file written again in the moment of its reading may look the same, so nothing read that soon is trusted.
    private static bool MayHaveChanged(FileStamp stamp, SourceFile file) =>
        stamp.SizeBytes != file.SizeBytes || stamp.ModifiedTicks != file.ModifiedTicks || Math.Abs(stamp.IndexedTicks - stamp.ModifiedTicks) <= UncertainTicks;
}
