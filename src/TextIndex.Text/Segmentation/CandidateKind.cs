// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>Why a stretch of text may be a word.</summary>
public enum CandidateKind
{
    /// <summary>A dictionary has it.</summary>
    Dictionary,

    /// <summary>The user added it.</summary>
    User,

    /// <summary>A single character that is in no dictionary.</summary>
    Unknown,

    /// <summary>A number in digits or in Chinese, or an ordinal.</summary>
    Number,

    /// <summary>Latin letters and digits that stand together.</summary>
    Latin,

    /// <summary>White space, a line end, a dash or dots, a character of two code units.</summary>
    Mark,

    /// <summary>A Chinese name: a surname and one or two characters of given names.</summary>
    Name,

    /// <summary>Characters of foreign names.</summary>
    ForeignName,
}
