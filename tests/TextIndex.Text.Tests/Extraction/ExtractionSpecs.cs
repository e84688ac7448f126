// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>What the blocks of Specs/outline.md and Specs/quotes.md print.</summary>
internal static class ExtractionSpecs
{
    // level ordinal style form: text
    public static string Outline(string text) => string.Join('\n', OutlineExtractor.Extract(Sample.Lines(text)).Headings.Select(h =>
        $"{new string(' ', 2 * (h.Level - 1))}{h.Level} {h.Ordinal} {ReadingNames.Of(h.Style)} {ReadingNames.Of(h.Form)}: {(h.Text.Length > 0 ? h.Text : "-")}"
        + (h.Couplet is { } couplet ? $" ({couplet.Syllables}+{couplet.Syllables})" : "") + (h.Gap ? " gap" : "")));

    // class by rule, speaker and cue: words
    public static string Quotes(string text) => string.Join('\n', QuotationExtractor.Extract(Sample.Lines(text)).Select(q =>
        $"{new string(' ', 2 * q.Nesting)}{ReadingNames.Of(q.Class)} by {q.Rule}"
        + (q.Speaker is { } speaker ? $", {speaker.Canonical} ({speaker.Mention})" : "") + (q.Cue is { } cue ? $", {cue.Text}" : "") + (q.IsUnclosed ? ", unclosed" : "")
        + ": " + string.Join(" | ", q.Segments.Select(s => s.ContentSpan.In(text).ReplaceLineEndings(" ")))));
}
