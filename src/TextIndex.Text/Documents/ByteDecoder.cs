// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TextIndex.Documents;

/// <summary>Turns bytes into UTF-16 and tells which bytes were none of the encoding.</summary>
/// <remarks>
/// The framework's decoders do not say where a replacement came from, so the structure of each encoding is walked here and the framework maps the
/// sound runs. A broken sequence costs one U+FFFD and never swallows the byte after it, so text after damage is whole.
/// </remarks>
internal static class ByteDecoder
{
    private const char Replacement = '\uFFFD';

    // GetEncoding of the provider itself: nothing is registered, so a host's own encodings stay as they are.
    private static readonly Lazy<Encoding> Gb18030 = new(() => Find(54936));
    private static readonly Lazy<Encoding> Big5 = new(() => Find(950));

    /// <summary>Appends the text of <paramref name="bytes"/>; each place that did not decode is reported, ascending, as one U+FFFD.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, TextEncoding encoding, StringBuilder text, DamageList? damage)
    {
        switch (encoding)
        {
            case TextEncoding.Utf8: DecodeUtf8(bytes, text, damage); break;
            case TextEncoding.Utf16LittleEndian: DecodeUtf16(bytes, littleEndian: true, text, damage); break;
            case TextEncoding.Utf16BigEndian: DecodeUtf16(bytes, littleEndian: false, text, damage); break;
            case TextEncoding.Gb18030: DecodeMultiByte(bytes, Gb18030.Value, four: true, text, damage); break;
            default: DecodeMultiByte(bytes, Big5.Value, four: false, text, damage); break;
        }
    }

    private static void DecodeUtf8(ReadOnlySpan<byte> bytes, StringBuilder text, DamageList? damage)
    {
        var chars = ArrayPool<char>.Shared.Rent(Math.Clamp(bytes.Length, 16, 16 * 1024));
        for (var at = 0; at < bytes.Length;)
        {
            var status = System.Text.Unicode.Utf8.ToUtf16(bytes[at..], chars, out var read, out var written, replaceInvalidSequences: false);
            text.Append(chars, 0, written);
            at += read;
            if (status is OperationStatus.Done or OperationStatus.DestinationTooSmall) continue;
            Rune.DecodeFromUtf8(bytes[at..], out _, out var bad);
            Replace(text, damage, at, bad);
            at += bad;
        }
        ArrayPool<char>.Shared.Return(chars);
    }

    private static void DecodeUtf16(ReadOnlySpan<byte> bytes, bool littleEndian, StringBuilder text, DamageList? damage)
    {
        for (var at = 0; at < bytes.Length; at += 2)
        {
            if (at + 1 == bytes.Length) { Replace(text, damage, at, 1); break; }
            var c = Read(bytes, at);
            if (!char.IsSurrogate(c)) { text.Append(c); continue; }
            if (char.IsHighSurrogate(c) && at + 3 < bytes.Length && Read(bytes, at + 2) is var low && char.IsLowSurrogate(low))
            {
                text.Append(c).Append(low);
                at += 2;
                continue;
            }
            Replace(text, damage, at, 2);
        }

        char Read(ReadOnlySpan<byte> from, int offset) =>
            (char)(littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(from[offset..]) : BinaryPrimitives.ReadUInt16BigEndian(from[offset..]));
    }

    private static void DecodeMultiByte(ReadOnlySpan<byte> bytes, Encoding encoding, bool four, StringBuilder text, DamageList? damage)
    {
        // In runs, so that a large file needs no second copy of itself, and short ones, so that a code point without a character is found again cheaply.
        const int runBytes = 4096;
        Span<char> chars = stackalloc char[runBytes];
        for (var at = 0; at < bytes.Length;)
        {
            var end = at;
            while (end < bytes.Length && end - at < runBytes - 4 && UnitLength(bytes, end, four) is var unit and > 0) end += unit;
            var run = bytes[at..end];
            var written = encoding.GetChars(run, chars);
            if (chars[..written].Contains(Replacement)) DecodeOneByOne(bytes, at, end, encoding, four, text, damage);
            else text.Append(chars[..written]);
            if (end < bytes.Length && end - at < runBytes - 4)
            {
                Replace(text, damage, end, 1);
                end++;
            }
            at = end;
        }
    }

    private static void DecodeOneByOne(ReadOnlySpan<byte> bytes, int start, int end, Encoding encoding, bool four, StringBuilder text, DamageList? damage)
    {
        Span<char> chars = stackalloc char[8];
        for (var at = start; at < end;)
        {
            var unit = UnitLength(bytes, at, four);
            var written = encoding.GetChars(bytes.Slice(at, unit), chars);
            if (chars[..written].Contains(Replacement)) Replace(text, damage, at, unit);
            else text.Append(chars[..written]);
            at += unit;
        }
    }

    /// <summary>Bytes of the unit at <paramref name="at"/> in GB18030 (with units of four) or Big5; 0 where none begins.</summary>
    private static int UnitLength(ReadOnlySpan<byte> bytes, int at, bool four)
    {
        var lead = bytes[at];
        if (lead < 0x80) return 1;
        if (lead is 0x80 or 0xFF || at + 1 >= bytes.Length) return 0;
        var trail = bytes[at + 1];
        if (!four) return trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE) ? 2 : 0;
        if (trail is >= 0x40 and <= 0xFE and not 0x7F) return 2;
        return trail is >= 0x30 and <= 0x39 && at + 3 < bytes.Length && bytes[at + 2] is >= 0x81 and <= 0xFE && bytes[at + 3] is >= 0x30 and <= 0x39 ? 4 : 0;
    }

    private static void Replace(StringBuilder text, DamageList? damage, int byteOffset, int byteCount)
    {
        damage?.Add(text.Length, byteOffset, byteCount);
        text.Append(Replacement);
    }

    private static Encoding Find(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new PlatformNotSupportedException($"code page {codePage}");
}
