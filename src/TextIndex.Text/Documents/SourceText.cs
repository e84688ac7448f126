// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Documents;

/// <summary>What a file said: its decoded text, never edited afterwards, and how it was decoded.</summary>
/// <remarks>Safe to share between threads. Line ends are as in the file; a byte order mark is not part of the text.</remarks>
/// <example><code>
/// SourceText source = SourceText.Decode([0xCA, 0xB5, 0xCA, 0xC2, 0xC7, 0xF3, 0xCA, 0xC7]);
/// string shown = source.Text;                        // 实事求是
/// string encoding = source.EncodingName;             // gb18030
/// </code></example>
public sealed partial class SourceText
{
    internal SourceText(string text, string encodingName, bool hasByteOrderMark, IReadOnlyList<Diagnostic> diagnostics) =>
        (Text, EncodingName, HasByteOrderMark, Diagnostics) = (text, encodingName, hasByteOrderMark, diagnostics);

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>IANA name of the encoding: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>gb18030</c> or <c>big5</c>.</summary>
    public string EncodingName { get; }

    /// <summary>True where the file began with a byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Bytes that could not be decoded: each shows as U+FFFD at its span. Empty for a sound file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Decodes a file, finding the encoding from the bytes themselves.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The text; bytes that are no text become U+FFFD and a diagnostic, never an exception.</returns>
    /// <remarks>At most 100 diagnostics; the last one then stands for all places from there on.</remarks>
    public static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingDetector.Detect(bytes, out var markBytes);
        var name = NameOf(encoding);
        // Nearly every file: no builder, so that a large one is in memory once.
        if (encoding == TextEncoding.Utf8 && System.Text.Unicode.Utf8.IsValid(bytes)) return new SourceText(Encoding.UTF8.GetString(bytes[markBytes..]), name, markBytes > 0, []);
        var text = new StringBuilder(bytes.Length / 2);
        var damage = new DamageList(markBytes);
        ByteDecoder.Decode(bytes[markBytes..], encoding, text, damage);
        return new SourceText(text.ToString(), name, markBytes > 0, damage.ToDiagnostics(name));
    }

    private static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "utf-8",
        TextEncoding.Gb18030 => "gb18030",
        TextEncoding.Big5 => "big5",
        TextEncoding.Utf16LittleEndian => "utf-16le",
        _ => "utf-16be",
    };
}
