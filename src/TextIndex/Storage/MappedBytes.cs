// SPDX-License-Identifier: MIT
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>Bytes at an address that stays valid as long as anybody refers to this object: a mapped file, or a copy of one in native memory.</summary>
/// <remarks>
/// Nobody unmaps it: the finalizer does, when the last reader, clone and cursor is gone. A reader that is closed under a search is then a search over an old
/// file, never an access violation; a check before each read would only make that window smaller. The file itself is closed at once, so what is held is
/// address space (and, on Windows, the file's deletion, which Lucene.Net tries again). Whoever reads through <see cref="Pointer"/> ends with
/// <see cref="GC.KeepAlive"/>.
/// </remarks>
internal sealed unsafe class MappedBytes
{
    /// <summary>Bytes behind the end that may be read, whatever stands there: a vector is loaded whole. Every file of ours ends with a footer and padding instead.</summary>
    public const int CopyPadding = 64;

    private readonly MemoryMappedViewAccessor? _view;
    private readonly void* _copy;

    private MappedBytes(byte* pointer, long length, MemoryMappedViewAccessor? view, void* copy)
    {
        (Length, _view) = (length, view);
        Pointer = pointer;
        _copy = copy;
    }

    ~MappedBytes()
    {
        if (_copy is not null) NativeMemory.AlignedFree(_copy);
        if (_view is null) return;
        // The view's own handle may be finalized before or after: its count keeps the memory until this release.
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }

    /// <summary>The first byte; null where there is none.</summary>
    public byte* Pointer { get; }

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static MappedBytes Map(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var length = stream.Length;
        if (length == 0) return new MappedBytes(null, 0, null, null);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return new MappedBytes(pointer + view.PointerOffset, length, view, null);
    }

    /// <summary>Copies what another directory holds, such as one in memory.</summary>
    public static MappedBytes Copy(IndexInput input)
    {
        var length = input.Length;
        var copy = (byte*)NativeMemory.AlignedAlloc((nuint)(length + CopyPadding), 64);
        var bytes = new MappedBytes(copy, length, null, copy);
        var source = (IndexInput)input.Clone();
        source.Seek(0);
        var chunk = new byte[(int)Math.Min(length, 1 << 16)];
        for (var at = 0L; at < length;)
        {
            var count = (int)Math.Min(chunk.Length, length - at);
            source.ReadBytes(chunk, 0, count);
            chunk.AsSpan(0, count).CopyTo(new Span<byte>(copy + at, count));
            at += count;
        }
        NativeMemory.Clear(copy + length, CopyPadding);
        return bytes;
    }
}
