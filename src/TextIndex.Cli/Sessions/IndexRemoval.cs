// SPDX-License-Identifier: MIT
using TextIndex.Storage;

namespace TextIndex.Cli.Sessions;

/// <summary>Removes an index, and nothing else.</summary>
internal static class IndexRemoval
{
    /// <returns>False where there was none.</returns>
    public static bool Remove(string path)
    {
        if (!Directory.Exists(path)) return false;
        var existed = IndexFolder.Exists(path);
        IndexFolder.Delete(path);
        return existed;
    }
}
