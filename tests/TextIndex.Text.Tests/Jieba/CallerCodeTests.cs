// SPDX-License-Identifier: MIT
using TextIndex.Jieba;             // was: JiebaNet.Segmenter, JiebaNet.Segmenter.PosSeg, JiebaNet.Analyser
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Jieba;

/// <summary>Code as callers of jieba.NET have it: it compiles and runs with another using.</summary>
public class CallerCodeTests
{
    [Fact]
    public void Words_are_cut_in_every_mode()
    {
        var segmenter = new JiebaSegmenter();
        var segments = segmenter.Cut("我来到北京清华大学", cutAll: true);
        Assert.Equal("我/来到/北京/清华/清华大学/华大/大学", string.Join("/", segments));
        segments = segmenter.Cut("我来到北京清华大学");
        Assert.Equal("我/来到/北京/清华大学", string.Join("/", segments));
        segments = segmenter.Cut("他来到了网易杭研大厦", hmm: false);
        Assert.Equal("他/来到/了/网易/杭/研/大厦", string.Join("/", segments));
        segments = segmenter.CutForSearch("小明硕士毕业于中国科学院计算所，后在日本京都大学深造");
        Assert.Equal("小明/硕士/毕业/于/中国/科学/学院/科学院/中国科学院/计算/计算所/，/后/在/日本/京都/大学/日本京都大学/深造", string.Join("/", segments));
    }

    [Fact]
    public void Tokens_have_offsets()
    {
        var segmenter = new JiebaSegmenter();
        var lines = new List<string>();
        foreach (var token in segmenter.Tokenize("永和服装饰品有限公司"))
            lines.Add(string.Format("word {0} start: {1} end: {2}", token.Word, token.StartIndex, token.EndIndex));
        Assert.Equal(["word 永和 start: 0 end: 2", "word 服装 start: 2 end: 4", "word 饰品 start: 4 end: 6", "word 有限公司 start: 6 end: 10"], lines);
        Assert.Equal(4, segmenter.Tokenize("永和服装饰品有限公司", hmm: false).Count());
        Assert.Equal("[有限, (6, 8)]", segmenter.Tokenize("永和服装饰品有限公司", TokenizerMode.Search).ElementAt(3).ToString());
    }

    [Fact]
    public void Words_are_added_and_deleted()
    {
        var segmenter = new JiebaSegmenter();
        segmenter.AddWord("机器学习");
        segmenter.AddWord("自然语言处理", tag: "nz");
        Assert.Equal("机器学习/和/自然语言处理", string.Join("/", segmenter.Cut("机器学习和自然语言处理")));
        Assert.Contains("自然语言处理/nz", string.Join(" ", new PosSegmenter(segmenter).Cut("机器学习和自然语言处理")));
        segmenter.DeleteWord("机器学习");
        Assert.Equal("机器/学习", string.Join("/", segmenter.Cut("机器学习")));
    }

    [Fact]
    public void A_file_of_words_is_loaded()
    {
        var segmenter = new JiebaSegmenter();
        segmenter.LoadUserDict(Repository.File("tests/TextIndex.Text.Tests/Fixtures/jieba/user.txt"));
        Assert.Contains("云计算", segmenter.Cut("他是云计算方面的专家"));
        Assert.Throws<FileNotFoundException>(() => segmenter.LoadUserDict(Repository.File("tests/none.txt")));
    }

    [Fact]
    public void Words_are_tagged()
    {
        var posSeg = new PosSegmenter();
        var tokens = posSeg.Cut("一团硕大无朋的高能离子云，在遥远而神秘的太空中迅疾地飘移");
        Assert.Equal("一团/m 硕大无朋/i 的/uj 高能/n 离子/n 云/ns ，/x 在/p 遥远/a 而/c 神秘/a 的/uj 太空/n 中/f 迅疾/z 地/uv 飘移/v",
            string.Join(" ", tokens.Select(token => string.Format("{0}/{1}", token.Word, token.Flag))));
    }

    [Fact]
    public void Keywords_are_extracted()
    {
        const string text = "程序员从事程序开发、程序维护。程序员分为程序设计人员和程序编码人员，软件开发离不开程序员。";
        var extractor = new TfidfExtractor();
        Assert.Equal("程序员", extractor.ExtractTags(text, 10, Constants.NounAndVerbPos).First());
        IEnumerable<WordWeightPair> weighed = extractor.ExtractTagsWithWeight(text, 3);
        Assert.Equal(3, weighed.Count(pair => pair.Weight > 0));
        Assert.Equal("人员", new TextRankExtractor().ExtractTags(text, 1).Single());
        extractor.AddStopWord("程序员");
        Assert.DoesNotContain("程序员", extractor.ExtractTags(text));
    }

    [Fact]
    public void Many_texts_are_cut_at_once_and_stay_in_order()
    {
        var segmenter = new JiebaSegmenter();
        var texts = Enumerable.Range(0, 300).Select(i => $"第{i}个人来到北京清华大学\r\n他来到了网易杭研大厦").ToList();
        Assert.Equal(texts.Select(text => segmenter.Cut(text)), segmenter.CutInParallel(texts));
        Assert.Equal(segmenter.Cut(string.Join('\n', texts)), segmenter.CutInParallel(string.Join('\n', texts)));
        Assert.Equal(texts[0], string.Concat(new PosSegmenter(segmenter).CutInParallel(texts[0]).SelectMany(line => line).Select(pair => pair.Word)));
        Assert.Equal(segmenter.CutForSearch(texts[0]), segmenter.CutForSearchInParallel(texts[0]));
    }

    [Fact]
    public void Words_added_here_are_not_known_there()
    {
        var (one, other) = (new JiebaSegmenter(), new JiebaSegmenter());
        one.AddWord("枫桥经验");
        Assert.Contains("枫桥经验", one.Cut("发展枫桥经验"));
        Assert.DoesNotContain("枫桥经验", other.Cut("发展枫桥经验"));
        var before = one.ToWordSegmenter(hmm: true);
        one.DeleteWord("枫桥经验");
        Assert.Contains("枫桥经验", before.Words("发展枫桥经验"));
        Assert.DoesNotContain("枫桥经验", one.Cut("发展枫桥经验"));
    }

    [Fact]
    public void Words_may_be_added_while_others_cut()
    {
        var segmenter = new JiebaSegmenter();
        var adder = new Thread(() =>
        {
            for (var i = 0; i < 200; i++) segmenter.AddWord("枫桥" + (char)('一' + i), 50, "nz");
        });
        adder.Start();
        do
            Assert.Equal("发展枫桥丁经验", string.Concat(segmenter.Cut("发展枫桥丁经验")));
        while (adder.IsAlive);
        adder.Join();
        Assert.Contains("枫桥丁", segmenter.Cut("发展枫桥丁经验"));
    }
}
