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

    /// <summary>What else the document calls it, as it first stands so, in order of place: 老朱, 治国.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The place that a place lies in, where the text or the map tells one: 南京市 for 玄武区; empty for none. From the map it is in simplified characters.</summary>
    public string Within { get; init; } = "";

    /// <summary>What shows it, for people: <c>honorific 同志; 8 mentions</c>.</summary>
    public required string Why { get; init; }
}
