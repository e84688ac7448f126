// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Buffering;

// address := 255 block:u32be offset:u32be length:u32be        255 begins no UTF-8
/// <summary>Where bytes of a new document wait in a <see cref="DocumentBuffer"/>; what Lucene.Net keeps of them. Only in memory.</summary>
internal readonly record struct BufferAddress(int Block, int Offset, int Length)
{
    /// <summary>Bytes of an address that is written.</summary>
    public const int Bytes = 13;

    private const byte Mark = 255;

    /// <summary>Writes it; addresses that are compared by their bytes stand in the order of blocks.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[0] = Mark;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], Block);
        BinaryPrimitives.WriteInt32BigEndian(bytes[5..], Offset);
        BinaryPrimitives.WriteInt32BigEndian(bytes[9..], Length);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no address.</exception>
    public static BufferAddress Read(BytesRef bytes)
    {
        var at = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        if (at.Length != Bytes || at[0] != Mark) throw new InvalidOperationException("no address of a document that waits");
        return new(BinaryPrimitives.ReadInt32BigEndian(at[1..]), BinaryPrimitives.ReadInt32BigEndian(at[5..]), BinaryPrimitives.ReadInt32BigEndian(at[9..]));
    }
}
