// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Reads the data that is embedded in this assembly, in place: the bytes are the mapped file itself.</summary>
internal static class EmbeddedData
{
    private static readonly List<byte[]> Copies = [];

    /// <summary>Gives the bytes of Data/<paramref name="name"/>.bin; they stay valid, and stay where they are, as long as the process lives.</summary>
    public static unsafe ReadOnlySpan<byte> Read(string name)
    {
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream("TextIndex.Data." + name)
            ?? throw new InvalidOperationException($"The assembly was built without Data/{name}.bin; run src/TextIndex.DataBuilder.");
        if (stream is UnmanagedMemoryStream mapped) return new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length));
        var copy = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);     // never seen: .NET maps resources of assemblies on disk and in NativeAOT images
        stream.ReadExactly(copy);
        lock (Copies) Copies.Add(copy);
        return copy;
    }
}
