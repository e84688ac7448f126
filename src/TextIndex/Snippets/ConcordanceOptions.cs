// SPDX-License-Identifier: MIT
namespace TextIndex.Snippets;

/// <summary>How occurrences are listed. Immutable; safe to share between threads.</summary>
/// <remarks>A negative number is refused with an <see cref="ArgumentOutOfRangeException"/> where it is set.</remarks>
public sealed record ConcordanceOptions
{
    /// <summary>All occurrences, by key and place, with 20 code units on each side.</summary>
    public static ConcordanceOptions Default { get; } = new();

    /// <summary>Code units of context on each side; a surrogate pair is never cut. 20 unless told.</summary>
    public int Width { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 20;

    /// <summary>How many lines are given; 0 = all, as unless told.</summary>
    public int Limit { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } }

    /// <summary>Order of the lines.</summary>
    public ConcordanceSort Sort { get; init; }

    /// <summary>Takes the whole query as one string to be found, instead of reading its syntax.</summary>
    public bool Literal { get; init; }

    /// <summary>Compares without folding.</summary>
    public bool Exact { get; init; }

    /// <summary>Leaves punctuation out on both sides.</summary>
    public bool IgnorePunctuation { get; init; }
}
