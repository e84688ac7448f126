// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Text;
using TextIndex.Documents;
using TextIndex.Extraction.Quotations;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class QuotationExtractorTests
{
    [Theory]
    // before, after, in the middle
    [InlineData("村支书马德山说：“路修通了，心就通了。”", "speech 马德山 说")]
    [InlineData("“路修通了，心就通了。”村支书马德山说。", "speech 马德山 说")]
    [InlineData("“路修通了，”村支书马德山说，“心就通了。”", "speech 马德山 说")]
    [InlineData("“路修通了，”村支书马德山擦了擦汗，“心就通了。”", "speech 马德山 -")]
    [InlineData("马德山同志多次到村里来，反复叮嘱大家：“防汛不能松劲。”", "speech 马德山 叮嘱")]
    [InlineData("马德山：“今天先开会，明天再下地。”", "speech 马德山 -")]
    [InlineData("马德山书记站起身。马德山摆摆手：“不用谢，应该的。”", "speech 马德山 -")]
    [InlineData("据工程师林小满介绍：“新设备能省一半的水。”", "speech 林小满 介绍")]
    [InlineData("林小满教授在日记中写道：“雪落了一夜，站上只有我一个人。”", "speech 林小满 写道")]
    // who acts or is told of after the words, with time and place between
    [InlineData("“今年的水够用，不用愁。”在临溪镇的动员会上，马德山书记给大家吃了定心丸。", "speech 马德山 -")]
    [InlineData("“今年的水够用，不用愁。”10月14日，退休教师林小满在家中翻开账本。", "speech 林小满 -")]
    [InlineData("“今年的水够用，不用愁。”马德山书记的话让大家松了一口气。", "speech 马德山 -")]
    [InlineData("“今年的水够用，不用愁。”说起今年的收成，马德山书记笑了，“明年还要好。”", "speech 马德山 -|speech 马德山 -")]
    [InlineData("“灯不能灭。”这是马德山书记说得最多的一句话。", "speech 马德山 说")]
    [InlineData("“先修路，路通了再说别的事”“再种树，树绿了人就留得住”马德山书记坦言。", "speech 马德山 -|speech 马德山 坦言")]
    // the report goes on
    [InlineData("马德山书记说，水渠修了三年，林小满教授一直在帮忙，“没有她，就没有这条渠。”", "speech 马德山 -")]
    [InlineData("马德山书记的话让林小满教授很感动：“我一定把水账算清楚。”", "speech 林小满 -")]
    [InlineData("马德山书记让林小满教授坐下：“先喝口水，慢慢说。”", "speech 马德山 -")]
    [InlineData("没想到马德山书记只说了一句话：“先修路。”", "speech 马德山 说")]
    [InlineData("县里把我送到村口，交给村支书马德山，只说了一句：“人交给你了。”", "speech - 说")]
    // pronouns
    [InlineData("林小满教授也在。马德山书记去问林小满教授，她答：“水够用。”", "speech 林小满 答")]
    [InlineData("马德山书记正在开会。一位老人走进来，他说：“水来了。”", "speech - 说")]
    // somebody, whoever it is
    [InlineData("一位村民说：“路修通了，心就通了。”", "unattributed - 说")]
    [InlineData("“路修通了，心就通了。”有位老师这样表示。", "unattributed - 表示")]
    [InlineData("“路修通了，心就通了。”来自山外的志愿服务队在村里忙了一天。", "unattributed - -")]
    [InlineData("马德山同志在会上算了三笔账。他提醒干部：“账要算给群众听。”", "speech 马德山 提醒")]
    [InlineData("马德山同志上门看望林小满教授。他说：“您受累了。”", "speech 马德山 说")]
    [InlineData("队长马德山在前面走。二十三岁的队员林小满刚参加工作。她在日记里写道：“雪很深。”", "speech 林小满 写道")]
    [InlineData("马德山先生带来一个徒弟。她说：“我想学。”", "speech - 说")]
    // nobody, rather than the wrong one
    [InlineData("马德山同志的妻子说：“他一年在家住不了十天。”", "speech - 说")]
    [InlineData("马德山同志走后，妻子说：“他一年在家住不了十天。”", "speech - 说")]
    [InlineData("马德山、林小满说：“我们不走。”", "speech - 说")]
    [InlineData("老师对马德山同志说：“你写得好。”", "speech - 说")]
    [InlineData("他说：“这里没有人认识他。”", "speech - 说")]
    [InlineData("马德山同志提到一句话，有人说：“水至清则无鱼。”", "unattributed - 说")]
    [InlineData("会议强调：“今年的任务不能拖到明年。”", "unattributed - 强调")]
    [InlineData("要用马德山精神鼓舞人，大家表示：“一定把事办好。”", "unattributed - 表示")]
    [InlineData("马德山书记笑了。林小满同志的故事还在继续，她说：“明天见。”", "speech - 说")]
    [InlineData("在外的毕业生表示：“一定回来看看。”", "speech - 表示")]
    // questions to oneself
    [InlineData("党员干部要经常问自己“群众还缺什么、我还能做什么”。", "self_question 党员干部 问")]
    [InlineData("夜里，他反复追问自己：“我到底为了什么？”", "self_question - 追问")]
    // allusions
    [InlineData("古人云：“人无远虑，必有近忧。”", "allusion - -")]
    [InlineData("《论语》有言：“学而时习之，不亦说乎？”", "allusion - -")]
    [InlineData("做事要有“苟日新，日日新，又日新”的劲头。", "allusion - -")]
    [InlineData("为官当知“水能载舟，亦能覆舟”。", "allusion - -")]
    [InlineData("他常想起“其身正，不令而行”的道理。", "allusion - -")]
    // slogans
    [InlineData("大会以“同心守护，共建家园”为主题。", "slogan - -")]
    [InlineData("墙上的标语是“安全第一，预防为主”。", "slogan - -")]
    [InlineData("俗话说：“人心齐，泰山移。”", "slogan - -")]
    [InlineData("他每天“五点起床，九点熄灯”，从不间断。", "slogan - -")]
    [InlineData("学校秉持“自强不息、知行合一”的校训。", "slogan - -")]
    // unattributed
    [InlineData("文件要求做到“凡是能网上办的，一律不再要求群众跑腿”。", "unattributed - -")]
    // terms and traps
    [InlineData("干工作要少说“办不成”，多说“我来办”。", "term - -|term - -")]
    [InlineData("不许说“差不多”。", "term - -")]
    [InlineData("所谓“内卷”，其实是空转。", "term - -")]
    [InlineData("他被称为“活地图”。", "term - -")]
    [InlineData("我知道“双减”的意思。", "term - -")]
    [InlineData("问：“时间账户”会不会变成糊涂账？", "term - -")]
    [InlineData("设有“木工”“陶艺”“扎染”等课程。", "term - -|term - -|term - -")]
    [InlineData("《关于推广“河长制”的意见》已经印发。", "term - -")]
    // titles
    [InlineData("马德山教授作了题为“让技术走进田间”的报告。", "title - -")]
    [InlineData("晚会在歌曲“山里的灯”中结束。", "title - -")]
    public void Words_in_marks_are_told_apart(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("「路修通了，心就通了。」村支書馬德山說。", "speech 馬德山 說")]
    [InlineData("工程師林小滿介紹：「新設備能省一半的水。」", "speech 林小滿 介紹")]
    [InlineData("古人云：『人無遠慮，必有近憂。』", "allusion - -")]
    [InlineData("村支书马德山说:\"路修通了,心就通了。\"", "speech 马德山 说")]
    [InlineData("〝路修通了，心就通了。〞村支书马德山说。", "speech 马德山 说")]
    public void Other_marks_widths_and_scripts_read_the_same(string text, string expected) => Assert.Equal(expected, Told(text));

    [Fact]
    public void A_split_quotation_has_two_parts_and_one_text()
    {
        const string Text = "“路修通了，”马德山书记说，“心就通了。”";
        var quotation = Assert.Single(Read(Text));
        Assert.Equal(["路修通了，", "心就通了。"], quotation.Segments.Select(s => s.ContentSpan.In(Text)));
        Assert.Equal(Text, quotation.Span.In(Text));
        Assert.Equal(Text[1..^1], quotation.Text);
        Assert.Equal(Attribution.Post, quotation.Attribution);
    }

    [Fact]
    public void The_verb_of_the_next_words_is_not_that_of_the_last()
    {
        var quotations = Read("“今天来晚了。”林小满教授坐下来。马德山书记说：“不晚，正好开饭。”");
        Assert.Equal(["林小满", "马德山"], quotations.Select(q => q.Speaker?.Canonical));
    }

    [Fact]
    public void Nested_marks_know_what_is_around_them()
    {
        var quotations = Read("马德山书记说：“老人常讲‘滴水穿石’，这话不假。”他读《“水”的故事》。");
        Assert.Equal([("Q1", 0, ""), ("Q2", 1, "Q1"), ("Q3", 1, "T1")], quotations.Select(q => (q.Id, q.Nesting, q.Parent)));
    }

    [Fact]
    public void The_same_mark_may_nest() =>
        Assert.Equal(["他说的“算了”我不信", "算了"], Read("马德山书记说：“他说的“算了”我不信”。").Select(q => q.Text));

    [Fact]
    public void An_unclosed_mark_takes_no_later_words()
    {
        var quotations = Read("他说：“今天开始。会后，他又说“好”。\n第二天，“铁人”来了。");
        Assert.Equal(["今天开始。", "好", "铁人"], quotations.Select(q => q.Text));
        Assert.Equal([true, false, false], quotations.Select(q => q.IsUnclosed));
        var alone = Assert.Single(Read("他说：“今天开始。\n第二天，大家来了。"));
        Assert.Equal(("今天开始。", true), (alone.Text, alone.IsUnclosed));
    }

    [Fact]
    public void Stray_marks_are_passed_over() => Assert.Equal(["铁人"], Read("他来了”，大家叫他“铁人”。’」").Select(q => q.Text));

    [Fact]
    public void An_apostrophe_and_inches_are_no_marks() => Assert.Equal(["好"], Read("他看了 Don’t Stop，屏幕是55\"的，他说‘好’。").Select(q => q.Text));

    [Fact]
    public void Words_over_paragraphs_are_one_quotation()
    {
        const string Text = "马德山书记说：“先修路。\n“再通水。\n“最后种树。”\n大家鼓掌。";
        var quotation = Assert.Single(Read(Text));
        Assert.Equal(["先修路。", "再通水。", "最后种树。"], quotation.Segments.Select(s => s.ContentSpan.In(Text)));
        Assert.Equal(("马德山", false), (quotation.Speaker?.Canonical, quotation.IsUnclosed));
    }

    [Fact]
    public void A_line_broken_inside_marks_is_one_quotation()
    {
        const string Text = "学校举行“百年\n同心”主题活动。";
        var quotation = Assert.Single(Read(Text));
        Assert.Equal("“百年\n同心”", quotation.Span.In(Text));
        Assert.Equal(2, quotation.Segments.Count);
    }

    [Fact]
    public void A_name_in_a_doctrine_or_inside_the_words_is_no_speaker()
    {
        Assert.Equal("slogan - -", Told("要坚持马德山新时代治水思想，做到“凡事都要商量，凡事都有回音”。马德山同志来了。"));
        Assert.Null(Read("大家说：“马德山同志来了，我们就放心。”")[0].Speaker);
    }

    [Fact]
    public void Every_span_reproduces_its_text_whatever_the_text()
    {
        const int Seed = 77;
        var random = new Random(Seed);
        string[] parts = ["“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "\"", "说", "：", "，", "。", "他", "马德山", "书记", "问自己", "什么", "的", "、", "\n", "　", "一、", "？", "！", "古人云", "告诫", "大家", "学习", "王", "a", "5", "\uD83D", "𠀀", "张伟同志", "在", "对"];
        for (var round = 0; round < 6000; round++)
        {
            var source = new StringBuilder();
            for (var i = random.Next(40); i > 0; i--) source.Append(parts[random.Next(parts.Length)]);
            var text = source.ToString();
            var reading = StudyReader.Read(round % 2 == 0 || text.Length == 0 ? Sample.Lines(text) : DocumentReader.Read("a", text));
            foreach (var q in reading.Quotations)
            {
                var where = $"seed {Seed}, round {round}: {text}";
                Assert.True(q.Text == q.ContentSpan.In(text) && q.Span.Contains(q.ContentSpan), where);
                Assert.True(q.Segments.Count > 0 && q.Segments.All(s => q.Span.Contains(s.Span) && s.Span.Contains(s.ContentSpan)), where);
                Assert.True(q.Cue is null || q.Cue.Text == q.Cue.Span.In(text), where);
                Assert.True(q.Speaker is null || q.Speaker.Mention == q.Speaker.MentionSpan.In(text) && !q.ContentSpan.Contains(q.Speaker.MentionSpan) || q.Segments.Count > 1, where);
            }
            foreach (var t in reading.Titles) Assert.True(t.Text == t.ContentSpan.In(text) && t.Verb == t.VerbSpan.In(text) && t.Issuer == t.IssuerSpan.In(text), text);
            foreach (var k in reading.Themes.Keyphrases) Assert.True(k.Text == k.Spans[0].In(text), text);
        }
    }

    [Fact]
    public void Any_text_at_all_is_read()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++) StudyReader.Read(DocumentReader.Read("a", RandomText.Next(random, random.Next(1, 60))));
    }

    [Theory]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("“”")]
    [InlineData("《")]
    [InlineData("「『")]
    [InlineData("\"")]
    [InlineData("“a\n")]
    [InlineData("他说：“好。”")]
    [InlineData("王")]
    [InlineData("学习他的、")]
    public void A_million_marks_end(string part)
    {
        var document = Sample.Lines(new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString());
        var watch = Stopwatch.StartNew();
        StudyReader.Read(document);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}: quadratic");     // a second or two when alone
    }

    [Fact]
    public void Deep_marks_end_too()
    {
        var text = new string('“', 300_000) + new string('”', 300_000);
        Assert.True(QuotationExtractor.Extract(Sample.Lines(text)).Count <= 20);
    }

    private static string Told(string text) =>
        string.Join('|', Read(text).Select(q => $"{ReadingNames.Of(q.Class)} {q.Speaker?.Canonical ?? "-"} {q.Cue?.Text ?? "-"}"));

    private static IReadOnlyList<Quotation> Read(string text) => QuotationExtractor.Extract(Sample.Lines(text));
}
