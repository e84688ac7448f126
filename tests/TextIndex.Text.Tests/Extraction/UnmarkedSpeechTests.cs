// SPDX-License-Identifier: MIT
using TextIndex.Extraction.Quotations;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class UnmarkedSpeechTests
{
    // One a line: what somebody said, but in the words of the one who tells it.
    private const string Indirect = """
        马德山书记说，路修通了，心就通了。
        马德山说路修通了以后大家都高兴。
        马德山书记表示，今年要再修三公里。
        马德山书记指出，水是命脉，不能浪费。
        马德山书记强调，要把账算给群众听。
        马德山书记在会上强调要把账算清楚。
        林小满教授认为，这个办法可以推广。
        林小满教授介绍，新设备能省一半的水。
        据林小满教授介绍，新设备能省一半的水。
        林小满教授告诉记者，她已经在山里住了三年。
        林小满教授告诉我们她不打算离开。
        林小满教授回忆，那年的雪下了一夜。
        林小满教授坦言，起初自己也没有把握。
        他说他不认识字，是后来学的。
        她说，明年还要再来。
        村民们说，日子比以前好过了。
        有人说，这条路修不成。
        大家都说好。
        老人说自己今年八十一岁。
        妻子说他一年在家住不了十天。
        会议指出，今年的任务不能拖到明年。
        会议强调：要压实责任，抓好落实。
        会议认为：形势总体向好。
        会议要求，各单位要立即行动。
        通知指出：各地要做好防汛工作。
        文件明确：凡能网上办的一律网上办。
        意见提出：到二〇二五年全面完成。
        报告显示：去年的产量增加了一成。
        数据表明：用水量下降了三成。
        调查发现：七成村民愿意参加。
        研究证明：这种方法有效。
        规定要求：不得擅自离岗。
        公告称：该桥将封闭三天。
        评论说：这是一次有益的尝试。
        文章指出：改革没有完成时。
        社论强调，团结就是力量。
        县委要求：各乡镇当天上报。
        公司表示，将尽快恢复供电。
        学校宣布，下周一开学。
        事实说明：办法总比困难多。
        实践证明：这条路走得通。
        这就是说：水够用。
        也就是说：还要等一年。
        换句话说：没有捷径。
        总的来说：利大于弊。
        简单地说：先看水，再看土。
        应当指出：成绩来之不易。
        必须强调：安全是底线。
        值得一提的是：他没有拿一分钱。
        问题是：钱从哪里来。
        原因有三：人少、路远、水缺。
        马德山书记提出三点要求：一是修路，二是种树，三是办学。
        马德山书记强调：一要快，二要稳。
        马德山书记问大家还有什么困难。
        马德山书记问林小满教授什么时候动身。
        林小满教授劝他早点休息。
        马德山书记要求干部下村，并保证每周一次。
        马德山书记承诺，路不修好不过年。
        马德山书记鼓励年轻人多读书。
        马德山书记嘱咐大家路上小心。
        马德山书记想到，母亲还在等他。
        马德山书记希望大家常回来看看。
        马德山书记批评有的干部只会念稿子。
        马德山书记感谢大家的支持，说这是全村人的功劳。
        马德山书记同林小满教授谈到了水价的事。
        马德山书记讲了三个故事。
        马德山书记写了一本回忆录，讲修路的事。
        马德山书记的话很短，意思是别等。
        马德山书记出了个难题：水从哪里来。
        马德山书记负责三件事：修路、种树、办学。
        """;

    [Fact]
    public void Indirect_speech_is_never_a_quotation()
    {
        var sentences = Indirect.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(sentences.Length >= 60);
        foreach (var sentence in sentences)
        {
            // With the people known to the text, as they are in a real one; in one paragraph, and traditional.
            Assert.Empty(QuotationExtractor.Extract(Sample.Lines("马德山书记和林小满教授都来了。\n" + sentence)));
            Assert.Empty(QuotationExtractor.Extract(Sample.Lines("马德山书记和林小满教授都来了。" + sentence + "天黑了。")));
        }
        Assert.Empty(QuotationExtractor.Extract(Sample.Lines("马德山书记和林小满教授都来了。\n" + Indirect)));
    }

    [Fact]
    public void Words_without_marks_have_a_form_and_names_of_their_own()
    {
        var read = QuotationExtractor.Extract(Sample.Lines("马德山书记说：“先修路。”\n林小满教授说：再种树。\n“好，就这么办。”大家说。"));
        Assert.Equal([("Q1", QuotationForm.Marks), ("U1", QuotationForm.Colon), ("Q2", QuotationForm.Marks)], read.Select(q => (q.Id, q.Form)));
        Assert.Equal("再种树。", read[1].Text);
    }

    [Fact]
    public void Marks_inside_a_turn_are_read_as_ever()
    {
        var read = QuotationExtractor.Extract(Sample.Lines("问：您怎么看“互助”？\n答：马德山书记说：“先修路。”这话对。\n问：还有吗？\n答：没有了。"));
        Assert.Equal(["turn", "default", "turn", "cue+colon", "turn", "turn"], read.Select(q => q.Rule));
    }

    [Fact]
    public void A_page_of_labels_ends()
    {
        foreach (var line in new[] { "问：好。\n", "王：好。\n", "> 好\n", "马德山说：\n", "马德山说：好\n", "：\n", "*：好\n" })
        {
            var text = string.Concat(Enumerable.Repeat(line, 20_000));
            Assert.NotNull(QuotationExtractor.Extract(Sample.Lines(text)));
        }
    }
}
