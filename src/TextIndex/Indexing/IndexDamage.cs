// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using TextIndex.Primitives;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex.Indexing;

/// <summary>Turns what readers of damaged files throw into the one typed error, and leaves all else alone.</summary>
internal static class IndexDamage
{
    /// <summary>Runs something that reads an index.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="read">What reads.</param>
    /// <exception cref="IndexCorruptException">The files were not what was written.</exception>
    public static T Guard<T>(Directory directory, string name, Func<T> read) => Guard([new IndexFiles(directory, name)], read);

    /// <summary>Runs something that reads several indexes as one.</summary>
    /// <param name="indexes">The indexes.</param>
    /// <param name="read">What reads.</param>
    /// <exception cref="IndexCorruptException">The files of one of them were not what was written.</exception>
    public static T Guard<T>(IReadOnlyList<IndexFiles> indexes, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not (TextIndexException or OperationCanceledException or ObjectDisposedException))
        {
            // A wrong byte leads Lucene.Net to twenty kinds of exceptions, most of them plain IOException, none of which tells the file. So the files
            // themselves are asked, whatever their size: they answer for certain, and only where something has failed already.
            // A column that the index does not have: the caller's slip, and no reason to read every file.
            if (cause is ArgumentException { ParamName: "query" or "options" } && cause.GetType() == typeof(ArgumentException)) throw;
            foreach (var index in indexes) VerifyFiles(index.Directory, index.Name);
            if (IsDamage(cause)) throw new IndexCorruptException(string.Join(", ", indexes.Select(index => index.Name)), cause.Message, cause);
            throw;
        }
    }

    private static void VerifyFiles(Directory directory, string name)
    {
        try
        {
            IndexChecker.VerifyFiles(directory, name);
        }
        catch (Exception other) when (other is not IndexCorruptException)
        {
            // The files cannot be looked at; what has failed first says more.
        }
    }

    // What is left is written so and passes its checksums: columns of ours that do not fit, which speak by FormatException, and Lucene.Net where it looks.
    private static bool IsDamage(Exception cause) =>
        cause is CorruptIndexException or EndOfStreamException or FormatException or IndexOutOfRangeException or FileNotFoundException
            or OverflowException or InvalidDataException or ArgumentOutOfRangeException;
}
