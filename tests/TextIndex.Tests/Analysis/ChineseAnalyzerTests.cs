// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.TokenAttributes;
using TextIndex.Analysis;
using TextIndex.Normalization;
using Xunit;

namespace TextIndex.Tests.Analysis;

public sealed class ChineseAnalyzerTests
{
    private static readonly ChineseAnalyzer Plain = new();

    private static string[] Terms(Analyzer analyzer, string text) => [.. TokenStreamCheck.Tokens(analyzer, text).Select(token => token.Term)];

    [Fact]
    public void Words_are_tokens_and_punctuation_is_none()
    {
        var tokens = TokenStreamCheck.Tokens(Plain, "坚持“实事求是”，反对教条！");
        Assert.Equal(["坚持", "实事求是", "反对", "教条"], tokens.Select(token => token.Term));
        Assert.Equal([(0, 2), (3, 7), (9, 11), (11, 13)], tokens.Select(token => (token.Start, token.End)));
        Assert.All(tokens, token => Assert.Equal((1, "word"), (token.Increment, token.Type)));
    }

    [Fact]
    public void Terms_are_folded_and_offsets_are_of_the_untouched_text()
    {
        const string text = "堅持實事\r\n求是 ＧＤＰ ２０２３年";
        var tokens = TokenStreamCheck.Tokens(Plain, text);
        Assert.Equal("实事求是", tokens[1].Term);
        Assert.Equal("實事\r\n求是", text[tokens[1].Start..tokens[1].End]);
        var latin = tokens.Single(token => token.Term == "gdp");
        Assert.Equal("ＧＤＰ", text[latin.Start..latin.End]);
        Assert.Equal("alphanum", latin.Type);
        Assert.Equal("number", tokens.Single(token => token.Term == "2023").Type);
    }

    [Fact]
    public void Empty_and_blank_texts_have_no_tokens()
    {
        Assert.Empty(TokenStreamCheck.Tokens(Plain, ""));
        Assert.Empty(TokenStreamCheck.Tokens(Plain, " \r\n\u3000 "));
        Assert.Empty(TokenStreamCheck.Tokens(Plain, "。！？…"));
    }

