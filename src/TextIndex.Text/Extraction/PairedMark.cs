// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>The kinds of marks that come in pairs and hold words of others or names of works.</summary>
internal enum MarkKind
{
    Double,        // “ ”, also 〝 〞
    Single,        // ‘ ’
    Corner,        // 「 」
    WhiteCorner,   // 『 』
    Straight,      // " "
    Title,         // 《 》
    InnerTitle,    // 〈 〉
    StraightSingle, // ' '
}

/// <summary>One pair of marks, or an opening mark that is never closed.</summary>
internal sealed class PairedMark(MarkKind kind, TextSpan span, TextSpan content)
{
    public MarkKind Kind { get; } = kind;

    /// <summary>With the marks.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Without the marks.</summary>
    public TextSpan Content { get; } = content;

    /// <summary>The pair around this one; null at the outside.</summary>
    public PairedMark? Parent { get; set; }

    /// <summary>True where no closing mark was found: the span then ends where the words can be thought to end.</summary>
    public bool Unclosed { get; init; }

    /// <summary>The parts of words that go over several paragraphs, each with the opening mark repeated; empty for one part.</summary>
    public IReadOnlyList<(TextSpan Span, TextSpan Content)> Parts { get; init; } = [];

    public bool IsTitle => Kind is MarkKind.Title or MarkKind.InnerTitle;
}
