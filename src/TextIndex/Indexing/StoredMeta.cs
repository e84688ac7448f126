// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Text;
using TextIndex.Documents;

namespace TextIndex.Indexing;

// bytes  := version:u8=2 titleStart:varint titleLength:varint bodyStart:varint bodyLength:varint author:string source:string encoding:string before:string after:string
// string := bytes:varint (UTF-8, a lone surrogate as the three bytes of its code point)
// before and after are what the source text holds in front of the body and behind it: the body itself is given back by its folded text and trace.
/// <summary>What is kept of a document beside its folded texts.</summary>
internal sealed record StoredMeta(TextSpan TitleSpan, TextSpan BodySpan, string Author, string Source, string EncodingName, string Before, string After)
{
    private const byte Version = 2;

    public static StoredMeta Of(Document document) =>
        new(document.TitleSpan, document.BodySpan, document.Author, document.Source, document.EncodingName,
            document.Text[..document.BodySpan.Start], document.Text[document.BodySpan.End..]);

    /// <summary>True where every place of the title is also a place of the body.</summary>
    public bool TitleIsInBody => BodySpan.Contains(TitleSpan);

    /// <summary>Length of the source text.</summary>
    public int TextLength => Before.Length + BodySpan.Length + After.Length;

    /// <summary>Writes the bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(64) { Version };
        foreach (var number in (ReadOnlySpan<int>)[TitleSpan.Start, TitleSpan.Length, BodySpan.Start, BodySpan.Length]) AddVarint(bytes, number);
        foreach (var text in (ReadOnlySpan<string>)[Author, Source, EncodingName, Before, After]) AddString(bytes, text);
        return [.. bytes];
    }

    /// <summary>Reads the bytes.</summary>
    /// <exception cref="FormatException">They are not what <see cref="ToBytes"/> writes, or a span is outside the text.</exception>
    public static StoredMeta FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        if (reader.Byte() != Version) throw new FormatException("document meta: unknown version");
        var title = reader.Span();
        var body = reader.Span();
        var meta = new StoredMeta(title, body, reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text());
        var length = (long)meta.Before.Length + body.Length + meta.After.Length;
        if (meta.Before.Length != body.Start || length > int.MaxValue || title.Start > length - title.Length) throw new FormatException("document meta: a span is out of bounds");
        return meta;
    }

    private static void AddVarint(List<byte> bytes, int value)
    {
        for (; value >= 0x80; value >>>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    private static void AddString(List<byte> bytes, string text)
    {
        var length = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty; rest = rest[Take(rest, out _)..]) length += Utf8Length(rest);
        AddVarint(bytes, length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            rest = rest[Take(rest, out var codePoint)..];
            bytes.AddRange(utf8[..Encode(codePoint, utf8)]);
        }
    }

    private static int Utf8Length(ReadOnlySpan<char> rest)
    {
        Take(rest, out var codePoint);
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    // The code point that comes first; a lone surrogate is one of its own.
    private static int Take(ReadOnlySpan<char> rest, out int codePoint)
    {
        codePoint = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done ? rune.Value : rest[0];
        return codePoint == rest[0] ? 1 : length;
    }

    private static int Encode(int codePoint, Span<byte> utf8)
    {
        if (Rune.TryCreate(codePoint, out var rune)) return rune.EncodeToUtf8(utf8);
        (utf8[0], utf8[1], utf8[2]) = ((byte)(0xE0 | codePoint >> 12), (byte)(0x80 | codePoint >> 6 & 0x3F), (byte)(0x80 | codePoint & 0x3F));
        return 3;
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public byte Byte() => Take(1)[0];

        public TextSpan Span()
        {
            var start = Varint();
            var length = Varint();
            return start <= int.MaxValue - length ? new TextSpan(start, length) : throw new FormatException("document meta: a span is out of bounds");
        }

        public string Text()
        {
            var utf8 = Take(Varint());
            if (utf8.IsEmpty) return "";
            // Text without lone surrogates, which is nearly all there is, goes the fast way.
            if (System.Text.Unicode.Utf8.IsValid(utf8)) return Encoding.UTF8.GetString(utf8);
            var text = new StringBuilder(utf8.Length);
            while (!utf8.IsEmpty)
            {
                if (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == OperationStatus.Done) text.Append(rune.ToString());
                else if (utf8.Length >= 3 && utf8[0] == 0xED && utf8[1] is >= 0xA0 and <= 0xBF && utf8[2] is >= 0x80 and <= 0xBF)
                {
                    text.Append((char)(0xD000 | (utf8[1] & 0x3F) << 6 | utf8[2] & 0x3F));
                    length = 3;
                }
                else throw new FormatException("document meta: a string is no UTF-8");
                utf8 = utf8[length..];
            }
            return text.ToString();
        }

        private int Varint()
        {
            long value = 0;
            for (var shift = 0; shift < 35; shift += 7)
            {
                var b = Byte();
                value |= (long)(b & 0x7F) << shift;
                if (b < 0x80) return value <= int.MaxValue ? (int)value : throw new FormatException("document meta: a number is out of bounds");
            }
            throw new FormatException("document meta: a number is out of bounds");
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (count > _left.Length) throw new FormatException("document meta: cut off");
            var taken = _left[..count];
            _left = _left[count..];
            return taken;
        }
    }
}