    [Fact]
    public void A_stop_word_leaves_a_gap()
    {
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { StopWords = ["的", "們"] });
        var tokens = TokenStreamCheck.Tokens(analyzer, "我的祖国");
        Assert.Equal(["我", "祖国"], tokens.Select(token => token.Term));
        Assert.Equal([1, 2], tokens.Select(token => token.Increment));
    }

    [Fact]
    public void A_stop_word_at_the_end_shows_in_the_final_increment()
    {
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { StopWords = ["的"] });
        using var stream = analyzer.GetTokenStream("body", "祖国的");
        stream.Reset();
        Assert.True(stream.IncrementToken());
        Assert.False(stream.IncrementToken());
        stream.End();
        Assert.Equal(1, stream.GetAttribute<IPositionIncrementAttribute>().PositionIncrement);
        Assert.Equal(3, stream.GetAttribute<IOffsetAttribute>().EndOffset);
    }

    [Fact]
    public void Words_inside_words_stand_at_their_position()
    {
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { WordsInside = true });
        var tokens = TokenStreamCheck.Tokens(analyzer, "中华人民共和国成立");
        Assert.Equal("中华人民共和国", tokens[0].Term);
        Assert.Equal("成立", tokens[^1].Term);
        Assert.Equal(1, tokens[^1].Increment);
        var inside = tokens[1..^1];
        Assert.Contains("人民", inside.Select(token => token.Term));
        Assert.Contains("共和国", inside.Select(token => token.Term));
        Assert.All(inside, token => Assert.Equal(0, token.Increment));
        Assert.DoesNotContain("人民", Terms(Plain, "中华人民共和国成立"));
    }

    [Fact]
    public void A_word_that_is_too_long_leaves_a_gap()
    {
        var tokens = TokenStreamCheck.Tokens(Plain, "学习" + new string('x', 300) + "学习");
        Assert.Equal([(1, "学习"), (2, "学习")], tokens.Select(token => (token.Increment, token.Term)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_texts_obey_the_rules_and_give_the_same_tokens_again(bool inside)
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { WordsInside = inside, StopWords = inside ? ["的", "a"] : [] });
        for (var draw = 0; draw < 3000; draw++)
        {
            var text = RandomText.Next(random, random.Next(30));
            try
            {
                var tokens = TokenStreamCheck.Tokens(analyzer, text);
                Assert.Equal(tokens, TokenStreamCheck.Tokens(analyzer, text));
                Assert.Equal(tokens, TokenStreamCheck.Tokens(analyzer, new DrippingReader(text, random), text.Length));
                foreach (var token in tokens) Assert.Equal(token.Term, TextNormalizer.Fold(text.AsSpan(token.Start, token.End - token.Start)));
            }
            catch (Exception cause)
            {
                throw new Xunit.Sdk.XunitException($"seed {Seed}, draw {draw}, text {Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text))}: {cause}");
            }
        }
    }

    [Fact]
    public void One_analyzer_serves_many_threads()
    {
        const string Text = "学习和贯彻实事求是的思想路线，密切联系群众。";
        var expected = Terms(Plain, Text);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => Assert.Equal(expected, Terms(Plain, Text)));
    }

    [Fact]
    public void A_consumer_that_stops_half_way_leaves_no_trace()
    {
        var expected = TokenStreamCheck.Tokens(Plain, "为人民服务");
        for (var taken = 0; taken < 4; taken++)
        {
            using (var stream = Plain.GetTokenStream("body", "全心全意为人民服务的宗旨"))
            {
                stream.Reset();
                for (var i = 0; i < taken; i++) Assert.True(stream.IncrementToken());
            }
            Assert.Equal(expected, TokenStreamCheck.Tokens(Plain, "为人民服务"));
        }
        Plain.GetTokenStream("body", "从未开始").Dispose();
        Assert.Equal(expected, TokenStreamCheck.Tokens(Plain, "为人民服务"));
    }

    [Fact]
    public void A_consumer_that_throws_leaves_no_trace()
    {
        using var analyzer = new ChineseAnalyzer(new ChineseAnalyzerOptions { WordsInside = true });
        var expected = TokenStreamCheck.Tokens(analyzer, "中华人民共和国");
        Assert.Throws<InvalidOperationException>(void () =>
        {
            using var stream = analyzer.GetTokenStream("body", "中华人民共和国万岁");
            stream.Reset();
            for (var i = 0; ; i++)
                if (!stream.IncrementToken() || i == 2) throw new InvalidOperationException();
        });
        Assert.Equal(expected, TokenStreamCheck.Tokens(analyzer, "中华人民共和国"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5000)]
    public void A_reader_that_throws_is_heard_and_leaves_no_trace(int after)
    {
        var expected = TokenStreamCheck.Tokens(Plain, "为人民服务");
        Assert.Throws<IOException>(() => TokenStreamCheck.Tokens(Plain, new ThrowingReader(after), after));
        Assert.Equal(expected, TokenStreamCheck.Tokens(Plain, "为人民服务"));
    }

    [Fact]
    public void A_consumer_that_forgets_to_reset_or_to_close_is_told()
    {
        using var analyzer = new ChineseAnalyzer();
        var stream = analyzer.GetTokenStream("body", "学习");
        Assert.Throws<InvalidOperationException>(() => stream.IncrementToken());
        stream.Dispose();
        stream = analyzer.GetTokenStream("body", "学习");
        stream.Reset();
        while (stream.IncrementToken()) { }
        Assert.Throws<InvalidOperationException>(() => analyzer.GetTokenStream("body", "实践"));
        stream.Dispose();
        Assert.Equal(["实践"], Terms(analyzer, "实践"));
    }

    [Fact]
    public void A_char_filter_before_it_corrects_the_offsets()
    {
        using var analyzer = Analyzer.NewAnonymous(
            createComponents: (_, reader) => new TokenStreamComponents(new ChineseTokenizer(reader, new FieldAnalyzer(Segmentation.WordSegmenter.WordGraph), [], wordsInside: false)),
            initReader: (_, reader) => new HTMLStripCharFilter(reader));
        const string text = "<p>坚持<b>学习</b></p>";
        var tokens = TokenStreamCheck.Tokens(analyzer, text);
        Assert.Equal(["坚持", "学习"], tokens.Select(token => token.Term));
        Assert.Equal(text.IndexOf("学习", StringComparison.Ordinal), tokens[1].Start);
    }

    [Fact]
    public void A_text_of_a_million_characters_is_cut()
    {
        const string Sentence = "坚持实事求是，一切从实际出发。";
        var text = string.Concat(Enumerable.Repeat(Sentence, 1_000_000 / Sentence.Length));
        var once = TokenStreamCheck.Tokens(Plain, Sentence);
        var tokens = TokenStreamCheck.Tokens(Plain, text);
        Assert.Equal(once.Count * (text.Length / Sentence.Length), tokens.Count);
        Assert.Equal(once[^1].End - Sentence.Length + text.Length, tokens[^1].End);
    }

    [Fact]
    public void Giving_tokens_allocates_nothing_beyond_the_analysed_text()
    {
        var text = string.Concat(Enumerable.Repeat("坚持实事求是的思想路线。", 2000));
        // A whole text first: what a runtime makes once is made in it.
        using (var first = Plain.GetTokenStream("body", text))
        {
            first.Reset();
            while (first.IncrementToken()) { }
            first.End();
        }
        using var stream = Plain.GetTokenStream("body", text);
        stream.Reset();
        Assert.True(stream.IncrementToken());
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (stream.IncrementToken()) { }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Gives a text in pieces of random length, as a network does.</summary>
    private sealed class DrippingReader(string text, Random random) : TextReader
    {
        private int _next;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(Math.Min(count, text.Length - _next), 1 + random.Next(5));
            text.CopyTo(_next, buffer, index, length);
            _next += length;
            return length;
        }
    }

    private sealed class ThrowingReader(int after) : TextReader
    {
        private int _given;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_given >= after) throw new IOException("the line is dead");
            var length = Math.Min(count, after - _given);
            Array.Fill(buffer, '学', index, length);
            _given += length;
            return length;
        }
    }
}
