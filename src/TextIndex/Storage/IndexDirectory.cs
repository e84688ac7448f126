// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Primitives;

namespace TextIndex.Storage;

/// <summary>The files of an index as Lucene.Net sees them: mapped, with commits that appear whole or not at all.</summary>
/// <remarks>
/// Lucene 4.8 writes <c>segments_N</c> in place and marks it finished by its footer. A process killed between the two leaves half a commit,
/// and half of the first one leaves no index that opens. Here the commit is written beside its name and renamed when it is complete.
/// <c>segments.gen</c>, a second opinion for file systems with stale listings, is neither written nor read: damaged, it would stop a sound index
/// from opening.
/// <para>
/// The order of a commit: every file is flushed, the folder is flushed (their names stand), the commit is flushed, renamed, and the folder is flushed
/// again. Lucene.Net flushes no folder, and asks again where flushing a file failed; but a system that could not write a page has forgotten it, and a
/// second call says that all is well (Rebello et al., "Can Applications Recover from fsync Failures?", 2020). Here a file that could not be flushed
/// once is never taken for durable.
/// </para>
/// </remarks>
internal class IndexDirectory(string path) : MappedDirectory(path, new WriterLockFactory(path))
{
    private const string Commit = "segments_";
    private const string Pending = "pending_";
    private const string Generation = "segments.gen";

    private readonly object _gate = new();
    private readonly HashSet<string> _pending = [];         // commits that are written and not yet renamed
    private readonly HashSet<string> _dirty = [];           // written and not yet flushed
    private readonly HashSet<string> _failed = [];          // could not be flushed
    private readonly HashSet<string> _unnamed = [];         // made since the folder was flushed

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        if (name == Generation) return new RAMOutputStream();
        lock (_gate)
        {
            _failed.Remove(name);                           // other bytes under an old name
            _dirty.Add(name);
            _unnamed.Add(name);
        }
        if (!IsCommit(name)) return CreateFile(name, context);
        var output = CreateFile(Pending + name, context);
        lock (_gate) _pending.Add(name);
        return output;
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        foreach (var name in names) FlushOnce(name);
        FlushNames();
        foreach (var name in names)
        {
            lock (_gate)
                if (!_pending.Contains(name)) continue;
            Rename(Pending + name, name);
            lock (_gate)
            {
                _pending.Remove(name);
                _unnamed.Add(name);
            }
            FlushNames();
        }
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        bool pending;
        lock (_gate)
        {
            pending = _pending.Remove(name);
            _dirty.Remove(name);
            _failed.Remove(name);
            _unnamed.Remove(name);
        }
        RemoveFile(pending ? Pending + name : name);
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) =>
        name == Generation ? throw new FileNotFoundException(name) : base.OpenInput(name, context);

    /// <inheritdoc/>
    public override string[] ListAll() => [.. base.ListAll().Where(name => name != Generation)];

    /// <summary>Deletes what is left of commits that were not finished; for the writer, when it has the lock.</summary>
    public void DeleteUnfinished()
    {
        foreach (var name in base.ListAll())
        {
            if (!name.StartsWith(Pending + Commit, StringComparison.Ordinal)) continue;
            lock (_gate)
                if (_pending.Contains(name[Pending.Length..])) continue;
            RemoveFile(name);
        }
    }

    private void FlushOnce(string name)
    {
        bool pending;
        lock (_gate)
        {
            if (_failed.Contains(name)) throw new IOException(Messages.FileNotFlushed(FullName(name)));
            if (!_dirty.Contains(name)) return;
            pending = _pending.Contains(name);
        }
        try
        {
            FlushFile(pending ? Pending + name : name);
            lock (_gate) _dirty.Remove(name);
        }
        catch
        {
            lock (_gate) _failed.Add(name);
            throw;
        }
    }

    private void FlushNames()
    {
        try
        {
            FlushFolder();
            lock (_gate) _unnamed.Clear();
        }
        catch
        {
            lock (_gate) _failed.UnionWith(_unnamed);
            throw;
        }
    }

    /// <summary>Makes a file. This and the next four are all that the folder is ever changed by: a test stands a failing disk in their place.</summary>
    protected virtual IndexOutput CreateFile(string name, IOContext context) => base.CreateOutput(name, context);

    /// <summary>Makes the bytes of a file durable, asking the system once.</summary>
    protected virtual void FlushFile(string name)
    {
        using var file = new FileStream(FullName(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Makes the names in the folder durable.</summary>
    protected virtual void FlushFolder() => FolderSync.Flush(Directory.FullName);

    /// <summary>Puts a file in the place of another.</summary>
    protected virtual void Rename(string from, string to) => File.Move(FullName(from), FullName(to), overwrite: true);

    /// <summary>Deletes a file.</summary>
    protected virtual void RemoveFile(string name) => base.DeleteFile(name);

    /// <summary>Tells whether a file of this name is Lucene.Net's or ours: part of an index segment, or a commit.</summary>
    internal static bool IsIndexFile(string name)
    {
        if (name.StartsWith(Pending, StringComparison.Ordinal)) name = name[Pending.Length..];
        if (IsCommit(name)) return name.AsSpan(Commit.Length).IndexOfAnyExcept("0123456789abcdefghijklmnopqrstuvwxyz") < 0;
        if (!name.StartsWith('_')) return false;
        var dot = name.LastIndexOf('.');
        return dot > 1 && Array.IndexOf(Extensions, name[(dot + 1)..]) >= 0;
    }

    // Every extension that Lucene 4.8's codec writes, and ours.
    private static readonly string[] Extensions =
        ["cfs", "cfe", "si", "fnm", "fdx", "fdt", "tim", "tip", "doc", "pos", "pay", "nvd", "nvm", "dvd", "dvm", "tvx", "tvd", "tvf", "del", "xtd", "xtl", "xtp", "xts", "xtq", "tic"];

    private static bool IsCommit(string name) => name.StartsWith(Commit, StringComparison.Ordinal);

    /// <summary>Full path of a file of the index.</summary>
    protected string FullName(string name) => Path.Combine(Directory.FullName, name);
}
