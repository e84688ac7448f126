// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Extraction.Allusions;
using TextIndex.Extraction.Exhortations;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Names;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Qualities;

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

    // type canonical: mentions
    public static string Names(string text) => string.Join('\n', NameExtractor.Extract(Sample.Lines(text)).Select(e => $"{ReadingNames.Of(e.Type)} {e.Canonical}: {e.Mentions.Count}"));

    // pronoun and its context: person
    public static string Pronouns(string text) => string.Join('\n', NameExtractor.ExtractPronouns(Sample.Lines(text)).Select(p => $"{text.Substring(p.Span.Start, Math.Min(5, text.Length - p.Span.Start))}: {p.Antecedent}"));

    // [section] agent | text
    public static string Exhortations(string text) => string.Join('\n', ExhortationExtractor.Extract(Sample.Lines(text)).Select(e => $"{Optional("", e.Section)}{(e.Section.Length > 0 ? " " : "")}{(e.Agent.Length > 0 ? e.Agent : "-")} | {e.Text}"));

    // agent | addressee | content
    public static string Calls(string text) => string.Join('\n', ExhortationExtractor.ExtractCalls(Sample.Lines(text)).Select(c => $"{c.Agent} | {c.AddresseeSpan.In(text)} | {c.ContentSpan.In(text)}"));

    // verb: attributes | noun, of whom
    public static string Qualities(string text) => string.Join('\n', QualityExtractor.Extract(Sample.Lines(text)).Select(q => $"{q.Verb}: {string.Join(" + ", q.AttributeSpans.Select(a => a.In(text)))} | {q.NounSpan.In(text)}{Optional(", ", q.Of)}"));

    // kind pattern: members
    public static string Parallelism(string text) => string.Join('\n', ParallelismExtractor.Extract(Sample.Lines(text)).Select(g => $"{ReadingNames.Of(g.Kind)}{Optional(" ", g.Pattern)}: {string.Join(" / ", g.Members.Select(m => m.In(text)))}"));

    // text: match, work chapter, original where it differs
    public static string Allusions(string text, bool idioms) => string.Join('\n', AllusionExtractor.Extract(Sample.Lines(text), new AllusionOptions { IncludeIdioms = idioms }).Select(a =>
        $"{a.Text}: {ReadingNames.Of(a.Match)}{Optional(", ", a.Work)}{Optional(" ", a.Chapter)}{(a.Match == PassageMatch.Variant ? ", " + a.Original : "")}{(a.IsQuoted ? ", quoted" : "")}"));

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Optional(string before, string text) => text.Length > 0 ? before + text : "";
}
