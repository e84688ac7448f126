// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Xunit;

namespace TextIndex.Tests.Analysis;

/// <summary>One token as a consumer sees it.</summary>
internal readonly record struct SeenToken(string Term, int Start, int End, int Increment, string Type);

/// <summary>Consumes a token stream as Lucene.Net does and holds it to the rules of Lucene's BaseTokenStreamTestCase.</summary>
internal static class TokenStreamCheck
{
    public static List<SeenToken> Tokens(Analyzer analyzer, string text) => Tokens(analyzer, new StringReader(text), text.Length);

    public static List<SeenToken> Tokens(Analyzer analyzer, TextReader reader, int finalOffset)
    {
        var stream = analyzer.GetTokenStream("body", reader);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var type = stream.GetAttribute<ITypeAttribute>();
        var tokens = new List<SeenToken>();
        try
        {
            stream.Reset();
            var lastStart = 0;
            while (true)
            {
                // What stood in the attributes before must not shine through.
                Spoil(stream);
                if (!stream.IncrementToken()) break;
                var token = new SeenToken(term.ToString(), offset.StartOffset, offset.EndOffset, increment.PositionIncrement, type.Type);
                Assert.NotEqual("bogusTerm", token.Term);
                Assert.NotEqual("bogusType", token.Type);
                Assert.NotEqual("", token.Term);
                Assert.True(token.Start >= lastStart, $"{token}: offsets must not go back, last start {lastStart}");
                Assert.True(token.Start <= token.End && token.End <= finalOffset, $"{token}: end {token.End} past {finalOffset} or before start");
                Assert.True(token.Increment >= (tokens.Count == 0 ? 1 : 0) && token.Increment < 45987657, $"{token}: increment");
                lastStart = token.Start;
                tokens.Add(token);
            }
            Spoil(stream);
            stream.End();
            Assert.Equal(finalOffset, offset.EndOffset);
            Assert.Equal(finalOffset, offset.StartOffset);
            Assert.InRange(increment.PositionIncrement, 0, finalOffset);
            Assert.Equal("", term.ToString());
        }
        finally
        {
            stream.Dispose();
        }
        return tokens;
    }

    private static void Spoil(TokenStream stream)
    {
        stream.ClearAttributes();
        stream.GetAttribute<ICharTermAttribute>().SetEmpty().Append("bogusTerm");
        stream.GetAttribute<IOffsetAttribute>().SetOffset(14584724, 24683243);
        stream.GetAttribute<IPositionIncrementAttribute>().PositionIncrement = 45987657;
        stream.GetAttribute<ITypeAttribute>().Type = "bogusType";
    }
}
