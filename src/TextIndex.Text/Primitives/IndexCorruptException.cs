// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Tells that a file of an index is not what was written: cut, changed or missing.</summary>
public sealed class IndexCorruptException : TextIndexException
{
    /// <summary>Creates the exception for one file.</summary>
    /// <param name="file">Path or name of the damaged file.</param>
    /// <param name="found">What is wrong with it, as a clause.</param>
    /// <param name="cause">What the reader of the file said, if it spoke.</param>
    public IndexCorruptException(string file, string found, Exception? cause = null)
        : base(Messages.IndexCorrupt(file, found), cause) => (File, Found) = (file, found);

    /// <summary>Path or name of the damaged file.</summary>
    public string File { get; }

    /// <summary>What is wrong with it, as a clause.</summary>
    public string Found { get; }
}
