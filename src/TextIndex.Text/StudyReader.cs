// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Themes;
using TextIndex.Extraction.Titles;

namespace TextIndex;

/// <summary>Reads a document as study material: its outline, whose words it quotes, its titles, figures and dates, what it is about.</summary>
/// <remarks>Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// var reading = StudyReader.Read(DocumentReader.Read("a.txt", "一、学习为先。老王说：“要读书。”"));
/// string heading = reading.Outline.Headings[0].Text;      // 学习为先
/// string quoted = reading.Quotations[0].Text;             // 要读书。
/// </code></example>
public static class StudyReader
{
    /// <summary>Reads a document once for all extractors.</summary>
    /// <param name="document">Any document.</param>
    public static Reading Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        var marks = PairedMarkScanner.Scan(text);
        var outline = OutlineExtractor.Extract(text);
        var dates = DateExtractor.Extract(text);
        return new Reading(document, outline, ThemeExtractor.Extract(text, outline, marks))
        {
            Quotations = QuotationExtractor.Extract(text, marks),
            Titles = TitleExtractor.Extract(text, marks),
            Figures = FigureExtractor.Extract(text, dates, marks),
            Dates = dates,
        };
    }
}
