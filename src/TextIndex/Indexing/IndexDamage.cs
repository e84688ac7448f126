// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Store;
using TextIndex.Primitives;

namespace TextIndex.Indexing;

/// <summary>Turns what readers of damaged files throw into the one typed error, and leaves all else alone.</summary>
internal static class IndexDamage
{
    /// <summary>Runs something that reads an index.</summary>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="read">What reads.</param>
    /// <exception cref="IndexCorruptException">The files were not what was written.</exception>
    public static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            throw new IndexCorruptException(name, cause.Message, cause);
        }
    }

    // Lucene.Net reports damage by CorruptIndexException where it looks, and by whatever a wrong number leads to where it does not. Our own columns speak by
    // FormatException. An argument error of ours is thrown before anything is read, outside of Guard.
    private static bool IsDamage(Exception cause) =>
        cause is CorruptIndexException or EndOfStreamException or FormatException or IndexOutOfRangeException or FileNotFoundException
            or OverflowException or InvalidDataException or ArgumentOutOfRangeException;
}
