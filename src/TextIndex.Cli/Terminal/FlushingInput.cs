// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

/// <summary>Input that hands out what was written so far before it waits for more: a conversation works line by line, a file block by block.</summary>
internal sealed class FlushingInput(Stream input, TextWriter output) : Stream
{
    public override int Read(Span<byte> buffer)
    {
        output.Flush();
        return input.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
