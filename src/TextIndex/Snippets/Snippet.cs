// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Snippets;

/// <summary>A passage of a document that shows where it matches.</summary>
/// <param name="Text">The passage, exactly the source text at <paramref name="Span"/>; no ellipsis is added.</param>
/// <param name="Span">Where it stands in the source text.</param>
/// <param name="Highlights">The places that match inside it, as spans of the source text, ascending.</param>
public sealed record Snippet(string Text, TextSpan Span, IReadOnlyList<TextSpan> Highlights)
{
    /// <summary>Whether nothing but white space stands before the passage in the source text: an ellipsis before it would be a lie.</summary>
    public bool IsAtStart { get; init; }

    /// <summary>Whether nothing but white space follows the passage in the source text.</summary>
    public bool IsAtEnd { get; init; }
}
