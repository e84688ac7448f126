// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Outlines;

/// <summary>One numbered or marked heading with the section that it opens. All spans are of the untouched source.</summary>
public sealed record Heading
{
    /// <summary>Name of the heading in its document: H1, H2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>Depth in the document's own outline, from 1.</summary>
    public required int Level { get; init; }

    /// <summary>The number that the marker states; 0 where it states none.</summary>
    public required int Ordinal { get; init; }

    /// <summary>How it is numbered.</summary>
    public required HeadingStyle Style { get; init; }

    /// <summary>The marker as it stands, such as <c>一、</c>.</summary>
    public required string Marker { get; init; }

    /// <summary>Where the marker stands.</summary>
    public required TextSpan MarkerSpan { get; init; }

    /// <summary>The heading's words without marker and terminator; empty for a numbered paragraph that has no heading of its own.</summary>
    public required string Text { get; init; }

    /// <summary>Where the words stand; of length 0 where there are none.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Alone on its line, or followed by its body.</summary>
    public required HeadingForm Form { get; init; }

    /// <summary>The mark that ends the words (。 or ： as the text has it); empty at a line end.</summary>
    public required string Terminator { get; init; }

    /// <summary>From the marker to the end of all that belongs under the heading, headings of lower levels included; white space at the end excluded.</summary>
    public required TextSpan SectionSpan { get; init; }

    /// <summary>The section without marker, words and terminator; may be of length 0.</summary>
    public required TextSpan BodySpan { get; init; }

    /// <summary>The two halves of a heading in couplet form; null for any other.</summary>
    public Couplet? Couplet { get; init; }

    /// <summary>True where the number does not follow the one before: (1, 2, 4), or a list that does not begin at 1.</summary>
    public bool Gap { get; init; }
}
