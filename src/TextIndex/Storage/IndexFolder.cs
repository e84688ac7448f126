// SPDX-License-Identifier: MIT
namespace TextIndex.Storage;

/// <summary>Stand-in until the storage room lands; take that room's file whole.</summary>
internal static class IndexFolder
{
    public static Lucene.Net.Store.Directory Open(string path, bool create) => Lucene.Net.Store.FSDirectory.Open(path);

    public static bool Exists(string path) => Directory.Exists(path) && Directory.EnumerateFiles(path, "segments_*").Any();

    public static string? ReadUserDictionary(string path) => File.Exists(Path.Combine(path, "user.dict")) ? File.ReadAllText(Path.Combine(path, "user.dict")) : null;
}
