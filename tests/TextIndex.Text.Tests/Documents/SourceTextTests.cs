// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Documents;

public class SourceTextTests
{
    private static readonly string[] Simplified =
    [
        "实事求是", "通知", "学习", "工作总结", "论学习", "读书笔记", "为人民服务", "调查研究", "十月的讲话", "关于开展学习活动的通知",
        "做人要实，干工作更要务实。", "他说：“我们要把每一件小事办好。”", "一、坚持实事求是，从实际出发。",
        "2023年7月20日，县里召开会议。", "全县12个乡镇、304个村都通了公路，受益群众超过8.6万人。",
        "《论语》里说：“学而不思则罔，思而不学则殆。”", "GDP增长5.2%", "A股", "约300", "6千", "用 C# 写的 TextIndex 工具", "各位代表、同志们：",
        "村里的老人常说，路是一步一步走出来的，日子是一天一天过出来的，急不得，也等不得。",
        "title: 调研报告\nThis file is mostly English, with one 中文 word in it.\nNothing else.", "第一章 总则\n\n第一条 为了规范管理，制定本办法。",
    ];

    private static readonly string[] Traditional =
    [
        "實事求是", "通知", "學習", "工作總結", "論學習", "讀書筆記", "為人民服務", "調查研究", "十月的講話", "關於開展學習活動的通知",
        "做人要實，做事更要務實。", "他說：「我們要把每一件小事辦好。」", "一、堅持實事求是，從實際出發。",
        "2023年7月20日，縣裡召開會議。", "全縣12個鄉鎮、304個村都通了公路，受益民眾超過8.6萬人。",
        "《論語》裡說：「學而不思則罔，思而不學則殆。」", "GDP增長5.2%", "各位代表、各位同仁：", "臺灣", "圖書館", "國語", "香港",
        "村裡的老人常說，路是一步一步走出來的，日子是一天一天過出來的，急不得，也等不得。",
        "title: 調查報告\nThis file is mostly English, with one 中文 word in it.\nNothing else.",
    ];

