// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Walks the documents of one index segment that match, ascending, and scores the one at hand.</summary>
internal abstract class DocumentCursor
{
    /// <summary>Stands behind the last document.</summary>
    public const int End = int.MaxValue;

    /// <summary>The document at hand; -1 before the first <see cref="Next"/>.</summary>
    public int Document { get; protected set; } = -1;

    /// <summary>Goes to the next document.</summary>
    public int Next() => Advance(Document + 1);

    /// <summary>Goes to the first document at or behind <paramref name="target"/>; stays where it is already there.</summary>
    public abstract int Advance(int target);

    /// <summary>Scores the document at hand.</summary>
    public abstract double Score();
}
