// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.Codecs.Inversion;

// words := numbered:i32 (number:24 bits frequency:8 bits){numbered} other*          other := frequency:u8 length:u16 utf8
// What is counted more than 255 times stands there several times.
/// <summary>
/// Distinct words of one document with their frequencies, as they wait in the buffer. Lucene.Net gets to see one term for all of them, their address: it costs one
/// look-up where each word would cost one, and <see cref="BatchInverter"/> takes them apart when the index segment is written. Only in memory.
/// </summary>
internal static class PackedWords
{
    /// <summary>A number fits into 24 bits.</summary>
    public const int MostNumbers = 1 << 24;

    public const int MostFrequency = 255;

    /// <summary>Before the first entry.</summary>
    public const int Head = 4;

    /// <summary>Bytes of an entry with a number.</summary>
    public const int Entry = 4;

    public static int NumberedIn(ReadOnlySpan<byte> words) => BinaryPrimitives.ReadInt32LittleEndian(words);

    public static (int Number, int Frequency) EntryAt(ReadOnlySpan<byte> words, int index)
    {
        var entry = BinaryPrimitives.ReadUInt32LittleEndian(words[(Head + Entry * index)..]);
        return ((int)(entry & 0xFFFFFF), (int)(entry >> 24));
    }
}
