// SPDX-License-Identifier: MIT
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>The files of an index as Lucene.Net sees them: mapped, with commits that appear whole or not at all.</summary>
/// <remarks>
/// Lucene 4.8 writes <c>segments_N</c> in place and marks it finished by its footer. A process killed between the two leaves half a commit,
/// and half of the first one leaves no index that opens. Here the commit is written beside its name and renamed when it is complete.
/// <c>segments.gen</c>, a second opinion for file systems with stale listings, is neither written nor read: damaged, it would stop a sound index
/// from opening.
/// </remarks>
internal sealed class IndexDirectory(string path) : MappedDirectory(path, new WriterLockFactory(path))
{
    private const string Commit = "segments_";
    private const string Pending = "pending_";
    private const string Generation = "segments.gen";

    private readonly HashSet<string> _pending = [];

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        if (name == Generation) return new RAMOutputStream();
        if (!IsCommit(name)) return base.CreateOutput(name, context);
        var output = base.CreateOutput(Pending + name, context);
        lock (_pending) _pending.Add(name);
        return output;
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        base.Sync(names);
        foreach (var name in names)
        {
            lock (_pending)
                if (!_pending.Remove(name)) continue;
            File.Move(FullName(Pending + name), FullName(name), overwrite: true);
        }
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        bool pending;
        lock (_pending) pending = _pending.Remove(name);
        base.DeleteFile(pending ? Pending + name : name);
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) =>
        name == Generation ? throw new FileNotFoundException(name) : base.OpenInput(name, context);

    /// <inheritdoc/>
    public override string[] ListAll() => [.. base.ListAll().Where(name => name != Generation)];

    /// <summary>Tells whether a file of this name is Lucene.Net's or ours: part of an index segment, or a commit.</summary>
    internal static bool IsIndexFile(string name)
    {
        if (name.StartsWith(Pending, StringComparison.Ordinal)) name = name[Pending.Length..];
        if (IsCommit(name)) return name.AsSpan(Commit.Length).IndexOfAnyExcept("0123456789abcdefghijklmnopqrstuvwxyz") < 0;
        if (!name.StartsWith('_')) return false;
        var dot = name.LastIndexOf('.');
        return dot > 1 && Array.IndexOf(Extensions, name[(dot + 1)..]) >= 0;
    }

    // Every extension that Lucene 4.8's codec writes.
    private static readonly string[] Extensions =
        ["cfs", "cfe", "si", "fnm", "fdx", "fdt", "tim", "tip", "doc", "pos", "pay", "nvd", "nvm", "dvd", "dvm", "tvx", "tvd", "tvf", "del"];

    private static bool IsCommit(string name) => name.StartsWith(Commit, StringComparison.Ordinal);

    private string FullName(string name) => Path.Combine(Directory.FullName, name);
}
