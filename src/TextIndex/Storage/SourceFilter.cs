// SPDX-License-Identifier: MIT
namespace TextIndex.Storage;

/// <summary>Decides which files of a folder are taken. Safe to share between threads.</summary>
internal sealed class SourceFilter
{
    private static readonly string[] TextExtensions = [".txt", ".text", ".md", ".markdown"];

    private readonly Glob[] _include;
    private readonly Glob[] _exclude;

    /// <param name="include">Globs of files to take; empty = text files by their extension.</param>
    /// <param name="exclude">Globs of files and folders to leave out.</param>
    public SourceFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude) =>
        (_include, _exclude) = ([.. include.Select(pattern => new Glob(pattern))], [.. exclude.Select(pattern => new Glob(pattern))]);

    /// <summary>Tells whether a file is of a kind that is taken.</summary>
    public bool Takes(ReadOnlySpan<char> path) =>
        (_include.Length == 0 ? HasTextExtension(path) : Any(_include, path)) && !Any(_exclude, path);

    /// <summary>Tells whether a folder need not be looked into.</summary>
    public bool LeavesOutFolder(ReadOnlySpan<char> path) => Any(_exclude, path);

    private static bool HasTextExtension(ReadOnlySpan<char> path)
    {
        foreach (var extension in TextExtensions)
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Any(Glob[] globs, ReadOnlySpan<char> path)
    {
        foreach (var glob in globs)
            if (glob.Matches(path)) return true;
        return false;
    }
}
