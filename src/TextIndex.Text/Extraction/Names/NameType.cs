// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Names;

/// <summary>What a name names.</summary>
public enum NameType
{
    /// <summary>A person (PER).</summary>
    Person,

    /// <summary>An organisation (ORG).</summary>
    Organization,

    /// <summary>A place (LOC).</summary>
    Place,

    /// <summary>A date or a time of the day (TIME).</summary>
    Time,
}
