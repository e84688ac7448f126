// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Storage;

namespace TextIndex.Tests.Durability;

/// <summary>The folder of an index on a disk that fails: at the N-th operation, when it is full, in flushing, or with the power. It knows what a power cut would leave.</summary>
/// <remarks>
/// After SQLite's crash tests and Lucene's MockDirectoryWrapper. Bytes are safe when their file was flushed after they were written, names when the folder
/// was flushed after they were made, changed or deleted. Of all else each piece may or may not be there after a power cut, whatever came first: files
/// torn at sectors, renames and deletions undone, names lost. What goes through here are the five calls by which <see cref="IndexDirectory"/> changes a folder.
/// </remarks>
internal sealed class FaultyDirectory(string path) : IndexDirectory(path)
{
    private const int Sector = 512;

    private readonly string _path = path;
    private readonly object _gate = new();
    private readonly Dictionary<string, Inode> _names = new(StringComparer.Ordinal);
    private readonly List<Func<Dictionary<string, Inode>, Random, bool>> _unflushedNames = [];
    private Dictionary<string, Inode> _safeNames = new(StringComparer.Ordinal);

    private sealed class Inode(string name)
    {
        public string Name { get; set; } = name;      // where its bytes are, in the real folder

        public bool IsSafe { get; set; }

        public bool IsLost { get; set; }              // a flush failed: the system has dropped the pages and will say that all is well

        public byte[]? Deleted { get; set; }
    }

    /// <summary>Opens a folder, making it.</summary>
    public static FaultyDirectory In(string path, bool guards = true)
    {
        System.IO.Directory.CreateDirectory(path);
        return new FaultyDirectory(path) { Guards = guards };
    }

    /// <summary>Operations so far: a file made, 512 bytes written, a flush, a rename, a deletion, a file opened.</summary>
    public int Operations { get; private set; }

    /// <summary>The operation that fails; counted from 1.</summary>
    public int FailAt { get; set; } = int.MaxValue;

    /// <summary>True where all that follows fails as well: the power is off.</summary>
    public bool ForGood { get; set; }

    /// <summary>Bytes until the disk is full.</summary>
    public long BytesLeft { get; set; } = long.MaxValue;

    /// <summary>Which flush of a file fails, counted from 1; its bytes are gone, though a second flush says that all is well.</summary>
    public int FailFlush { get; set; }

    /// <summary>Which flush of the folder fails, counted from 1.</summary>
    public int FailFolderFlush { get; set; }

    /// <summary>False for Lucene.Net's own behaviour, without what <see cref="IndexDirectory"/> guards against.</summary>
    public bool Guards { get; init; } = true;

    /// <summary>Files that cannot be deleted now, as open ones on Windows.</summary>
    public HashSet<string> Held { get; } = [];

    public int Failures { get; private set; }

    public int OpenOutputs { get; private set; }

    public string LastOperation { get; private set; } = "";

    /// <summary>Makes a folder that holds what is left after a power cut now.</summary>
    public void PowerCut(string target, Random random)
    {
        lock (_gate)
        {
            var names = new Dictionary<string, Inode>(_safeNames, StringComparer.Ordinal);
            foreach (var change in _unflushedNames) change(names, random);
            System.IO.Directory.CreateDirectory(target);
            foreach (var (name, inode) in names) File.WriteAllBytes(Path.Combine(target, name), Left(inode, random));
        }
    }

    public override void Sync(ICollection<string> names)
    {
        if (Guards) base.Sync(names);
        else
            foreach (var name in names)
            {
                var pending = File.Exists(FullName("pending_" + name));
                FlushFile(pending ? "pending_" + name : name);
                if (pending) Rename("pending_" + name, name);
                FlushFolder();
            }
    }

    public override IndexInput OpenInput(string name, IOContext context)
    {
        Operate("open " + name);
        return base.OpenInput(name, context);
    }

    protected override IndexOutput CreateFile(string name, IOContext context)
    {
        Operate("create " + name);
        lock (_gate)
        {
            var inode = _names[name] = new Inode(name);
            Change((names, _) => names[name] = inode);
            OpenOutputs++;
        }
        return new Output(this, name, base.CreateFile(name, context));
    }

