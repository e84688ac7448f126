// SPDX-License-Identifier: MIT
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>A file, or a file inside a compound file, at an address: how formats of ours read.</summary>
/// <param name="Bytes">What keeps the address valid; whoever holds the pointer holds this as well.</param>
/// <param name="Offset">Where the file begins in <paramref name="Bytes"/>; not aligned.</param>
/// <param name="Length">Bytes of the file. Behind it stands whatever follows: never read further than the last page of <paramref name="Bytes"/>.</param>
internal readonly unsafe record struct MappedSlice(MappedBytes Bytes, long Offset, long Length)
{
    /// <summary>The first byte.</summary>
    public byte* Pointer => Bytes.Pointer + Offset;

    // Said here because the compiler's own would show the pointer, which the native compiler (10.0.12) does not get through.
    public override string ToString() => $"[{Offset} + {Length})";

    /// <summary>Takes the bytes of an open file: in place where its directory maps files, else a copy in native memory.</summary>
    public static MappedSlice Of(IndexInput input)
    {
        if (input is IMappedInput mapped) return mapped.Slice;
        var copy = MappedBytes.Copy(input);
        return new MappedSlice(copy, 0, copy.Length);
    }

    /// <summary>The bytes of a region as a span.</summary>
    /// <exception cref="EndOfStreamException">The region is not inside the file.</exception>
    public ReadOnlySpan<byte> Region(long from, int count)
    {
        if (from < 0 || count < 0 || from > Length - count) throw new EndOfStreamException($"{from} + {count} of {Length} bytes");
        return new ReadOnlySpan<byte>(Pointer + from, count);
    }
}

/// <summary>An open file that knows where it lies in memory.</summary>
internal interface IMappedInput
{
    /// <summary>The whole file.</summary>
    MappedSlice Slice { get; }
}
