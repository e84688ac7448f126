// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Names;

/// <summary>Somebody or something that a text names, with every place where it does.</summary>
public sealed record NamedEntity
{
    /// <summary>Name of the entity in its document: PER1, ORG1, LOC1, TIME1, … in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required NameType Type { get; init; }

    /// <summary>Its name without title, as the source first writes it; the notation of a date for a time that is known.</summary>
    public required string Canonical { get; init; }

    /// <summary>All mentions in the untouched source, ascending; titles and honorifics are outside.</summary>
    public required IReadOnlyList<TextSpan> Mentions { get; init; }

    /// <summary>What shows it, for people: <c>honorific 同志; 8 mentions</c>.</summary>
    public required string Why { get; init; }
}
