// SPDX-License-Identifier: MIT
using System.Net;
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Snippets;
using Xunit;

namespace TextIndex.Tests.Snippets;

public class HighlighterTests
{
    private static TextSpan[] Places(params (int Start, int End)[] places) => [.. places.Select(place => TextSpan.FromBounds(place.Start, place.End))];

    [Fact]
    public void Html_is_escaped_and_matches_stand_in_mark_elements()
    {
        const string text = "<b>学习</b> & \"实事求是\" 'x'";
        Assert.Equal("&lt;b&gt;<mark>学习</mark>&lt;/b&gt; &amp; &quot;<mark>实事求是</mark>&quot; &#39;x&#39;", Highlighter.Html.Mark(text, Places((3, 5), (13, 17))));
        Assert.Equal("a&amp;<em class=\"x\">&lt;</em>", (Highlighter.Html with { Before = "<em class=\"x\">", After = "</em>" }).Mark("a&<", Places((2, 3))));
    }

    [Fact]
    public void Plain_text_keeps_every_code_unit_and_a_terminal_is_given_no_control_characters()
    {
        const string text = "学\u001b[2J习\u009b\r\n\t\0";
        Assert.Equal("«学\u001b»[2J习\u009b\r\n\t\0", Highlighter.Plain.Mark(text, Places((0, 2))));
        Assert.Equal("\e[1;31m学\uFFFD\e[0m[2J习\uFFFD\uFFFD\n\t\uFFFD", Highlighter.Terminal.Mark(text, Places((0, 2))));
        Assert.Equal("<mark>学\uFFFD</mark>[2J习\uFFFD\r\n\t\uFFFD", Highlighter.Html.Mark(text, Places((0, 2))));
    }

    [Theory]
    [InlineData("0-2 1-3", "«abc»def")]                // overlapping
    [InlineData("0-2 2-3", "«abc»def")]                // touching
    [InlineData("4-5 0-1", "«a»bcd«e»f")]              // in any order
    [InlineData("0-6 2-3 2-2", "«abcdef»")]            // inside another, empty
    [InlineData("5-99 -7-1", "«a»bcde«f»")]            // outside of the text
    [InlineData("", "abcdef")]
    public void Places_become_marks_that_do_not_touch(string places, string shown)
    {
        var spans = places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place =>
        {
            var dash = place.IndexOf('-', 1);
            return TextSpan.FromBounds(int.Parse(place[..dash]), int.Parse(place[(dash + 1)..]));
        });
        Assert.Equal(shown, Highlighter.Plain.Mark("abcdef", spans));
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut()
    {
        Assert.Equal("a«😀»b", Highlighter.Plain.Mark("a😀b", Places((1, 2))));
        Assert.Equal("a«😀»b", Highlighter.Plain.Mark("a😀b", Places((2, 3))));
        Assert.Equal("a«😀b»", Highlighter.Plain.Mark("a😀b", Places((2, 4))));
    }

    [Fact]
    public void A_snippet_has_an_ellipsis_where_the_text_goes_on()
    {
        var text = new string('一', 50) + "<学习>" + new string('二', 50);
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", text));
        index.Commit();
        var hit = Assert.Single(index.Search("学习", new SearchOptions { SnippetLength = 8 }).Hits);
        Assert.Equal("…一一&lt;<mark>学习</mark>&gt;二二…", Highlighter.Html.Mark(hit.Snippet));
        Assert.Equal("[…]一一<«学习»>二二[…]", (Highlighter.Plain with { Ellipsis = "[…]" }).Mark(hit.Snippet));
        Assert.Equal(text.Replace("学习", "«学习»"), Highlighter.Plain.Mark(text, hit.Matches));
    }

    [Fact]
    public void Runs_joined_are_the_text_and_marks_are_its_places_on_random_texts()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var draw = 0; draw < 500; draw++)
        {
            var text = RandomText.Next(random, random.Next(0, 30));
            var places = Enumerable.Range(0, random.Next(6)).Select(_ => new TextSpan(random.Next(-2, text.Length + 2), random.Next(0, 6))).ToList();
            var runs = Highlighter.Runs(text, places);
            var where = $"seed {seed}, draw {draw}";
            Assert.True(text == string.Concat(runs.Select(run => run.Text)), where);
            Assert.All(runs, run => Assert.Equal(run.Span.In(text), run.Text));
            for (var i = 0; i < runs.Count; i++)
            {
                Assert.True(i == 0 || runs[i - 1].IsMatch != runs[i].IsMatch && runs[i - 1].Span.End == runs[i].Span.Start, where);
                Assert.False(i > 0 && char.IsHighSurrogate(text[runs[i].Span.Start - 1]) && char.IsLowSurrogate(text[runs[i].Span.Start]), where);
            }
            for (var at = 0; at < text.Length; at++)
            {
                var isPlace = places.Exists(place => place.Contains(at));
                var isMarked = runs.Any(run => run.IsMatch && run.Span.Contains(at));
                Assert.True(!isPlace || isMarked, where);
                Assert.True(isPlace || !isMarked || char.IsSurrogate(text[at]), where);
            }
            var html = Highlighter.Html.Mark(text, places).Replace("<mark>", "").Replace("</mark>", "");
            Assert.DoesNotContain('<', html);
            Assert.True(WebUtility.HtmlDecode(html) == string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? '\uFFFD' : c)), where);
        }
    }
}
