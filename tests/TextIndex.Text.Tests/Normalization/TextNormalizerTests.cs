// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Normalization;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("為人民服務", "为人民服务")]
    [InlineData("ＡＢＣ１２３！", "abc123!")]
    [InlineData("GDP增长", "gdp增长")]
    [InlineData("实事\n求是", "实事求是")]
    [InlineData("实事\r\n求是", "实事求是")]
    [InlineData("说：\n“好”", "说:“好”")]
    [InlineData("make  it\nso", "make it so")]
    [InlineData("用 C# 写", "用 c# 写")]
    [InlineData("上一段。\n\n下一段", "上一段。\n下一段")]
    [InlineData("上一段。\n \t\n下一段", "上一段。\n下一段")]
    [InlineData("上一段。\n\u3000\u3000下一段", "上一段。\n下一段")]
    [InlineData("上一段。\r\n\u3000\u3000下一段", "上一段。\n下一段")]
    [InlineData("  两端\n", "两端")]
    [InlineData("學\u3000習", "学习")]
    [InlineData("a\u3000b", "a b")]
    public void Folds_as_the_contract_says(string source, string folded) =>
        Assert.Equal(folded, TextNormalizer.Normalize(source).Text);

    [Fact]
    public void Width_of_a_fold_may_change_and_the_map_knows()
    {
        // U+346F 㑯 folds to U+3447 㑇 (1 → 1); U+20BDF folds beyond itself or stays; find one that widens in the table itself.
        var widening = Enumerable.Range(0x3400, 0x6C00).First(c => FoldTable.Fold(c) > 0xFFFF);
        var source = "前" + (char)widening + "后";
        var normalized = TextNormalizer.Normalize(source);
        Assert.Equal(4, normalized.Text.Length);
        Assert.Equal(new TextSpan(1, 1), normalized.Map.ToSource(new TextSpan(1, 2)));
        Assert.Equal(new TextSpan(2, 1), normalized.Map.ToSource(new TextSpan(3, 1)));
    }

    [Fact]
    public void Every_substring_without_a_barrier_folds_to_a_substring_at_its_own_place()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var draw = 0; draw < 3000; draw++)
        {
            var source = RandomText.Next(random, random.Next(1, 80));
            var normalized = TextNormalizer.Normalize(source);
            var start = random.Next(source.Length);
            var end = random.Next(start + 1, source.Length + 1);
            if (!RandomText.IsWholeLiteral(source, start, end)) continue;
            var literal = TextNormalizer.Fold(source.AsSpan(start, end - start));
            Assert.True(FindsItself(normalized, literal, TextSpan.FromBounds(start, end)), $"seed {seed}, draw {draw}: {source[start..end]} in {source}");
        }
    }

    [Fact]
    public void A_map_reads_back_what_it_wrote()
    {
        const int seed = 7;
        var random = new Random(seed);
        for (var draw = 0; draw < 500; draw++)
        {
            var normalized = TextNormalizer.Normalize(RandomText.Next(random, random.Next(0, 200)));
            var again = OffsetMap.FromBytes(normalized.Map.ToBytes());
            for (var i = 0; i < normalized.Text.Length; i++)
                Assert.Equal(normalized.Map.ToSource(new TextSpan(i, 1)), again.ToSource(new TextSpan(i, 1)));
        }
    }

    [Fact]
    public void A_cut_map_is_a_format_exception_or_a_shorter_map()
    {
        var bytes = TextNormalizer.Normalize("实事\n求是\n\n为 人 民 服 务").Map.ToBytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            try { OffsetMap.FromBytes(bytes.AsSpan(0, length)); }
            catch (FormatException) { }
        }
    }

    [Fact]
    public void The_way_back_to_the_normalised_text_agrees_with_the_way_out()
    {
        var random = new Random(11);
        for (var draw = 0; draw < 500; draw++)
        {
            var source = RandomText.Next(random, random.Next(1, 60));
            var normalized = TextNormalizer.Normalize(source);
            for (var i = 0; i < normalized.Text.Length; i++)
                Assert.True(normalized.Map.ToNormalized(normalized.Map.ToSource(new TextSpan(i, 1)).Start) <= i);
        }
    }

    private static bool FindsItself(NormalizedText normalized, string literal, TextSpan place)
    {
        for (var at = normalized.Text.IndexOf(literal, StringComparison.Ordinal); at >= 0; at = normalized.Text.IndexOf(literal, at + 1, StringComparison.Ordinal))
            if (normalized.Map.ToSource(new TextSpan(at, literal.Length)) == place) return true;
        return false;
    }
}
