// SPDX-License-Identifier: MIT
using System.IO.Hashing;
using TextIndex.Storage;

namespace TextIndex.Codecs.Columns;

/// <summary>The data of one file of columns in memory, believed page by page: a page is hashed when it is first touched.</summary>
/// <remarks>Safe to share between threads. Who reads through a pointer refers to this object until the end: it keeps the memory mapped.</remarks>
internal sealed unsafe class ColumnFile
{
    /// <summary>Bytes of a page, as a power of two.</summary>
    public const int PageBits = 16;

    /// <summary>Zeros behind the data, so that a scan may load what it does not believe.</summary>
    public const int Slack = 128;

    private readonly byte* _data;
    private readonly object? _memory;
    private readonly ulong[] _hashes;
    private readonly bool[] _sound;
    private readonly string _name;
    private volatile bool _allSound;
    private int _soundPages;

    /// <summary>Looks at data in memory.</summary>
    /// <param name="data">The data, with <see cref="Slack"/> bytes behind it.</param>
    /// <param name="length">Its length without the slack.</param>
    /// <param name="hashes">The hash of each page.</param>
    /// <param name="name">Name of the file in messages.</param>
    public ColumnFile(byte* data, long length, ulong[] hashes, string name)
    {
        _data = data;
        (Length, _hashes, _sound, _name) = (length, hashes, new bool[hashes.Length], name);
        if (hashes.Length != PagesOf(length)) throw Damaged("the pages are not as many as the data");
    }

    /// <summary>Looks at data in a file.</summary>
    /// <param name="slice">The file; held as long as this object is.</param>
    /// <param name="start">Where the data begins in it.</param>
    /// <param name="length">Its length without the slack.</param>
    /// <param name="hashes">The hash of each page.</param>
    /// <param name="name">Name of the file in messages.</param>
    public ColumnFile(MappedSlice slice, long start, long length, ulong[] hashes, string name) : this(slice.Pointer + start, length, hashes, name)
    {
        if (start + length + Slack > slice.Length) throw Damaged("the data leads out of it");
        _memory = slice.Bytes;
    }

    /// <summary>Bytes of data.</summary>
    public long Length { get; }

    /// <summary>How many pages data of this length has.</summary>
    public static long PagesOf(long length) => (length + (1 << PageBits) - 1) >> PageBits;

    /// <summary>The hash of a page's bytes.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> page) => XxHash3.HashToUInt64(page);

    /// <summary>Gives bytes of the data after looking whether they are there and are what was written.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public byte* Read(long offset, long length)
    {
        if ((ulong)offset > (ulong)Length || (ulong)length > (ulong)(Length - offset)) throw Damaged("an offset leads out of it");
        if (!_allSound) VerifyPages(offset, length);
        return _data + offset;
    }

    /// <summary>Where a byte of the data stands, to be asked for ahead and not to be looked at.</summary>
    public byte* Peek(long offset) => _data + offset;

    /// <summary>Gives bytes of the data, which must be there, without looking at them yet: <see cref="Read"/> comes before each use.</summary>
    /// <exception cref="FormatException">They are not there.</exception>
    public void MustHold(long offset, long length)
    {
        if ((ulong)offset > (ulong)Length || (ulong)length > (ulong)(Length - offset)) throw Damaged("an offset leads out of it");
    }

    /// <summary>Hashes all pages.</summary>
    /// <exception cref="FormatException">One is not what was written.</exception>
    public void VerifyAll()
    {
        for (var page = 0; page < _sound.Length; page++)
            if (!_sound[page]) Verify(page);
    }

    /// <summary>What is thrown of this file.</summary>
    public FormatException Damaged(string what) => new($"{_name}: {what}");

    private void VerifyPages(long offset, long length)
    {
        var last = (offset + length - 1) >> PageBits;
        for (var page = offset >> PageBits; page <= last; page++)
            if (!_sound[page]) Verify(page);
    }

    private void Verify(long page)
    {
        var start = page << PageBits;
        var found = HashOf(new ReadOnlySpan<byte>(_data + start, (int)Math.Min(1 << PageBits, Length - start)));
        if (found != _hashes[page]) throw Damaged($"the page at {start} is not what was written");
        lock (_sound)
        {
            if (_sound[page]) return;
            _sound[page] = true;
            if (++_soundPages == _sound.Length) _allSound = true;
        }
    }
}
