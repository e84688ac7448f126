// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace TextIndex.Storage;

/// <summary>Says where the index of a folder is.</summary>
internal static class IndexLocation
{
    /// <summary>Name of the index folder inside the folder that it is of.</summary>
    public const string FolderName = ".textindex";

    private const int LongestName = 40;

    /// <summary>The index that <c>textindex index</c> makes, inside the folder itself.</summary>
    public static string BesideFolder(string folder) => Path.Combine(Path.GetFullPath(folder), FolderName);

    /// <summary>The index to search: the one inside the folder where there is one, else the one in the user's cache.</summary>
    /// <returns>A full path; empty where the user has no cache folder.</returns>
    public static string ForFolder(string folder)
    {
        var beside = BesideFolder(folder);
        if (IndexFolder.Exists(beside)) return beside;
        var cache = CacheFolder();
        return cache.Length == 0 ? "" : Path.Combine(cache, "textindex", NameOf(folder));
    }

    /// <summary>Tells whether an index can be written at a path, by trying; what had to be made for the trial is taken away.</summary>
    public static bool CanWrite(string path)
    {
        if (path.Length == 0) return false;
        try
        {
            var existing = Path.GetFullPath(path);
            while (!Directory.Exists(existing))
            {
                if (File.Exists(existing) || Path.GetDirectoryName(existing) is not { } parent) return false;
                existing = parent;
            }
            var trial = Path.Combine(existing, $".textindex-{Guid.NewGuid():N}");
            using (File.Create(trial, 1, FileOptions.DeleteOnClose)) { }
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Name of the cached index of a folder: the folder's own name for people, a hash of its full path for the rest.</summary>
    internal static string NameOf(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var same = OperatingSystem.IsWindows() ? full.ToUpperInvariant() : full;
        var hash = BinaryPrimitives.ReverseEndianness(XxHash64.HashToUInt64(MemoryMarshal.AsBytes(same.AsSpan())));
        var name = new StringBuilder(LongestName);
        foreach (var c in Path.GetFileName(full))
        {
            if (name.Length == LongestName) break;
            name.Append(char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        }
        return name.Length == 0 ? $"root-{hash:x16}" : $"{name}-{hash:x16}";
    }

    private static string CacheFolder()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathFullyQualified(cache)) return cache;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0 ? "" : Path.Combine(home, ".cache");
    }
}
