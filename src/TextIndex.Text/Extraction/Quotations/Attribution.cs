// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>How the text says whose words a quotation holds.</summary>
public enum Attribution
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a reporting verb or a name before the words.</summary>
    Explicit,

    /// <summary>By a work of the speaker: 文中谈到、日记里写道.</summary>
    ExplicitViaWork,

    /// <summary>By the sentence alone, without a reporting verb.</summary>
    Implicit,

    /// <summary>By a reporting verb after the words, or between two parts of them.</summary>
    Post,

    /// <summary>The asker asks himself.</summary>
    Reflexive,

    /// <summary>By the name of a source: 古人云、《论语》有言.</summary>
    Source,
}
