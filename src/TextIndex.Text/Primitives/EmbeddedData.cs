// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Reads the data that is embedded in this assembly, in place: the bytes are the mapped file itself.</summary>
internal static class EmbeddedData
{
    /// <summary>Gives the bytes of Data/<paramref name="name"/>.bin; they stay valid as long as the process lives.</summary>
    public static unsafe ReadOnlySpan<byte> Read(string name)
    {
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream("TextIndex.Data." + name)
            ?? throw new InvalidOperationException($"The assembly was built without Data/{name}.bin; run src/TextIndex.DataBuilder.");
        if (stream is UnmanagedMemoryStream mapped) return new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length));
        var copy = new byte[stream.Length];          // never seen: .NET maps resources of assemblies on disk and in NativeAOT images
        stream.ReadExactly(copy);
        return copy;
    }
}
