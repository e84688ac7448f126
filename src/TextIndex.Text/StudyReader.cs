// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction;
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
using TextIndex.Primitives;
using TextIndex.Segmentation;

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
    public static Reading Read(Document document) => Read(document, null);

    /// <summary>Reads a document once for all extractors; a lexical model, as <c>LacModel.Default</c> of the package TextIndex.Lac, helps with the names of people.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="model">The model; null reads by rules alone.</param>
    public static Reading Read(Document document, ILexicalModel? model)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document, model);
        var marks = PairedMarkScanner.Scan(text);
        var outline = OutlineExtractor.Extract(text);
        var dates = DateExtractor.Extract(text);
        var figures = FigureExtractor.Extract(text, dates, marks);
        var qualities = QualityExtractor.Extract(text, outline, marks);
        return new Reading(document, outline, ThemeExtractor.Extract(text, outline, marks))
        {
            Quotations = QuotationExtractor.Extract(text, marks),
            Titles = TitleExtractor.Extract(text, marks),
            Figures = figures,
            Entities = Entities(text, dates, figures),
            Pronouns = Pronouns.Resolve(text, marks),
            Dates = dates,
            Qualities = qualities,
            Exhortations = ExhortationExtractor.Extract(text, outline, marks),
            Calls = ReportedCalls.Find(text, marks),
            Parallelism = ParallelismExtractor.Extract(text, marks),
            Allusions = AllusionExtractor.Extract(text, marks),
            Structure = QualityExtractor.FindStructure(outline, qualities),
        };
    }

    /// <summary>Reads the quotations of a document.</summary>
    internal static IReadOnlyList<Quotation> ReadQuotations(Document document, ILexicalModel? model)
    {
        var text = new StudyText(document, model);
        return QuotationExtractor.Extract(text, PairedMarkScanner.Scan(text));
    }

    /// <summary>Reads the names of a document, dates and times of the day among them.</summary>
    internal static (IReadOnlyList<NamedEntity> Entities, IReadOnlyList<PronounMention> Pronouns) ReadNames(Document document, ILexicalModel? model)
    {
        var text = new StudyText(document, model);
        var marks = PairedMarkScanner.Scan(text);
        var dates = DateExtractor.Extract(text);
        return (Entities(text, dates, FigureExtractor.Extract(text, dates, marks)), Pronouns.Resolve(text, marks));
    }

    private static List<NamedEntity> Entities(StudyText text, IReadOnlyList<DateMention> dates, IReadOnlyList<Figure> figures)
    {
        var entities = new List<NamedEntity>(NameExtractor.Extract(text, new NameOptions()));
        var times = new MentionTable(text.Text);
        foreach (var date in dates) times.Add(date.Value.Length > 0 ? date.Value : date.Text, date.Span, Messages.NameDate);
        foreach (var figure in figures)
            if (figure.Clock is { } clock) times.Add(clock.ToString("HH:mm", CultureInfo.InvariantCulture), figure.Span, Messages.NameClock);
        times.AddTo(entities, NameType.Time, "TIME");
        return entities;
    }
}
