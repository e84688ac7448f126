// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Allusions;
using TextIndex.Extraction.Figures;
using TextIndex.Extraction.Names;
using TextIndex.Extraction.Outlines;
using TextIndex.Extraction.Parallelism;
using TextIndex.Extraction.Quotations;
using TextIndex.Extraction.Titles;

namespace TextIndex;

/// <summary>The names that kinds of things have outside of code: in JSON, in specs, on the screen. They never change.</summary>
internal static class ReadingNames
{
    public static string Of(HeadingStyle style) => style switch
    {
        HeadingStyle.Markdown => "markdown",
        HeadingStyle.Part => "part",
        HeadingStyle.Chapter => "chapter",
        HeadingStyle.Section => "section",
        HeadingStyle.Article => "article",
        HeadingStyle.CjkDunhao => "cjk-dunhao",
        HeadingStyle.CjkParenthesis => "cjk-parenthesis",
        HeadingStyle.ArabicDot => "arabic-dot",
        HeadingStyle.ArabicDunhao => "arabic-dunhao",
        HeadingStyle.ArabicParenthesis => "arabic-parenthesis",
        HeadingStyle.Circled => "circled",
        HeadingStyle.EnumShi => "enum-shi",
        HeadingStyle.Decimal => "decimal",
        HeadingStyle.Plain => "plain",
        _ => "sequence",
    };

    public static string Of(HeadingForm form) => form == HeadingForm.Line ? "line" : "run-in";

    public static string Of(QuotationForm form) => form switch
    {
        QuotationForm.Colon => "colon",
        QuotationForm.Turn => "turn",
        QuotationForm.Block => "block",
        _ => "marks",
    };

    public static string Of(QuotationClass type) => type switch
    {
        QuotationClass.Speech => "speech",
        QuotationClass.SelfQuestion => "self_question",
        QuotationClass.Allusion => "allusion",
        QuotationClass.Slogan => "slogan",
        QuotationClass.Unattributed => "unattributed",
        QuotationClass.Title => "title",
        _ => "term",
    };

    public static string Of(Attribution attribution) => attribution switch
    {
        Attribution.Explicit => "explicit",
        Attribution.ExplicitViaWork => "explicit-via-work",
        Attribution.Implicit => "implicit",
        Attribution.Post => "post",
        Attribution.Reflexive => "reflexive",
        Attribution.Source => "source",
        _ => "none",
    };

    public static string Of(MentionKind kind) => kind switch
    {
        MentionKind.Name => "name",
        MentionKind.Pronoun => "pronoun",
        _ => "reflexive",
    };

    public static string Of(TitleKind kind) => kind switch
    {
        TitleKind.OfficialDocument => "official-document",
        TitleKind.Law => "law",
        TitleKind.Speech => "speech",
        TitleKind.Article => "article",
        TitleKind.Book => "book",
        TitleKind.Periodical => "periodical",
        TitleKind.Performance => "performance",
        _ => "work",
    };

    public static string Of(FigureKind kind) => kind switch
    {
        FigureKind.Duration => "duration",
        FigureKind.Measure => "measure",
        FigureKind.Money => "money",
        FigureKind.Percent => "percent",
        FigureKind.Proportion => "proportion",
        FigureKind.Time => "time",
        _ => "count",
    };

    public static string Of(Approximation approximation) => approximation switch
    {
        Approximation.More => "more",
        Approximation.Nearly => "nearly",
        Approximation.AtLeast => "at-least",
        Approximation.AtMost => "at-most",
        Approximation.About => "about",
        _ => "",
    };

    public static string Of(ChangeDirection change) => change switch
    {
        ChangeDirection.Up => "up",
        ChangeDirection.Down => "down",
        _ => "",
    };

    public static string Of(DateForm form) => form switch
    {
        DateForm.Partial => "partial",
        DateForm.Relative => "relative",
        DateForm.Lunar => "lunar",
        DateForm.Festival => "festival",
        DateForm.Era => "era",
        DateForm.Weekday => "weekday",
        _ => "calendar",
    };

    public static string Of(ParallelKind kind) => kind == ParallelKind.Series ? "paibi" : "duiou";

    public static string Of(NameType type) => type switch
    {
        NameType.Person => "PER",
        NameType.Organization => "ORG",
        NameType.Place => "LOC",
        _ => "TIME",
    };

    public static string Of(PassageMatch match) => match switch
    {
        PassageMatch.Exact => "exact",
        PassageMatch.Variant => "variant",
        PassageMatch.Elided => "elided",
        _ => "style",
    };
}
