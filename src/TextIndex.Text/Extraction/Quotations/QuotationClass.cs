// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>What a pair of quotation marks holds.</summary>
public enum QuotationClass
{
    /// <summary>A word, a name or a label.</summary>
    Term,

    /// <summary>Words that somebody said or wrote.</summary>
    Speech,

    /// <summary>A question that one asks oneself.</summary>
    SelfQuestion,

    /// <summary>Words of a classical text (典故、古语).</summary>
    Allusion,

    /// <summary>A set phrase: slogan, motto, theme, folk saying.</summary>
    Slogan,

    /// <summary>A clause of a document or a voice that is not named.</summary>
    Unattributed,

    /// <summary>The name of a talk, a column, a song, a film, an exhibition.</summary>
    Title,
}
