// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Cli.Terminal;

/// <summary>Standard output that tells when its reader has gone.</summary>
// The framework's own console stream swallows a broken pipe, so `textindex segment big.txt | head` would work on to the end for nobody.
// Not a FileStream on the handle: it writes at an offset of its own, and `(textindex a; textindex b) > file` would lose the first part.
internal sealed partial class StandardOutput : Stream
{
    private const int Interrupted = 4, TryAgain = 11, TryAgainMac = 35, BrokenPipe = 32;

    private StandardOutput() { }

    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    public override unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var written = write(1, start + done, bytes.Length - done);
                if (written >= 0) { done += (int)written; continue; }
                switch (Marshal.GetLastPInvokeError())
                {
                    case Interrupted: break;
                    case TryAgain or TryAgainMac: Thread.Sleep(1); break;
                    case BrokenPipe: throw new BrokenPipeException();
                    default: throw new IOException(Marshal.GetLastPInvokeErrorMessage());
                }
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint write(int file, byte* bytes, nint count);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
