// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Jieba;
using TextIndex.Text.Tests.Segmentation;
using Xunit;

namespace TextIndex.Text.Tests.Jieba;

/// <summary>Holds keywords, tokens and user words to python's jieba 0.42.1; Fixtures/jieba/generate_tags.py wrote the golden file.</summary>
public class AnalyseGoldenTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement Golden = JsonDocument.Parse(JiebaFixture.ReadText("golden-analyse.json.gz")).RootElement;

    private static IEnumerable<JsonElement> Analyses => Golden.GetProperty("analyses").EnumerateArray();

    [Fact]
    public void Keywords_by_rarity_are_those_of_python()
    {
        var extractor = new TfidfExtractor();
        foreach (var analysis in Analyses)
        {
            var text = analysis.GetProperty("text").GetString()!;
            AssertSame(analysis.GetProperty("tfidf"), extractor.ExtractTagsWithWeight(text));
            AssertSame(analysis.GetProperty("tfidfAll"), extractor.ExtractTagsWithWeight(text, int.MaxValue));
            AssertSame(analysis.GetProperty("tfidfNounsAndVerbs"), extractor.ExtractTagsWithWeight(text, 20, Constants.NounAndVerbPos));
            Assert.Equal(Words(analysis.GetProperty("tfidf")), extractor.ExtractTags(text));
        }
    }

    [Fact]
    public void Keywords_by_company_are_those_of_python()
    {
        var extractor = new TextRankExtractor();
        foreach (var analysis in Analyses)
        {
            var text = analysis.GetProperty("text").GetString()!;
            AssertSame(analysis.GetProperty("textrank"), extractor.ExtractTagsWithWeight(text));
            AssertSame(analysis.GetProperty("textrankNounsAndVerbs"), extractor.ExtractTagsWithWeight(text, 20, Constants.NounAndVerbPos));
            Assert.Equal(Words(analysis.GetProperty("textrank")), extractor.ExtractTags(text));
        }
    }

    [Theory]
    [InlineData("tokenize", TokenizerMode.Default)]
    [InlineData("tokenizeSearch", TokenizerMode.Search)]
    public void Tokens_stand_where_python_sees_them(string name, TokenizerMode mode)
    {
        foreach (var analysis in Analyses)
        {
            var text = analysis.GetProperty("text").GetString()!;
            // Python counts code points; an offset of ours is the number of code units before that code point.
            var units = new List<int> { 0 };
            foreach (var rune in text.EnumerateRunes()) units.Add(units[^1] + rune.Utf16SequenceLength);
            var expected = analysis.GetProperty(name).EnumerateArray().Select(token => $"[{token[0].GetString()}, ({units[token[1].GetInt32()]}, {units[token[2].GetInt32()]})]");
            Assert.Equal(expected, new JiebaSegmenter().Tokenize(text, mode).Select(token => token.ToString()));
        }
    }

    [Fact]
    public void Words_that_come_and_go_change_cuts_and_tags_as_in_python()
    {
        var play = Golden.GetProperty("play");
        var sentences = play.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!).ToList();
        var segmenter = new JiebaSegmenter();
        var tagger = new PosSegmenter(segmenter);
        var number = 0;
        foreach (var step in play.GetProperty("steps").EnumerateArray())
        {
            number++;
            var arguments = step.GetProperty("arguments").EnumerateArray().ToArray();
            var first = arguments[0].GetString()!;
            switch (step.GetProperty("what").GetString())
            {
                case "add" when arguments[1].ValueKind == JsonValueKind.Number && arguments[1].GetInt32() == 0:
                    segmenter.LoadUserDict(new StringReader($"{first} 0 {arguments[2].GetString()}"), "play");      // add_word(word, 0, tag): jieba.NET's 0 says "suggest"
                    break;
                case "add":
                    segmenter.AddWord(first, arguments[1].ValueKind == JsonValueKind.Null ? 0 : arguments[1].GetInt32(), arguments[2].GetString());
                    break;
                case "del":
                    segmenter.DeleteWord(first);
                    break;
                case "load":
                    segmenter.LoadUserDict(new StringReader(first), "play");
                    break;
                case "suggest":
                    Assert.Equal(step.GetProperty("answer").GetInt64(), segmenter.SuggestFreq(first));
                    break;
                case "suggest2":
                    Assert.Equal(step.GetProperty("answer").GetInt64(), segmenter.SuggestFreq(Array.ConvertAll(arguments, argument => argument.GetString()!)));
                    break;
            }
            Compare("cut", text => string.Join('/', segmenter.Cut(text)));
            Compare("cutAll", text => string.Join('/', segmenter.Cut(text, cutAll: true)));
            Compare("cutPlain", text => string.Join('/', segmenter.Cut(text, hmm: false)));
            Compare("tags", text => string.Join(' ', tagger.Cut(text)));

            void Compare(string name, Func<string, string> found)
            {
                foreach (var (text, expected) in sentences.Zip(step.GetProperty(name).EnumerateArray()))
                    Assert.True(expected.GetString() == found(text), $"step {number} {step.GetProperty("what")} {first}, {name}: expected {expected}, found {found(text)}");
            }
        }
    }

    private static IEnumerable<string?> Words(JsonElement expected) => expected.EnumerateArray().Select(pair => pair[0].GetString());

    private static void AssertSame(JsonElement expected, IEnumerable<WordWeightPair> found)
    {
        var pairs = found.ToList();
        Assert.Equal(Words(expected), pairs.Select(pair => pair.Word));
        Assert.All(expected.EnumerateArray().Zip(pairs), both => Assert.Equal(both.First[1].GetDouble(), both.Second.Weight, Tolerance));
    }
}
