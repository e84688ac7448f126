// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Lucene.Net.Store;

namespace TextIndex.Codecs.Columns;

/// <summary>Writes the data of a file of columns and hashes its pages.</summary>
internal sealed class PageWriter(IndexOutput output) : IByteSink
{
    private readonly byte[] _page = new byte[1 << ColumnFile.PageBits];
    private readonly List<ulong> _hashes = [];
    private int _used;

    /// <summary>Offset of the next byte in the data.</summary>
    public long Position { get; private set; }

    /// <summary>The hashes of all pages, once the data is closed.</summary>
    public ReadOnlySpan<ulong> Hashes => CollectionsMarshal.AsSpan(_hashes);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Position += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var some = Math.Min(bytes.Length, _page.Length - _used);
            bytes[..some].CopyTo(_page.AsSpan(_used));
            _used += some;
            bytes = bytes[some..];
            if (_used == _page.Length) EndPage();
        }
    }

    /// <summary>Goes on to the next offset that is a multiple of 8, with zeros.</summary>
    /// <returns>The offset.</returns>
    public long Align()
    {
        Span<byte> zeros = stackalloc byte[8];
        zeros.Clear();
        Write(zeros[..(int)(-Position & 7)]);
        return Position;
    }

    /// <summary>Writes the last page.</summary>
    public void Close()
    {
        if (_used > 0) EndPage();
    }

    private void EndPage()
    {
        _hashes.Add(ColumnFile.HashOf(_page.AsSpan(0, _used)));
        output.WriteBytes(_page, 0, _used);
        _used = 0;
    }
}
