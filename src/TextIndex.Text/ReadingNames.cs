// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Outlines;
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
        _ => "sequence",
    };

    public static string Of(HeadingForm form) => form == HeadingForm.Line ? "line" : "run-in";

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
}
