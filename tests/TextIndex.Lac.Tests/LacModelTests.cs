// SPDX-License-Identifier: MIT
using System.Security.Cryptography;
using TextIndex.Primitives;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Lac.Tests;

public class LacModelTests
{
    private static readonly int Seed = Random.Shared.Next();

    private static string Shown(string text) => string.Join(' ', LacModel.Default.Tag(text).Select(word => word.Span.In(text) + "/" + word.Tag));

    [Fact]
    public void Words_and_names_have_their_tags() => Assert.Equal("朱治国/PER 同志/n 在/p 福建/LOC 工作/v 。/w", Shown("朱治国同志在福建工作。"));

    [Fact]
    public void White_space_parts_words_and_is_one_itself() => Assert.Equal("\n  /x 北京/LOC \u3000/x 上海/LOC \n/x", Shown("\n  北京\u3000上海\n"));

    [Fact]
    public void A_sentence_is_read_alone()
    {
        const string first = "朱治国同志在福建工作。", second = "组织部印发通知。";
        Assert.Equal(Shown(first) + " " + Shown(second), Shown(first + second));
    }

    [Fact]
    public void A_word_stops_at_a_mark() => Assert.Equal("一/m 、/w 胸怀/n 信念/n ——/w 永葆/v", Shown("一、胸怀信念——永葆"));

    [Fact]
    public unsafe void A_character_that_the_model_does_not_know_is_read_as_its_fold()
    {
        var bytes = EmbeddedData.Read("lac-small", typeof(LacModel).Assembly);
        fixed (byte* data = bytes)
        {
            var weights = new LacWeights(data, bytes.Length);
            var last = weights.RowCount - 1;
            var (known, folded) = (0, 0);
            for (var unit = 0; unit < 65536; unit++)
            {
                if (weights.RowOf[unit] == last) continue;
                known++;
                if (TextIndex.Normalization.FoldTable.Basic[unit] is var fold && fold != unit && fold != 0 && weights.RowOf[unit] == weights.RowOf[fold]) folded++;
            }
            Assert.InRange(known, 20_935, 24_000);
            Assert.InRange(folded, 1, known);
        }
    }

    [Fact]
    public void An_empty_text_has_no_words()
    {
        Assert.Empty(LacModel.Default.Tag(""));
        Assert.True(LacModel.Default.TryTag("", [], out var count));
        Assert.Equal(0, count);
    }

    [Fact]
    public void Too_little_room_is_told()
    {
        var words = new TaggedWord[2];
        Assert.False(LacModel.Default.TryTag("我们在北京工作", words, out var count));
        Assert.Equal(0, count);
        Assert.Throws<ArgumentException>("words", () => LacModel.Default.Tag("我们在北京工作", words));
    }

    [Fact]
    public void Words_joined_give_any_text_back()
    {
        var random = new Random(Seed);
        for (var draw = 0; draw < 150; draw++)
        {
            var text = draw % 3 == 0 ? Noise(random, random.Next(1, 700)) : RandomText.Next(random, random.Next(1, 300));
            Touch(text, $"seed {Seed}, draw {draw}");
        }
    }

    [Fact]
    public void Long_texts_are_cut_at_a_bound()
    {
        Touch(new string('学', 50_000), "one character");
        Touch(new string(' ', 40_000) + "学习", "blanks");
        Touch(string.Concat(Enumerable.Repeat("\uD83D\uDE00", 20_000)), "pairs of surrogates");
        Touch(new string('\uD83D', 20_000), "lone surrogates");
        Touch(new string('。', 40_000), "ends of sentences");
        if (!Repository.Slow) return;
        Touch(new string('学', 1 << 20), "a million without an end");
        Touch(Noise(new Random(Seed), 1 << 20), $"seed {Seed}, a million units of noise");
    }

    [Fact]
    public void No_word_splits_a_code_point()
    {
        const string text = "他说😀很好\uD83D。𠀀𠀀人";
        foreach (var word in LacModel.Default.Tag(text)) Assert.False(word.Span.Start > 0 && char.IsLowSurrogate(text[word.Span.Start]) && char.IsHighSurrogate(text[word.Span.Start - 1]));
    }

    [Fact]
    public void Nothing_is_allocated_once_a_thread_has_tagged_something()
    {
        var text = string.Concat(Enumerable.Repeat("朱治国同志在福建工作，1998年任县委书记。组织部印发通知！", 30));
        var words = new TaggedWord[text.Length];
        LacModel.Default.Tag(text, words);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LacModel.Default.Tag(text, words);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Every_prefix_and_any_flipped_head_byte_of_the_weights_is_refused_or_read()
    {
        var bytes = EmbeddedData.Read("lac-small", typeof(LacModel).Assembly);
        foreach (var length in new[] { 0, 1, 15, 16, 127, 128, 5000, bytes.Length - 1 })
        {
            var cut = bytes[..length].ToArray();
            Assert.Throws<InvalidDataException>(() => { LacModel.Open(cut); });
        }
        var head = bytes.ToArray();
        for (var i = 0; i < 12; i++)
        {
            head[i] ^= 0x55;
            Assert.Throws<InvalidDataException>(() => { LacModel.Open(head); });
            head[i] ^= 0x55;
        }
    }

    [Fact]
    public void The_embedded_weights_are_those_that_data_sources_md_names()
    {
        var page = File.ReadAllText(Repository.File("docs/data-sources.md"));
        var bytes = EmbeddedData.Read("lac-small", typeof(LacModel).Assembly);
        Assert.Contains($"{bytes.Length:N0} bytes `{Convert.ToHexStringLower(SHA256.HashData(bytes))}`", page[page.IndexOf("## `lac-small.bin`", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static void Touch(string text, string what)
    {
        var end = 0;
        foreach (var word in LacModel.Default.Tag(text))
        {
            Assert.True(word.Span.Start == end && word.Span.Length > 0 && word.Tag.Length > 0, $"{what}: {word} after {end}");
            end = word.Span.End;
        }
        Assert.True(end == text.Length, what);
    }

    private static string Noise(Random random, int length) => string.Create(length, random, static (units, random) =>
    {
        for (var i = 0; i < units.Length; i++) units[i] = (char)random.Next(65536);
    });
}
