// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;

namespace TextIndex.Extraction.Figures;

/// <summary>Finds the dates of a text, full, partial, lunar and relative ones, and resolves them against the document's own date.</summary>
/// <remarks>Times of the day are figures (<see cref="FigureExtractor"/>). Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.</remarks>
/// <example><code>
/// var document = Document.Create("a", "去年秋天开工，今年8月底前完工。", "", new DateOnly(2023, 7, 20));
/// foreach (var date in DateExtractor.Extract(document))
///     Console.WriteLine($"{date.Text} {date.Value}");   // 去年秋天 2022-23, 今年8月底 2023-08-21/2023-08-31
/// </code></example>
public static class DateExtractor
{
    /// <summary>Finds the dates of a document.</summary>
    /// <param name="document">Any document; relative dates are counted from its date.</param>
    /// <returns>The mentions, ascending, none over another.</returns>
    public static IReadOnlyList<DateMention> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Extract(new StudyText(document));
    }

    internal static IReadOnlyList<DateMention> Extract(StudyText text)
    {
        var found = new List<DateMention>();
        var reader = new DateReader(text.Folded, text.Document.Date);
        foreach (var paragraph in text.Paragraphs)
        {
            reader.Forget();
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (!MayBegin(text.Folded[i]) || !reader.TryRead(i, out var length, out var value, out var form, out var rule)) continue;
                var span = new TextSpan(i, Math.Min(length, paragraph.End - i));
                found.Add(new DateMention
                {
                    Id = "D" + (found.Count + 1).ToString(CultureInfo.InvariantCulture),
                    Span = span,
                    Text = span.In(text.Text),
                    Form = form,
                    Value = value.Notation,
                    First = value.First,
                    Last = value.Last,
                    Rule = rule,
                });
                i = span.End - 1;
            }
        }
        return found;
    }

    private static bool MayBegin(char c) => c <= '9' ? c >= '0' : "〇零○一二三四五六七八九十廿今去明昨后前当本上下次翌同年月近日最不这周星礼农正腊冬初闰民公除春元端中重清国劳建儿妇教青大".Contains(c);
}
