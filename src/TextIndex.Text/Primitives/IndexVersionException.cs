// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Tells that an index was written with another format, dictionary or analyzer than the ones at hand.</summary>
public sealed class IndexVersionException : TextIndexException
{
    /// <summary>Creates the exception for one index.</summary>
    /// <param name="index">Where the index is.</param>
    /// <param name="found">Fingerprint that stands in the index; empty where none does.</param>
    /// <param name="supported">Fingerprint that this process works with.</param>
    public IndexVersionException(string index, string found, string supported)
        : base(Messages.IndexVersion(index, found, supported)) => (Index, Found, Supported) = (index, found, supported);

    /// <summary>Where the index is.</summary>
    public string Index { get; }

    /// <summary>Fingerprint that stands in the index; empty where none does.</summary>
    public string Found { get; }

    /// <summary>Fingerprint that this process works with.</summary>
    public string Supported { get; }
}
