// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Extraction.Figures;

/// <summary>Finds the figures of a text: numbers with their units and nouns, in Chinese and Arabic numerals, with their values.</summary>
/// <remarks>
/// Dates are a list of their own (<see cref="DateExtractor"/>). Ordinals, heading numbers, idioms, labels in quotation marks and the weak 一 of 一次 are no figures.
/// Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// foreach (var figure in FigureExtractor.Extract(DocumentReader.Read("a.txt", "全县3400余名村干部，近20年，一半以上。")))
///     Console.WriteLine($"{figure.Text} {figure.Value}");   // 3400余名村干部 3400, 近20年 20, 一半以上 0.5
/// </code></example>
public static class FigureExtractor
{
    /// <summary>Finds the figures of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>The figures, ascending, none over another.</returns>
    public static IReadOnlyList<Figure> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Extract(text, DateExtractor.Extract(text), PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<Figure> Extract(StudyText text, IReadOnlyList<DateMention> dates, List<PairedMark> marks)
    {
        var found = new List<Figure>();
        var reader = new FigureReader(text, marks);
        var date = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            var from = paragraph.Start;
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (!MayBegin(text.Folded[i])) continue;
                while (date < dates.Count && dates[date].Span.End <= i) date++;
                if (date < dates.Count && dates[date].Span.Contains(i)) { i = from = dates[date].Span.End; i--; continue; }
                var limit = date < dates.Count ? Math.Min(dates[date].Span.Start, paragraph.End) : paragraph.End;
                if (!reader.TryRead(paragraph, from, i, limit, out var figure, out var passed)) { i = Math.Max(i, passed - 1); continue; }
                found.Add(figure with { Id = "F" + (found.Count + 1).ToString(CultureInfo.InvariantCulture) });
                i = (from = figure.Span.End) - 1;
            }
        }
        return found;
    }

    private static bool MayBegin(char c) => c < 128 ? char.IsAsciiDigit(c) || c == '$' : c is '半' or '几' or '数' or '大' or '¥' or '￥' or '廿' || NumeralReader.IsChinese(c);
}
