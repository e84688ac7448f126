// SPDX-License-Identifier: MIT
using System.Reflection;

namespace TextIndex.Primitives;

/// <summary>Reads the data that is embedded in an assembly of ours, in place: the bytes are the mapped file itself.</summary>
internal static class EmbeddedData
{
    private static readonly List<byte[]> Copies = [];

    /// <summary>Gives the bytes of this assembly's Data/<paramref name="name"/>.bin; they stay valid, and stay where they are, as long as the process lives.</summary>
    public static ReadOnlySpan<byte> Read(string name) => Read(name, typeof(EmbeddedData).Assembly);

    /// <summary>Gives the bytes of an assembly's Data/<paramref name="name"/>.bin; they stay valid, and stay where they are, as long as the process lives.</summary>
    public static unsafe ReadOnlySpan<byte> Read(string name, Assembly assembly)
    {
        var stream = assembly.GetManifestResourceStream("TextIndex.Data." + name)
            ?? throw new InvalidOperationException($"The assembly was built without Data/{name}.bin; run src/TextIndex.DataBuilder.");
        if (stream is UnmanagedMemoryStream mapped) return new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length));
        var copy = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);     // never seen: .NET maps resources of assemblies on disk and in NativeAOT images
        stream.ReadExactly(copy);
        lock (Copies) Copies.Add(copy);
        return copy;
    }
}
