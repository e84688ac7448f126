// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using TextIndex.Primitives;

namespace TextIndex.Storage;

/// <summary>Makes the names in a folder durable: that files were made, renamed or deleted survives a power cut from here on.</summary>
/// <remarks>
/// .NET opens no folder, so the three calls are the system's own. Windows has no such call and needs none: NTFS writes the names of a volume in their order.
/// A file system that knows no flushing of folders (EINVAL, EBADF, ENOTSUP: some network and user-space ones) keeps names as it likes; that is no failure.
/// </remarks>
internal static partial class FolderSync
{
    private const int BadDescriptor = 9, InvalidArgument = 22, InterruptedCall = 4;

    /// <summary>Flushes a folder.</summary>
    /// <exception cref="IOException">The system could not; what was renamed in it may be undone by a power cut.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, CloseOnExecute);
        if (descriptor < 0) throw Failed(folder, Marshal.GetLastPInvokeError());
        try
        {
            int error;
            do error = Fsync(descriptor) == 0 ? 0 : Marshal.GetLastPInvokeError();
            while (error == InterruptedCall);
            if (error is not (0 or BadDescriptor or InvalidArgument) && error != NotSupported) throw Failed(folder, error);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static int CloseOnExecute => OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;

    private static int NotSupported => OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 95 : 45;

    private static IOException Failed(string folder, int error) => new(Messages.FolderNotFlushed(folder, Marshal.GetPInvokeErrorMessage(error)));

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