    public static TheoryData<string, string, bool> Files()
    {
        var files = new TheoryData<string, string, bool>();
        foreach (var (texts, legacy) in new[] { (Simplified, "gb18030"), (Traditional, "big5") })
        {
            foreach (var text in texts)
            {
                files.Add(text, "utf-8", false);
                files.Add(text, "utf-8", true);
                files.Add(text, legacy, false);
                if (text == "学习") continue;                // in UTF-16 without a mark its bytes are those of "f[`N"
                files.Add(text, "utf-16le", false);
                files.Add(text, "utf-16le", true);
                files.Add(text, "utf-16be", false);
                files.Add(text, "utf-16be", true);
            }
        }
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Finds_the_encoding_of_real_sentences(string text, string encodingName, bool mark)
    {
        var decoded = SourceText.Decode(Encode(text, encodingName, mark));
        Assert.Equal((encodingName, text), (decoded.EncodingName, decoded.Text));
        Assert.Equal(mark, decoded.HasByteOrderMark);
        Assert.Empty(decoded.Diagnostics);
    }

    [Fact]
    public void Finds_the_encoding_of_every_stretch_of_the_seed()
    {
        var seed = File.ReadAllText(Directory.GetFiles(Repository.File("seeds"), "*.txt")[0]);
        foreach (var length in new[] { 4, 6, 10, 30, 200 })
        {
            var (wrong, count) = (0, 0);
            for (var start = 0; start + length <= seed.Length; start += 7)
            {
                foreach (var encodingName in new[] { "utf-8", "gb18030", "utf-16le", "utf-16be" })
                {
                    count++;
                    if (SourceText.Decode(Encode(seed.Substring(start, length), encodingName, false)).Text != seed.Substring(start, length)) wrong++;
                }
            }
            Assert.True(wrong * 1000 <= count * (length < 10 ? 20 : 0), $"{wrong} of {count} stretches of {length} code units were read in another encoding");
        }
    }

    [Fact]
    public void A_gb18030_text_may_hold_characters_of_four_bytes()
    {
        var text = "这个字是𠀀，那个字是㑯，还有一个 emoji 😀。";
        var decoded = SourceText.Decode(Encode(text, "gb18030", false));
        Assert.Equal(("gb18030", text), (decoded.EncodingName, decoded.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain ASCII text, nothing else")]
    [InlineData("café naïve résumé")]
    [InlineData("Привет, мир")]
    [InlineData("Ελληνικά")]
    [InlineData("😀")]
    public void Sound_utf_8_stays_utf_8(string text)
    {
        var decoded = SourceText.Decode(Encoding.UTF8.GetBytes(text));
        Assert.Equal(("utf-8", text, 0), (decoded.EncodingName, decoded.Text, decoded.Diagnostics.Count));
    }

    [Fact]
    public void A_word_that_is_famous_for_looking_like_utf_8_is_gb18030()
    {
        Assert.Equal("联通", SourceText.Decode(Encode("联通", "gb18030", false)).Text);
    }

    [Fact]
    public void Damaged_bytes_in_utf_8_are_told_with_their_place_and_the_rest_is_whole()
    {
        var bytes = Encoding.UTF8.GetBytes("前面的话，中间的话，后面的话。");
        bytes[16] = 0xFF;                                   // inside 中
        var decoded = SourceText.Decode(bytes);
        Assert.Equal("utf-8", decoded.EncodingName);
        var damage = Assert.Single(decoded.Diagnostics);
        Assert.Equal(new TextSpan(5, 3), damage.Span);
        Assert.Equal("\uFFFD\uFFFD\uFFFD", damage.Span.In(decoded.Text));
        Assert.Equal("前面的话，\uFFFD\uFFFD\uFFFD间的话，后面的话。", decoded.Text);
        Assert.Equal("byte 15: 3 bytes are not utf-8 text; shown as U+FFFD.", damage.Message);
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void A_file_cut_in_the_middle_of_a_character_ends_with_a_replacement(string encodingName)
    {
        var bytes = Encode("我们要实事求是，一步一步往前走。", encodingName, false);
        var decoded = SourceText.Decode(bytes.AsSpan(..^1));
        Assert.Equal((encodingName, "我们要实事求是，一步一步往前走\uFFFD"), (decoded.EncodingName, decoded.Text));
        Assert.Equal(new TextSpan(15, 1), Assert.Single(decoded.Diagnostics).Span);
    }

    [Fact]
    public void A_lone_surrogate_in_utf_16_is_damage()
    {
        var decoded = SourceText.Decode([0xFF, 0xFE, 0x2D, 0x4E, 0x3D, 0xD8, 0x87, 0x65]);
        Assert.Equal("中\uFFFD文", decoded.Text);
        Assert.Equal("byte 4: 2 bytes are not utf-16le text; shown as U+FFFD.", Assert.Single(decoded.Diagnostics).Message);
    }

    [Fact]
    public void A_replacement_character_that_the_file_itself_holds_is_no_damage()
    {
        Assert.Empty(SourceText.Decode(Encoding.UTF8.GetBytes("坏\uFFFD字")).Diagnostics);
    }

    [Fact]
    public void Much_damage_is_told_in_a_hundred_entries()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("好的文字#", 500)));
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == '#') bytes[i] = 0xFF;
        var decoded = SourceText.Decode(bytes);
        Assert.Equal(100, decoded.Diagnostics.Count);
        Assert.Equal(decoded.Text.Length, decoded.Diagnostics[^1].Span.End);
        Assert.Contains("401 bytes in 401 more places", decoded.Diagnostics[^1].Message);
    }

    [Fact]
    public void A_few_damaged_bytes_do_not_change_the_encoding()
    {
        var random = new Random(20230720);
        foreach (var (text, encodingName) in new[] { (Simplified[22], "utf-8"), (Simplified[22], "gb18030"), (Traditional[22], "big5"), (Simplified[22], "utf-16le") })
        {
            var sound = Encode(text, encodingName, false);
            for (var draw = 0; draw < 300; draw++)
            {
                var bytes = sound.ToArray();
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Assert.Equal(encodingName, SourceText.Decode(bytes).EncodingName);
            }
        }
    }

    [Fact]
    public void Noise_is_read_without_a_fault_and_diagnostics_are_ascending_and_show_replacements()
    {
        const int seed = 7;
        var random = new Random(seed);
        for (var draw = 0; draw < 3000; draw++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            if (draw % 3 == 0) for (var i = 0; i < bytes.Length; i++) if (random.Next(3) > 0) bytes[i] |= 0x80;
            var decoded = SourceText.Decode(bytes);
            Assert.True(decoded.Text.Length <= bytes.Length, $"seed {seed}, draw {draw}");
            var end = -1;
            foreach (var damage in decoded.Diagnostics)
            {
                Assert.True(damage.Span.Start > end && damage.Span.End <= decoded.Text.Length, $"seed {seed}, draw {draw}");
                Assert.True(damage.Span.Length > 0 && decoded.Text[damage.Span.Start] == '\uFFFD', $"seed {seed}, draw {draw}");
                end = damage.Span.End;
            }
        }
    }

    [Fact]
    public void Large_noise_costs_memory_in_proportion_to_its_size()
    {
        var bytes = new byte[1 << 20];
        new Random(3).NextBytes(bytes);
        SourceText.Decode(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SourceText.Decode(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L * bytes.Length);
    }

    private static byte[] Encode(string text, string encodingName, bool mark)
    {
        var encoding = encodingName switch
        {
            "utf-8" => new UTF8Encoding(mark),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, mark),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, mark),
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(950, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        };
        return [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
