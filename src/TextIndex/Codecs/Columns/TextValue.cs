// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Codecs.Columns;

// value := text:u16 × n cuts:bit × n, in whole bytes
// The length tells n: 2n + ⌈n / 8⌉ is another number for every n.
/// <summary>One document of a text column as it is handed over: its folded text and, a bit each, the code units where words begin.</summary>
internal static class TextValue
{
    /// <summary>Bytes of the value of a text.</summary>
    public static int LengthFor(int units) => 2 * units + CutBytesFor(units);

    /// <summary>Bytes of the marks of a text.</summary>
    public static int CutBytesFor(int units) => (units + 7) >> 3;

    /// <summary>Length of the text in code units.</summary>
    /// <exception cref="ArgumentException">No text has a value of this length.</exception>
    public static int UnitsOf(ReadOnlySpan<byte> value)
    {
        var units = (int)(8L * value.Length / 17);
        return LengthFor(units) == value.Length ? units : throw new ArgumentException("no value of a text column", nameof(value));
    }

    /// <summary>The folded text.</summary>
    public static ReadOnlySpan<char> TextOf(ReadOnlySpan<byte> value) => MemoryMarshal.Cast<byte, char>(value[..(2 * UnitsOf(value))]);

    /// <summary>Writes a value.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="cuts">The marks.</param>
    /// <param name="value">Receives <see cref="LengthFor"/> bytes.</param>
    public static void Write(ReadOnlySpan<char> text, ReadOnlySpan<byte> cuts, Span<byte> value)
    {
        LittleEndian.BytesOf(text).CopyTo(value);
        cuts[..CutBytesFor(text.Length)].CopyTo(value[(2 * text.Length)..]);
    }
}
