// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Cli.Output;

internal static class ByteSize
{
    /// <summary>A size for people: 812 B, 3.4 KiB, 12 MiB.</summary>
    public static string Of(long bytes)
    {
        if (bytes < 1024) return bytes.ToString(CultureInfo.InvariantCulture) + " B";
        var size = bytes / 1024.0;
        var unit = 0;
        while (size >= 1024 && unit < 3) { size /= 1024; unit++; }
        return size.ToString(size < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + "KMGT"[unit] + "iB";
    }
}
