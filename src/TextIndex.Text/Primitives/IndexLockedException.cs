// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Tells that another writer has the index open; an index has one writer at a time.</summary>
public sealed class IndexLockedException : TextIndexException
{
    /// <summary>Creates the exception for one index.</summary>
    /// <param name="index">Where the index is.</param>
    /// <param name="cause">What the lock said.</param>
    public IndexLockedException(string index, Exception? cause = null) : base(Messages.IndexLocked(index), cause) => Index = index;

    /// <summary>Where the index is.</summary>
    public string Index { get; }
}
