// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction.Figures;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>What the blocks of the specs of figures, names, exhortations and their like print.</summary>
internal static class FactSpecs
{
    // text kind value to upper approximation direction, unit, noun
    public static string Figures(string text) => string.Join('\n', FigureExtractor.Extract(Sample.Lines(text)).Select(f =>
        $"{f.Text} {ReadingNames.Of(f.Kind)} {f.Clock?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? Number(f.Value)}{(f.Upper is { } upper ? " to " + Number(upper) : "")}"
        + Optional(" ", ReadingNames.Of(f.Approximation)) + Optional(" ", ReadingNames.Of(f.Change)) + Optional(", unit ", f.Unit) + Optional(", noun ", f.Noun)));

    // text form value, in a document of 2023-07-20
    public static string Dates(string text) => string.Join('\n', DateExtractor.Extract(Document.Create("spec", text, "", new DateOnly(2023, 7, 20))).Select(d =>
        $"{d.Text} {ReadingNames.Of(d.Form)}{Optional(" ", d.Value)}"));

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Optional(string before, string text) => text.Length > 0 ? before + text : "";
}
