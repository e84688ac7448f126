// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace TextIndex.Codecs;

// file    := content padding hash* contentLength:i64be footer        content begins with Lucene's header; footer is Lucene's
// padding := 64 zero bytes, part of the content                      hash := XxHash3 of a page of 16 KiB of the content, lower 4 bytes, little-endian
/// <summary>Writes a file whose pages carry checksums, so that a reader verifies what it touches and nothing else.</summary>
internal sealed class PagedOutput : IDisposable
{
    public const int PageBytes = 1 << 14;
    public const int Padding = 64;

    private readonly IndexOutput _output;
    private readonly byte[] _page = new byte[PageBytes];
    private readonly List<uint> _hashes = [];
    private int _filled;
    private long _written;

    /// <summary>Begins a file.</summary>
    public PagedOutput(IndexOutput output, string codec, int version)
    {
        _output = output;
        var header = new byte[4 + 1 + codec.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(header, CodecUtil.CODEC_MAGIC);
        header[4] = (byte)Encoding.ASCII.GetBytes(codec, header.AsSpan(5));
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(5 + codec.Length), version);
        Write(header);
    }

    /// <summary>Bytes written so far.</summary>
    public long Position => _written + _filled;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, PageBytes - _filled);
            bytes[..count].CopyTo(_page.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
            if (_filled == PageBytes) EndPage();
        }
    }

    /// <summary>Writes numbers as they lie in memory, little-endian.</summary>
    public void Write<T>(ReadOnlySpan<T> numbers) where T : unmanaged => Write(MemoryMarshal.AsBytes(numbers));

    /// <summary>Ends the file; without this call it stays unfinished and no reader takes it.</summary>
    public void Finish()
    {
        Write(new byte[Padding]);
        var length = Position;
        if (_filled > 0) EndPage();
        var tail = new byte[4 * _hashes.Count + 8];
        for (var i = 0; i < _hashes.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(4 * i), _hashes[i]);
        BinaryPrimitives.WriteInt64BigEndian(tail.AsSpan(4 * _hashes.Count), length);
        _output.WriteBytes(tail, 0, tail.Length);
        CodecUtil.WriteFooter(_output);
    }

    public void Dispose() => _output.Dispose();

    private void EndPage()
    {
        _hashes.Add((uint)XxHash3.HashToUInt64(_page.AsSpan(0, _filled)));
        _output.WriteBytes(_page, 0, _filled);
        _written += _filled;
        _filled = 0;
    }
}
