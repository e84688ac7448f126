// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Reading never fails on text, and every span lies in it.</summary>
public class HostileReadingTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_text_is_read_and_every_span_lies_in_it()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string Words = "一二三四五六七八九十百千万亿两半几数零〇0123456789.,:%年月日号时点分个名元余多近约第年底初春秋农历正月初五他她要应学习的、，。；：“”《》不在为王李张省市县委部同志说是把将";
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder(i % 2 == 0 ? RandomText.Next(random, 60) : "");
            for (var k = random.Next(200); k > 0; k--) text.Append(random.Next(40) == 0 ? (char)random.Next(0x10000) : Words[random.Next(Words.Length)]);
            Check(StudyReader.Read(DocumentReader.Read("random", text.ToString())));
        }
    }

    [Theory]
    [InlineData("“")]
    [InlineData("要")]
    [InlineData("一")]
    [InlineData("1")]
    [InlineData("、不")]
    [InlineData("王")]
    [InlineData("年1月")]
    [InlineData("学习他的")]
    [InlineData("1,000")]
    [InlineData("一、")]
    [InlineData("“”")]
    [InlineData("一、学习\n")]
    public void A_long_run_of_one_thing_is_read(string part)
    {
        var length = Repository.Slow ? 1_000_000 : 30_000;
        Check(StudyReader.Read(DocumentReader.Read("run", string.Concat(Enumerable.Repeat(part, length / part.Length)))));
    }

    private static void Check(Reading reading)
    {
        var text = reading.Document.Text;
        foreach (var f in reading.Figures) Assert.Equal(f.Text, f.Span.In(text));
        foreach (var d in reading.Dates) Assert.Equal(d.Text, d.Span.In(text));
        foreach (var e in reading.Exhortations) Assert.Equal(e.Text, e.Span.In(text));
        foreach (var q in reading.Qualities) Assert.Equal(q.Text, q.Span.In(text));
        foreach (var c in reading.Calls) Assert.True(c.Span.End <= text.Length && c.ContentSpan.End <= text.Length);
        foreach (var g in reading.Parallelism) Assert.All(g.Members, m => Assert.True(m.Length > 0 && g.Span.Contains(m) && m.End <= text.Length));
        foreach (var e in reading.Entities) Assert.All(e.Mentions, m => Assert.True(m.Length > 0 && m.End <= text.Length));
        foreach (var a in reading.Allusions) Assert.Equal(a.Text, a.Span.In(text));
        foreach (var p in reading.Pronouns) Assert.True(p.Span.End <= text.Length);
    }
}
