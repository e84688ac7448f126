// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction.Themes;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class ThemeExtractorTests
{
    private const string Essay = """
        守护一江清水

        近日，全县开展向林小满同志学习活动。
        一、心系河湖，日夜巡护。林小满同志每天巡河二十公里，河湖保护成了她的日常。要学习她不怕辛苦、一丝不苟的工作态度，把河湖保护当作家事。
        二、依靠群众，共建共享。村民自发组成巡护队，河湖保护有了更多帮手。要学习她相信群众、依靠群众的工作方法。
        """;

    [Fact]
    public void Repeated_phrases_names_and_qualities_lead()
    {
        var themes = ThemeExtractor.Extract(DocumentReader.Read("a", Essay));
        var shown = themes.Keyphrases.Select(k => k.Text).ToList();
        Assert.Equal("守护一江清水", themes.Topic);
        Assert.Contains("林小满", shown.Take(8));
        Assert.Contains("河湖保护", shown.Take(8));
        Assert.Contains("一丝不苟", shown.Take(10));
        Assert.DoesNotContain(shown, s => s.Contains('，') || s.Contains("二十", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_phrase_has_its_places_and_its_reasons()
    {
        var themes = ThemeExtractor.Extract(DocumentReader.Read("a", Essay));
        Assert.All(themes.Keyphrases, k => Assert.All(k.Spans, s => Assert.Equal(k.Text, s.In(Essay))));
        Assert.Equal("name; 2 occurrences; first in paragraph 2", themes.Keyphrases.Single(k => k.Text == "林小满").Why);
        Assert.True(themes.Keyphrases.Count <= ThemeExtractor.DocumentKeyphrases);
        Assert.Equal(themes.Keyphrases.OrderByDescending(k => k.Score).Select(k => k.Text), themes.Keyphrases.Select(k => k.Text));
    }

    [Fact]
    public void Every_point_has_its_own_phrases()
    {
        var sections = ThemeExtractor.Extract(DocumentReader.Read("a", Essay)).Sections;
        Assert.Equal(["H1", "H2"], sections.Select(s => s.Id));
        Assert.Contains(sections[0].Keyphrases, k => k.Text == "一丝不苟");
        Assert.DoesNotContain(sections[1].Keyphrases, k => k.Text == "一丝不苟");
        Assert.All(sections, s => Assert.All(s.Keyphrases, k => Assert.All(k.Spans, p => Assert.True(s.Span.Contains(p)))));
    }

    [Fact]
    public void An_empty_text_has_no_theme()
    {
        var themes = ThemeExtractor.Extract(DocumentReader.Read("a", ""));
        Assert.Equal(("", 0, 0), (themes.Topic, themes.Keyphrases.Count, themes.Sections.Count));
    }
}
