// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Storage;

/// <summary>Memory outside the managed heap: from the system itself where it is large, so that it is given back the moment that it is freed.</summary>
/// <remarks>
/// The C library keeps what is freed: once a block of 32 MB has been, glibc serves all that is smaller from arenas, one for each thread, that shrink from their ends
/// alone (measured: 170 MB kept that nobody used). Windows and others keep nothing of large blocks, so they are asked as ever. Safe from many threads.
/// </remarks>
internal static unsafe partial class NativePages
{
    private const long Large = 1 << 17;
    private const int ReadAndWrite = 3, Private = 2;

    /// <summary>Takes memory, with bytes of any kind in it.</summary>
    /// <exception cref="OutOfMemoryException">There is none.</exception>
    public static void* Take(long bytes)
    {
        if (bytes < Large || Anonymous == 0) return NativeMemory.Alloc((nuint)bytes);
        var pages = Map(null, (nuint)bytes, ReadAndWrite, Private | Anonymous, -1, 0);
        return pages != (void*)-1 ? pages : throw new OutOfMemoryException();
    }

    /// <summary>Gives memory back.</summary>
    /// <param name="memory">What was taken; may be null.</param>
    /// <param name="bytes">As many as were taken.</param>
    public static void Free(void* memory, long bytes)
    {
        if (memory is null) return;
        if (bytes < Large || Anonymous == 0) NativeMemory.Free(memory);
        else _ = Unmap(memory, (nuint)bytes);
    }

    /// <summary>Takes other memory for some bytes that stand at the beginning of what was taken before, which is given back.</summary>
    /// <param name="memory">What was taken; may be null.</param>
    /// <param name="bytes">How many bytes it has.</param>
    /// <param name="used">How many of them are to be kept.</param>
    /// <param name="wanted">How many bytes are wanted.</param>
    public static void* Replace(void* memory, long bytes, long used, long wanted)
    {
        var other = Take(wanted);
        System.Buffer.MemoryCopy(memory, other, wanted, used);
        Free(memory, bytes);
        return other;
    }

    private static int Anonymous => OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 0x20 : OperatingSystem.IsMacOS() ? 0x1000 : 0;

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* at, nuint bytes, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* at, nuint bytes);
}
