// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using TextIndex.Primitives;
using TextIndex.Storage;

namespace TextIndex.Indexing.Inspection;

// header := [-2:i32be] 0x3FD76C17:i32be codec:string version:i32be          footer := 0xC02893E8:i32be 0:i32be crc32:i64be
// -2 stands in a list of deletes alone, where older versions of Lucene kept a count.
/// <summary>Reads a file from one byte to another and nothing beside: every number is looked at before it is believed.</summary>
internal sealed class StructureReader
{
    /// <summary>Bytes of the footer that every file of an index ends with.</summary>
    public const int FooterBytes = 16;

    private const int HeaderMagic = 0x3FD76C17, BeforeDeletes = -2, FooterMagic = unchecked((int)0xC02893E8);
    private const int LongestText = 1 << 20;

    private readonly MappedSlice _file;

    /// <summary>Begins at the first byte.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="start">Where the file begins in the one that is inspected.</param>
    public StructureReader(MappedSlice file, string name, long start) => (_file, Name, Start, End) = (file, name, start, file.Length);

    /// <summary>Name of the file in messages.</summary>
    public string Name { get; }

    /// <summary>Where the file begins in the one that is inspected.</summary>
    public long Start { get; }

    /// <summary>The next byte.</summary>
    public long Position { get; private set; }

    /// <summary>Behind the last byte that is read.</summary>
    public long End { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public long Length => _file.Length;

    /// <summary>Tells whether a file begins as one of an index does.</summary>
    public static bool LooksSo(MappedSlice file) =>
        file.Length >= 4 && BinaryPrimitives.ReadInt32BigEndian(file.Region(0, 4)) is var magic && (magic == HeaderMagic || magic == BeforeDeletes);

    /// <summary>Reads the header, verifies the footer with the checksum of all bytes, and goes behind the header; the footer is never read again.</summary>
    public (string Codec, int Version, uint Checksum) Open()
    {
        if (Length < FooterBytes) throw Damage(Messages.CheckTooShort(Length));
        if (Int32BigEndian() is var magic && magic == BeforeDeletes) magic = Int32BigEndian();
        if (magic != HeaderMagic) throw Damage(Messages.ListNotLucene);
        var codec = Text();
        var version = Int32BigEndian();
        var footer = Length - FooterBytes;
        if (footer < Position) throw Damage(Messages.ListCut);
        var tail = _file.Region(footer, FooterBytes);
        if (BinaryPrimitives.ReadInt32BigEndian(tail) != FooterMagic || BinaryPrimitives.ReadInt32BigEndian(tail[4..]) != 0) throw Damage(Messages.CheckNoFooter);
        var crc = new Crc32();
        for (var at = 0L; at < Length - 8; at += 1 << 20) crc.Append(_file.Region(at, (int)Math.Min(1 << 20, Length - 8 - at)));
        var (found, expected) = (crc.GetCurrentHashAsUInt32(), BinaryPrimitives.ReadInt64BigEndian(tail[8..]));
        if (found != expected) throw Damage(Messages.CheckSum(found, expected));
        End = footer;
        return (codec, version, found);
    }

    /// <summary>Goes to a place; from there on nothing behind <paramref name="end"/> is read.</summary>
    public void Seek(long at, long end)
    {
        Require("", at, end - at);
        (Position, End) = (at, end);
    }

    /// <summary>Verifies that a region lies in the file.</summary>
    /// <returns>Where it begins in the file that is inspected.</returns>
    public long Require(string part, long at, long count)
    {
        if (at < 0 || count < 0 || at > Length || count > Length - at) throw Damage(Messages.InspectOutside(part, at, count, Length));
        return Start + at;
    }

    /// <summary>The bytes of a region.</summary>
    public ReadOnlySpan<byte> Region(string part, long at, long count)
    {
        Require(part, at, count);
        return count <= Array.MaxLength ? _file.Region(at, (int)count) : throw Damage(Messages.InspectOutside(part, at, count, Length));
    }

    /// <summary>Takes the next bytes.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > End - Position) throw Damage(Messages.ListCut);
        Position += count;
        return _file.Region(Position - count, count);
    }

    public byte Byte() => Take(1)[0];

    public int Int32BigEndian() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long Int64BigEndian() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>A number of variable length.</summary>
    public long Varint()
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            if (shift > 56) throw Damage(Messages.ListLength);
            var next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    /// <summary>A count of things that take at least so many bytes each: a larger one than bytes are left is a lie.</summary>
    public int Count(long count, int bytesEach = 1) =>
        count >= 0 && count <= (End - Position) / bytesEach ? (int)count : throw Damage(Messages.InspectCount(count, End - Position));

    /// <summary>A text of UTF-8 behind its length.</summary>
    public string Text()
    {
        var length = Varint();
        return length <= LongestText ? Encoding.UTF8.GetString(Take((int)length)) : throw Damage(Messages.ListLength);
    }

    /// <summary>What is thrown of this file.</summary>
    public IndexCorruptException Damage(string found) => new(Name, found);
}
