// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

// commit  := header version:i64 counter:i32 parts:i32 part* userData footer                          segments_N
// part    := name:string codec:string deletesGeneration:i64 deletes:i32 fieldsGeneration:i64 updates:i32 (generation:i64 set)*
// info    := header version:string documents:i32 isCompound:u8 diagnostics files:set footer          _n.si
// header  := 0x3FD76C17:i32 codec:string formatVersion:i32          footer := 0xC02893E8:i32 0:i32 crc32:i64
// string  := length:varint bytes(UTF-8)     set := count:i32 string*     userData, diagnostics := count:i32 (string string)*
// Integers big-endian. These are Lucene 4.8's own files, read here a second time so that every length is checked before it is believed.
/// <summary>Tells which files a commit is made of. The bytes must have passed their checksum.</summary>
internal static class CommitFiles
{
    private const int HeaderMagic = 0x3FD76C17;

    /// <summary>One index segment of a commit.</summary>
    /// <param name="Name">What its files begin with.</param>
    /// <param name="OwnFiles">Files that the commit itself names: deletes and updates.</param>
    internal readonly record struct Part(string Name, IReadOnlyList<string> OwnFiles);

    /// <summary>Reads a commit.</summary>
    /// <exception cref="FormatException">The bytes are no commit of Lucene 4.8.</exception>
    public static List<Part> ReadCommit(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        reader.Header("segments", version: 2);
        reader.Skip(8 + 4);
        var parts = new List<Part>();
        for (var left = reader.Count(); left > 0; left--)
        {
            var name = reader.Name();
            reader.Text();
            var files = new List<string>();
            var deletes = reader.Int64();
            if (deletes > 0) files.Add($"{name}_{Base36(deletes)}.del");
            reader.Skip(4 + 8);
            for (var updates = reader.Count(); updates > 0; updates--)
            {
                reader.Skip(8);
                for (var set = reader.Count(); set > 0; set--) files.Add(reader.Name());
            }
            parts.Add(new(name, files));
        }
        return parts;
    }

    /// <summary>Reads which files an index segment is made of.</summary>
    /// <exception cref="FormatException">The bytes are no segment info of Lucene 4.6 to 4.8.</exception>
    public static List<string> ReadInfo(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        reader.Header("Lucene46SegmentInfo", version: 1);
        reader.Text();
        reader.Skip(4 + 1);
        for (var diagnostics = reader.Count(); diagnostics > 0; diagnostics--) { reader.Text(); reader.Text(); }
        var files = new List<string>();
        for (var set = reader.Count(); set > 0; set--) files.Add(reader.Name());
        return files;
    }

    /// <summary>The commit with the highest number; empty where there is none.</summary>
    public static string NewestOf(IEnumerable<string> files)
    {
        var (newest, generation) = ("", -1L);
        foreach (var file in files)
        {
            if (!file.StartsWith("segments_", StringComparison.Ordinal) || ParseBase36(file.AsSpan(9)) is not { } found || found <= generation) continue;
            (newest, generation) = (file, found);
        }
        return newest;
    }

    private static long? ParseBase36(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 0 or > 11) return null;
        var value = 0L;
        foreach (var c in digits)
        {
            var digit = c is >= '0' and <= '9' ? c - '0' : c is >= 'a' and <= 'z' ? c - 'a' + 10 : -1;
            if (digit < 0) return null;
            value = 36 * value + digit;
        }
        return value;
    }

    private static string Base36(long value)
    {
        var digits = new StringBuilder();
        for (; value > 0; value /= 36) digits.Insert(0, "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(value % 36)]);
        return digits.ToString();
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public void Header(string codec, int version)
        {
            if (BinaryPrimitives.ReadInt32BigEndian(Skip(4)) != HeaderMagic) throw new FormatException(Messages.ListNotLucene);
            var found = Text();
            if (found != codec) throw new FormatException(Messages.ListOther(found, codec));
            var foundVersion = BinaryPrimitives.ReadInt32BigEndian(Skip(4));
            if (foundVersion != version) throw new FormatException(Messages.ListVersion(foundVersion, version));
        }

        public ReadOnlySpan<byte> Skip(int count)
        {
            if (count < 0 || count > _left.Length) throw new FormatException(Messages.ListCut);
            var taken = _left[..count];
            _left = _left[count..];
            return taken;
        }

        public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Skip(8));

        // Everything counted takes at least a byte, so a larger count than bytes is a lie.
        public int Count()
        {
            var count = BinaryPrimitives.ReadInt32BigEndian(Skip(4));
            return count >= 0 && count <= _left.Length ? count : throw new FormatException(Messages.ListCount(count, _left.Length));
        }

        public string Text()
        {
            long length = 0;
            for (var shift = 0; ; shift += 7)
            {
                if (shift > 28) throw new FormatException(Messages.ListLength);
                var b = Skip(1)[0];
                length |= (long)(b & 0x7F) << shift;
                if (b < 0x80) break;
            }
            return Encoding.UTF8.GetString(Skip((int)Math.Min(length, int.MaxValue)));
        }

        // A name is used to open a file: nothing in it may lead out of the folder.
        public string Name()
        {
            var name = Text();
            foreach (var c in name)
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.')) throw new FormatException(Messages.ListName(name));
            return name.StartsWith('_') ? name : throw new FormatException(Messages.ListName(name));
        }
    }
}
