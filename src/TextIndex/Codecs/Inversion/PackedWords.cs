// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace TextIndex.Codecs.Inversion;

// chunk := 255 numbered:u16 (number:24 bits frequency:8 bits){numbered} other*          other := frequency:u8 length:u16 utf8
// 255 begins no UTF-8. What is counted more than 255 times stands there several times.
/// <summary>
/// Distinct words of one document with their frequencies, as Lucene.Net gets to see them: as one long term. It costs one look-up where each word would cost one, and
/// <see cref="BatchInverter"/> takes it apart when the index segment is written. Only in memory.
/// </summary>
internal static class PackedWords
{
    public const byte Mark = 255;

    /// <summary>A number fits into 24 bits.</summary>
    public const int MostNumbers = 1 << 24;

    public const int MostFrequency = 255;

    /// <summary>Before the first entry.</summary>
    public const int Head = 3;

    /// <summary>Bytes of an entry with a number.</summary>
    public const int Entry = 4;

    /// <summary>About how long a chunk gets: far below Lucene.Net's limit of 32,766 for a term, so that little of its blocks of 32 KiB is left empty.</summary>
    public const int Room = 4096;

    public static int NumberedIn(ReadOnlySpan<byte> chunk) => BinaryPrimitives.ReadUInt16LittleEndian(chunk[1..]);

    public static (int Number, int Frequency) EntryAt(ReadOnlySpan<byte> chunk, int index)
    {
        var entry = BinaryPrimitives.ReadUInt32LittleEndian(chunk[(Head + Entry * index)..]);
        return ((int)(entry & 0xFFFFFF), (int)(entry >> 24));
    }
}
