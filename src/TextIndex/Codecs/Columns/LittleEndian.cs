// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Codecs.Columns;

/// <summary>Numbers as the bytes of our files, which are little-endian as the machines are that .NET runs on.</summary>
internal static unsafe class LittleEndian
{
    /// <summary>The bytes of some numbers, in place.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static ReadOnlySpan<byte> BytesOf<T>(ReadOnlySpan<T> numbers) where T : unmanaged
    {
        Require();
        return MemoryMarshal.AsBytes(numbers);
    }

    /// <summary>Refuses a machine that reads numbers the other way round: nothing of ours would be right there.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static void Require()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("An index is read and written on little-endian machines.");
    }

    public static ushort UInt16(byte* at) => *(ushort*)at;

    public static uint UInt32(byte* at) => *(uint*)at;

    public static int Int32(byte* at) => *(int*)at;

    public static long Int64(byte* at) => *(long*)at;

    public static ulong UInt64(byte* at) => *(ulong*)at;
}
