// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Tells which line of a user dictionary cannot be read.</summary>
public sealed class DictionaryFormatException : TextIndexException
{
    /// <summary>Creates the exception for one line of one file.</summary>
    /// <param name="file">Name of the dictionary as the caller gave it.</param>
    /// <param name="line">Line number, counted from 1.</param>
    /// <param name="found">What stands on the line.</param>
    public DictionaryFormatException(string file, int line, string found)
        : base(Messages.DictionaryLine(file, line, found)) => (File, Line, Found) = (file, line, found);

    /// <summary>Creates the exception for one line of one file.</summary>
    /// <param name="file">Name of the dictionary as the caller gave it.</param>
    /// <param name="line">Line number, counted from 1.</param>
    /// <param name="expected">What should stand on the line.</param>
    /// <param name="found">What stands on the line.</param>
    public DictionaryFormatException(string file, int line, string expected, string found)
        : base(Messages.DictionaryLine(file, line, expected, found)) => (File, Line, Found) = (file, line, found);

    /// <summary>Name of the dictionary as the caller gave it.</summary>
    public string File { get; }

    /// <summary>Line number, counted from 1.</summary>
    public int Line { get; }

    /// <summary>What stands on the line.</summary>
    public string Found { get; }
}
