// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Titles;

/// <summary>What a title in book marks names.</summary>
public enum TitleKind
{
    /// <summary>Not told by the text.</summary>
    Work,

    /// <summary>A notice, opinion, plan or other paper of an office.</summary>
    OfficialDocument,

    /// <summary>A law or regulation.</summary>
    Law,

    /// <summary>A speech, talk or report that somebody gave.</summary>
    Speech,

    /// <summary>An article or essay.</summary>
    Article,

    /// <summary>A book.</summary>
    Book,

    /// <summary>A newspaper or journal.</summary>
    Periodical,

    /// <summary>A song, film, play, dance or broadcast.</summary>
    Performance,
}
