// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Allusions;
using TextIndex.Extraction.Exhortations;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Names;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Qualities;
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

    /// <summary>People, organisations, places and times, each with all its mentions.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; internal init; } = [];

    /// <summary>The pronouns 他 and 她 with the person behind them, ascending by start.</summary>
    public IReadOnlyList<PronounMention> Pronouns { get; internal init; } = [];

    /// <summary>What it holds up to be learnt from somebody, ascending by start.</summary>
    public IReadOnlyList<Quality> Qualities { get; internal init; } = [];

    /// <summary>The calls that it makes itself, ascending by start.</summary>
    public IReadOnlyList<Exhortation> Exhortations { get; internal init; } = [];

    /// <summary>The calls that it reports, ascending by start.</summary>
    public IReadOnlyList<CallToAction> Calls { get; internal init; } = [];

    /// <summary>Members in parallel, ascending by start.</summary>
    public IReadOnlyList<ParallelGroup> Parallelism { get; internal init; } = [];

    /// <summary>Classical lines and words in their style, quoted or not, ascending by start.</summary>
    public IReadOnlyList<Allusion> Allusions { get; internal init; } = [];

    /// <summary>How the sections about an exemplar are built.</summary>
    public IReadOnlyList<ExemplarSection> Structure { get; internal init; } = [];

    /// <summary>What it is about.</summary>
    public DocumentThemes Themes { get; }
}
