// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Corpora;

public class CorporaTests
{
    private static readonly Dictionary<string, (string EncodingName, bool Mark)> Encodings = new(StringComparer.Ordinal)
    {
        ["notice.txt"] = ("utf-8", true),
        ["plan-utf16.txt"] = ("utf-16le", true),
        ["policy-qa-gb18030.txt"] = ("gb18030", false),
        ["traditional-big5.txt"] = ("big5", false),
    };

    public static TheoryData<string> Texts() => [.. Files("corpora").Select(file => Path.GetFileName(file)!)];

    [Fact]
    public void There_are_forty_texts_three_of_them_classics()
    {
        Assert.Equal(37, Files("corpora").Length);
        Assert.Equal(["中庸.txt", "大学.txt", "论语.txt"], Files("corpora/classics").Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_states_title_date_source_and_author_and_that_it_is_invented(string name)
    {
        var document = Read("corpora/" + name);
        Assert.NotEqual("", document.Title);
        Assert.InRange(document.Date!.Value.Year, 2019, 2025);
        Assert.NotEqual("", document.Source);
        Assert.NotEqual("", document.Author);
        Assert.Contains("note: 虚构文本", TextNormalizer.Fold(document.Text.AsSpan(0, document.BodySpan.Start)));
        Assert.InRange(document.BodySpan.Length, 800, 2000);
        Assert.True(document.Paragraphs.Count >= 7);
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_in_the_encoding_that_its_page_states(string name)
    {
        var source = SourceText.Decode(File.ReadAllBytes(Repository.File("corpora/" + name)));
        Assert.Equal(Encodings.GetValueOrDefault(name, ("utf-8", false)), (source.EncodingName, source.HasByteOrderMark));
        Assert.Contains($"`{name}`", File.ReadAllText(Repository.File("corpora/README.md")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Labels_name_their_text_and_every_span_of_them_shows_its_words(string name)
    {
        var text = Read("corpora/" + name).Text;
        var labels = JsonDocument.Parse(File.ReadAllBytes(Repository.File($"corpora/labels/{name}.json"))).RootElement;
        Assert.Equal(name, labels.GetProperty("file").GetString());
        foreach (var list in new[] { "headings", "quotes", "titles" })
        {
            foreach (var label in labels.GetProperty(list).EnumerateArray())
            {
                var span = label.GetProperty("span");
                Assert.Equal(label.GetProperty("text").GetString(), text[span[0].GetInt32()..span[1].GetInt32()]);
            }
        }
    }

    [Fact]
    public void No_two_texts_share_more_than_five_percent_of_their_5_grams_unless_one_is_a_repost()
    {
        var texts = Files("corpora").Select(file => Read("corpora/" + Path.GetFileName(file))).ToArray();
        var grams = texts.Select(FiveGrams).ToArray();
        var reposts = 0;
        for (var a = 0; a < texts.Length; a++)
        {
            for (var b = a + 1; b < texts.Length; b++)
            {
                var share = grams[a].Count(grams[b].Contains) / (double)Math.Min(grams[a].Count, grams[b].Count);
                if (IsRepost(texts[a], texts[b]) || IsRepost(texts[b], texts[a]))
                {
                    reposts++;
                    Assert.InRange(share, 0.5, 0.99);
                }
                else
                {
                    Assert.True(share <= 0.05, $"{texts[a].Key} and {texts[b].Key} share {share:P1} of their 5-grams");
                }
            }
        }
        Assert.Equal(1, reposts);
    }

    [Fact]
    public void A_hand_broken_text_has_whole_paragraphs()
    {
        var document = Read("corpora/ocr-damaged.txt");
        Assert.Contains(document.Paragraphs, p => p.In(document.Text) is var text && text.StartsWith("我今年八十九岁") && text.EndsWith("没有一句假话。"));
        Assert.Contains(document.Paragraphs, p => p.In(document.Text) is var text && text.StartsWith("那时候跑船") && text.EndsWith("一个道理。"));
        Assert.InRange(document.Paragraphs.Count, 12, 14);
    }

    [Theory]
    [InlineData("论语.txt", "论语", "学而时习之，不亦说乎？")]
    [InlineData("大学.txt", "大學", "大學之道，在明明德，在親民，在止於至善。")]
    [InlineData("中庸.txt", "中庸", "天命之謂性，率性之謂道，修道之謂教。")]
    public void A_classic_states_its_title_author_and_source(string name, string title, string words)
    {
        var document = Read("corpora/classics/" + name);
        Assert.Equal(title, document.Title);
        Assert.StartsWith("npm chinese-poetry 2.0.1", document.Source);
        Assert.NotEqual("", document.Author);
        Assert.Contains(words, document.BodySpan.In(document.Text));
    }

    private static bool IsRepost(Document copy, Document original) => copy.Text.AsSpan(0, copy.BodySpan.Start).Contains($"repost-of: {original.Key}\n", StringComparison.Ordinal);

    private static HashSet<string> FiveGrams(Document document)
    {
        var folded = TextNormalizer.Fold(document.BodySpan.In(document.Text));
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 5 <= folded.Length; i++) grams.Add(folded.Substring(i, 5));
        return grams;
    }

    private static Document Read(string path) => DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(Repository.File(path)));

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(Repository.File(folder)).Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal)];
}
