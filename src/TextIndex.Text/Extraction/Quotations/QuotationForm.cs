// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>How a text shows that words are quoted.</summary>
public enum QuotationForm
{
    /// <summary>By a pair of quotation marks.</summary>
    Marks,

    /// <summary>By a reporting verb and a colon, without marks: 马德山说：先修路。</summary>
    Colon,

    /// <summary>By a label at the start of a line, as interviews have it: 问：…　答：…　马德山：…</summary>
    Turn,

    /// <summary>As paragraphs of their own behind a colon, indented, behind <c>&gt;</c>, or signed with a name.</summary>
    Block,
}
