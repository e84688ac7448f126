// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Themes;
using TextIndex.Extraction.Titles;

namespace TextIndex;

/// <summary>What was read from one document. Every part carries the spans of the untouched source. Immutable and safe to share between threads.</summary>
public sealed class Reading
{
    internal Reading(Document document, Outline outline, DocumentThemes themes) => (Document, Outline, Themes) = (document, outline, themes);

    /// <summary>The document that was read.</summary>
    public Document Document { get; }

    /// <summary>Its headings.</summary>
    public Outline Outline { get; }

    /// <summary>Everything in quotation marks, ascending by start.</summary>
    public IReadOnlyList<Quotation> Quotations { get; internal init; } = [];

    /// <summary>Everything in book marks, ascending by start.</summary>
    public IReadOnlyList<TitleMention> Titles { get; internal init; } = [];

    /// <summary>Numbers with their units and nouns, ascending by start.</summary>
    public IReadOnlyList<Figure> Figures { get; internal init; } = [];

    /// <summary>Dates and stretches of dates, ascending by start.</summary>
    public IReadOnlyList<DateMention> Dates { get; internal init; } = [];

    /// <summary>What it is about.</summary>
    public DocumentThemes Themes { get; }
}
