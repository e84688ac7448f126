// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Tests.Storage;

public class GlobTests
{
    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("*.txt", "深/层/a.TXT")]
    [InlineData("**/*.txt", "a.txt")]
    [InlineData("**/*.txt", "b/c/a.txt")]
    [InlineData("a/*.txt", "a/b.txt")]
    [InlineData("/a/*.txt", "a/b.txt")]
    [InlineData("a/**", "a/b/c.txt")]
    [InlineData("a/", "a/b/c.txt")]
    [InlineData("a/**/z.txt", "a/z.txt")]
    [InlineData("a/**/z.txt", "a/b/c/z.txt")]
    [InlineData("第?章.txt", "书/第一章.txt")]
    [InlineData("**", "任何/东西")]
    [InlineData("x/a**z", "x/a/b/z")]
    [InlineData("./a/b.txt", "a/b.txt")]
    public void A_pattern_matches(string pattern, string path) => Assert.True(new Glob(pattern).Matches(path));

    [Theory]
    [InlineData("*.txt", "a.md")]
    [InlineData("a/*.txt", "a/b/c.txt")]
    [InlineData("a/*.txt", "x/a/b.txt")]
    [InlineData("a/**/z.txt", "a/bz.txt")]
    [InlineData("a/", "a")]
    [InlineData("第?章.txt", "第十一章.txt")]
    [InlineData("a?c/x", "a/c/x")]
    [InlineData("", "a")]
    public void A_pattern_does_not_match(string pattern, string path) => Assert.False(new Glob(pattern).Matches(path));

    [Fact]
    public void A_pattern_of_many_stars_takes_no_exponential_time() =>
        Assert.False(new Glob("x/" + string.Concat(Enumerable.Repeat("**a*", 60)) + "b").Matches("x/" + new string('a', 4000)));

    [Fact]
    public void Patterns_match_what_the_same_regular_expression_matches()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = "/" + Draw(random, ["a", "b", "/", "*", "**", "**/", "?"], 6);
            var path = Draw(random, ["a", "b", "/"], 8);
            var expected = Regex.IsMatch(path, ToRegex(pattern));
            Assert.True(expected == new Glob(pattern).Matches(path), $"seed 20261122, draw {i}: {pattern} on {path}, expected {expected}");
        }
    }

    private static string Draw(Random random, string[] parts, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => parts[random.Next(parts.Length)]));

    private static string ToRegex(string pattern)
    {
        if (pattern.EndsWith('/')) pattern += "**";
        pattern = pattern.TrimStart('/');
        pattern = Regex.Replace(pattern, @"(?<=^|/)\*\*+/", "<");
        pattern = Regex.Replace(pattern, @"\*\*+", ">");
        return "\\A" + pattern.Replace("*", "[^/]*").Replace("?", "[^/]").Replace("<", "(?:.*/)?").Replace(">", ".*") + "\\z";
    }
}
