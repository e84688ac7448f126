// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>How a search is carried out. Immutable; safe to share between threads.</summary>
/// <remarks>A negative number is refused with an <see cref="ArgumentOutOfRangeException"/> where it is set.</remarks>
public sealed record SearchOptions
{
    /// <summary>Ten best documents, ranked.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>How many documents are given; 0 = all. 10 unless told.</summary>
    public int Limit { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 10;

    /// <summary>How many of the best documents are passed over first.</summary>
    public int Offset { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } }

    /// <summary>Takes the whole query as one string to be found, instead of reading its syntax.</summary>
    public bool Literal { get; init; }

    /// <summary>Compares without folding: case, width, traditional or simplified and white space as typed.</summary>
    public bool Exact { get; init; }

    /// <summary>Leaves punctuation out on both sides.</summary>
    public bool IgnorePunctuation { get; init; }

    /// <summary>Only documents dated on this day or later; undated ones are left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only documents dated on this day or earlier; undated ones are left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only documents with this source, compared folded; empty = all.</summary>
    public string Source { get; init { ArgumentNullException.ThrowIfNull(value); field = value; } } = "";

    /// <summary>Order of the hits.</summary>
    public HitSort Sort { get; init; }

    /// <summary>Sorts by a column of the caller's instead, least value first and documents without a value last; empty = by <see cref="Sort"/>.</summary>
    public string SortColumn { get; init { ArgumentNullException.ThrowIfNull(value); field = value; } } = "";

    /// <summary>Turns the order of <see cref="SortColumn"/> round: greatest value first. Documents without a value stay last.</summary>
    public bool Descending { get; init; }

    /// <summary>Gives the documents behind this rank: <see cref="SearchResult.Next"/> of the page before. Null = from the best.</summary>
    public SearchCursor? After { get; init; }

    /// <summary>Only documents that match this query too; it adds nothing to the score. Null = all.</summary>
    public Query? Filter { get; init; }

    /// <summary>What is asked of words that stand side by side in the query.</summary>
    public WordMatching Words { get; init; }

    /// <summary>What the part of a score that comes from the title is multiplied by; 0 or more, finite. 1 unless told.</summary>
    public double TitleBoost { get; init { field = Boost(value); } } = 1;

    /// <summary>What the part of a score that comes from the body is multiplied by; 0 or more, finite. 1 unless told.</summary>
    public double BodyBoost { get; init { field = Boost(value); } } = 1;

    /// <summary>How many places of a document are given in <see cref="Hit.Matches"/>; 100 unless told, 0 = all.</summary>
    public int MatchLimit { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 100;

    /// <summary>About how many code units of context a snippet holds; 80 unless told.</summary>
    public int SnippetLength { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 80;

    /// <summary>Gives the parts of each score in <see cref="Hit.Explanation"/>.</summary>
    public bool Explain { get; init; }

    private static double Boost(double value) => double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
}
