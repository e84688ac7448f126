// SPDX-License-Identifier: MIT
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>A folder of index files for Lucene.Net, mapped into memory: <c>TextIndexCodec</c> reads them in place.</summary>
/// <example><code>
/// using var directory = new MappedDirectory("/data/index");
/// using var reader = DirectoryReader.Open(directory);
/// </code></example>
/// <remarks>
/// Any Lucene.Net codec can be read through it. Other directories serve <c>TextIndexCodec</c> too, which then copies its files into memory when they are
/// opened. A file that another process cuts short while it is mapped faults the process: keep an index on a local disk. Safe to share between threads.
/// </remarks>
public class MappedDirectory : FSDirectory
{
    /// <summary>Opens a folder, making it where there is none, with Lucene.Net's own lock.</summary>
    /// <param name="path">The folder.</param>
    public MappedDirectory(string path) : base(new DirectoryInfo(path), null) { }

    /// <summary>Opens a folder, making it where there is none.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="lockFactory">Makes the lock of the writer.</param>
    public MappedDirectory(string path, LockFactory lockFactory) : base(new DirectoryInfo(path), lockFactory) { }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) => new MappedInput(name, MapFile(name));

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(name, MapFile(name));

    private MappedSlice MapFile(string name)
    {
        EnsureOpen();
        var bytes = MappedBytes.Map(Path.Combine(Directory.FullName, name));
        return new MappedSlice(bytes, 0, bytes.Length);
    }

    // The files inside a compound file.
    private sealed class Slicer(string name, MappedSlice file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length)
        {
            if (offset < 0 || length < 0 || offset > file.Length - length) throw new EndOfStreamException($"{name}: {sliceDescription} is outside the file");
            return new MappedInput($"{name} [{sliceDescription}]", file with { Offset = file.Offset + offset, Length = length });
        }

        [Obsolete("Only for reading compound files of Lucene 3")]
        public override IndexInput OpenFullSlice() => new MappedInput(name, file);

        protected override void Dispose(bool disposing) { }
    }
}
