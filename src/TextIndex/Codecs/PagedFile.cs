// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>Reads a file of <see cref="PagedOutput"/> at its address; a page is verified when it is touched first. Safe to share between threads.</summary>
internal sealed unsafe class PagedFile : IDisposable
{
    private const int FooterBytes = 16;

    private readonly IndexInput _input;
    private readonly string _name;
    private readonly MappedBytes _bytes;
    private readonly byte[] _verified;      // by page; threads that verify the same page write the same

    /// <summary>Opens a file and verifies that its parts fit.</summary>
    /// <exception cref="CorruptIndexException">It is no such file.</exception>
    public PagedFile(Lucene.Net.Store.Directory directory, string name, IOContext context, string codec, int version)
    {
        _name = name;
        _input = directory.OpenInput(name, context);
        try
        {
            CodecUtil.CheckHeader(_input, codec, version, version);
            CodecUtil.RetrieveChecksum(_input);
            var slice = MappedSlice.Of(_input);
            _bytes = slice.Bytes;
            Pointer = slice.Pointer;
            if (slice.Length < FooterBytes + 8 + PagedOutput.Padding) throw Damage("is too short");
            Length = BinaryPrimitives.ReadInt64BigEndian(slice.Region(slice.Length - FooterBytes - 8, 8));
            var pages = (Length + PagedOutput.PageBytes - 1) / PagedOutput.PageBytes;
            if (Length < PagedOutput.Padding || Length > slice.Length || Length + 4 * pages + 8 + FooterBytes != slice.Length) throw Damage("has another length than it says");
            _verified = new byte[pages];
        }
        catch
        {
            _input.Dispose();
            throw;
        }
    }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }

    /// <summary>Bytes of the content, with <see cref="PagedOutput.Padding"/> at its end.</summary>
    public long Length { get; }

    /// <summary>What keeps <see cref="Pointer"/> valid.</summary>
    public MappedBytes Bytes => _bytes;

    /// <summary>Verifies that a region lies in the content, before its padding, and that its pages are what was written.</summary>
    /// <returns>Its first byte.</returns>
    /// <exception cref="CorruptIndexException">It does not, or they are not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Touch(long from, long count)
    {
        if ((ulong)from > (ulong)Length || (ulong)count > (ulong)(Length - PagedOutput.Padding - from)) throw Damage($"leads to {from} + {count} of {Length} bytes");
        // What a vector reads behind the region is verified as well: it is never used, but it is there.
        for (var (page, last) = (from / PagedOutput.PageBytes, (from + count) / PagedOutput.PageBytes); page <= last; page++)
            if (_verified[page] == 0) Verify(page);
        return Pointer + from;
    }

    /// <summary>What is thrown where the bytes do not fit each other.</summary>
    public CorruptIndexException Damage(string what) => new($"{_name} {what}");

    /// <summary>Verifies everything by Lucene's own checksum.</summary>
    public void CheckIntegrity() => CodecUtil.ChecksumEntireFile((IndexInput)_input.Clone());

    public void Dispose() => _input.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Verify(long page)
    {
        var from = page * PagedOutput.PageBytes;
        var bytes = new ReadOnlySpan<byte>(Pointer + from, (int)Math.Min(PagedOutput.PageBytes, Length - from));
        if ((uint)XxHash3.HashToUInt64(bytes) != *(uint*)(Pointer + Length + 4 * page)) throw Damage($"is damaged between byte {from} and {from + bytes.Length}");
        _verified[page] = 1;
        GC.KeepAlive(_bytes);
    }
}
