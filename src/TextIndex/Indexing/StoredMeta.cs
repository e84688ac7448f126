// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Indexing;

// bytes := version:u8=1 titleStart:i32 titleLength:i32 bodyStart:i32 bodyLength:i32 author:string source:string encoding:string
// integers little-endian, strings as BinaryWriter writes them (7-bit length, UTF-8)
/// <summary>What is kept of a document beside its text.</summary>
internal sealed record StoredMeta(TextSpan TitleSpan, TextSpan BodySpan, string Author, string Source, string EncodingName)
{
    public static StoredMeta Of(Document document) =>
        new(document.TitleSpan, document.BodySpan, document.Author, document.Source, document.EncodingName);

    /// <summary>True where every place of the title is also a place of the body.</summary>
    public bool TitleIsInBody => BodySpan.Contains(TitleSpan);

    public byte[] ToBytes()
    {
        var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write((byte)1);
        foreach (var number in (ReadOnlySpan<int>)[TitleSpan.Start, TitleSpan.Length, BodySpan.Start, BodySpan.Length]) writer.Write(number);
        writer.Write(Author);
        writer.Write(Source);
        writer.Write(EncodingName);
        return memory.ToArray();
    }

    /// <exception cref="FormatException">The bytes are not what <see cref="ToBytes"/> writes.</exception>
    public static StoredMeta FromBytes(byte[] bytes, int offset, int length)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, offset, length));
            if (reader.ReadByte() != 1) throw new FormatException("document meta: unknown version");
            var title = new TextSpan(reader.ReadInt32(), reader.ReadInt32());
            var body = new TextSpan(reader.ReadInt32(), reader.ReadInt32());
            return new StoredMeta(title, body, reader.ReadString(), reader.ReadString(), reader.ReadString());
        }
        catch (EndOfStreamException) { throw new FormatException("document meta: cut off"); }
    }

    /// <summary>Gives a text back, after looking whether the spans are of it.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public string MustFit(string text) =>
        Fits(TitleSpan, text.Length) && Fits(BodySpan, text.Length) ? text : throw new FormatException("document meta: a span is out of bounds");

    private static bool Fits(TextSpan span, int length) => span.Start >= 0 && span.Length >= 0 && span.Start <= length - span.Length;
}
