// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>How a speaker is mentioned.</summary>
public enum MentionKind
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By 他 or 她.</summary>
    Pronoun,

    /// <summary>By 自己.</summary>
    Reflexive,
}