    protected override void FlushFile(string name)
    {
        Operate("flush " + name);
        lock (_gate)
        {
            if (!_names.TryGetValue(name, out var inode)) return;             // from before this directory was opened
            if (FailFlush > 0 && --FailFlush == 0)
            {
                inode.IsLost = true;
                throw Failed("flush " + name);
            }
            inode.IsSafe = !inode.IsLost;
        }
    }

    protected override void FlushFolder()
    {
        Operate("folder");
        lock (_gate)
        {
            if (FailFolderFlush > 0 && --FailFolderFlush == 0)
            {
                _unflushedNames.Clear();                                      // never written again; the names of before stay
                throw Failed("folder");
            }
            foreach (var change in _unflushedNames) change(_safeNames, Always.Instance);
            _unflushedNames.Clear();
        }
    }

    protected override void Rename(string from, string to)
    {
        Operate($"rename {from} {to}");
        base.Rename(from, to);
        lock (_gate)
        {
            var inode = _names[from];
            _names.Remove(from);
            _names[to] = inode;
            inode.Name = to;
            Change((names, _) => { names.Remove(from); names[to] = inode; });
        }
    }

    protected override void RemoveFile(string name)
    {
        Operate("delete " + name);
        lock (_gate)
        {
            if (Held.Contains(name)) throw new IOException($"{name} is open in another process");
            if (_names.Remove(name, out var inode))
            {
                inode.Deleted = File.ReadAllBytes(FullName(name));
                Change((names, _) => { if (names.GetValueOrDefault(name) == inode) names.Remove(name); });
            }
        }
        base.RemoveFile(name);
    }

    private void Change(Action<Dictionary<string, Inode>, Random> change) =>
        _unflushedNames.Add((names, random) =>
        {
            if (random.Next(2) == 0) return false;
            change(names, random);
            return true;
        });

    private void Operate(string what)
    {
        lock (_gate)
        {
            LastOperation = what;
            Operations++;
            if (Operations == FailAt || ForGood && Operations > FailAt) throw Failed(what);
        }
    }

    private IOException Failed(string what)
    {
        Failures++;
        return new IOException($"the disk failed at operation {Operations}: {what}");
    }

    private void Write(string name, int count)
    {
        Operate("write " + name);
        lock (_gate)
        {
            BytesLeft -= count;
            if (BytesLeft >= 0) return;
            Failures++;
            throw new IOException($"no space left on device: {name}");
        }
    }

    private byte[] Left(Inode inode, Random random)
    {
        var bytes = inode.Deleted ?? ReadAll(Path.Combine(_path, inode.Name));
        if (inode.IsSafe) return bytes;
        switch (inode.IsLost ? 1 : random.Next(5))
        {
            case 0: return bytes;
            case 1: return new byte[bytes.Length];
            case 2: return [];
            case 3: return bytes[..random.Next(bytes.Length + 1)];
            default:
                var torn = (byte[])bytes.Clone();
                for (var at = 0; at < torn.Length; at += Sector)
                    if (random.Next(2) == 0) Array.Clear(torn, at, Math.Min(Sector, torn.Length - at));
                return torn;
        }
    }

    private static byte[] ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A coin that always falls the same way: everything that was done is there.</summary>
    private sealed class Always : Random
    {
        public static readonly Always Instance = new();

        public override int Next(int maxValue) => maxValue - 1;
    }

    private sealed class Output(FaultyDirectory disk, string name, IndexOutput inner) : IndexOutput
    {
        private int _written;
        private bool _closed;

        public override long Checksum => inner.Checksum;

        public override long Position => inner.Position;

        public override long Length => inner.Length;

        public override void WriteByte(byte b)
        {
            Count(1);
            inner.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            Count(length);
            inner.WriteBytes(b, offset, length);
        }

        public override void Flush() => inner.Flush();

        [Obsolete("as in the base")]
        public override void Seek(long pos) => inner.Seek(pos);

        protected override void Dispose(bool disposing)
        {
            if (_closed) return;
            _closed = true;
            lock (disk._gate) disk.OpenOutputs--;
            inner.Dispose();                                                  // closing frees the handle even where it fails
            disk.Operate("close " + name);
        }

        private void Count(int bytes)
        {
            for (_written += bytes; _written >= Sector; _written -= Sector) disk.Write(name, Sector);
        }
    }
}
