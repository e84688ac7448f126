// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Outlines;

/// <summary>The headings of a document in order. Immutable and safe to share between threads.</summary>
public sealed class Outline
{
    internal Outline(IReadOnlyList<Heading> headings) => Headings = headings;

    /// <summary>All headings, ascending by place; sections of deeper levels lie inside those above them.</summary>
    public IReadOnlyList<Heading> Headings { get; }

    /// <summary>Finds the innermost heading whose section holds the offset.</summary>
    /// <param name="offset">Offset in UTF-16 code units of the source.</param>
    /// <returns>Null before the first heading.</returns>
    public Heading? At(int offset)
    {
        // Sections nest and ascend, so the last heading that starts before the offset is inside every other that holds it.
        int low = 0, high = Headings.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Headings[middle].SectionSpan.Start <= offset) low = middle + 1;
            else high = middle - 1;
        }
        return high >= 0 && Headings[high].SectionSpan.Contains(offset) ? Headings[high] : null;
    }
}
