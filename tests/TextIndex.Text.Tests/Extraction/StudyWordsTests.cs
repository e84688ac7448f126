// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Segmentation;
using Xunit;

namespace TextIndex.Text.Tests.Extraction;

public class StudyWordsTests
{
    [Fact]
    public void The_words_of_a_paragraph_are_those_of_its_own_cut()
    {
        var text = new StudyText(Sample.Lines("要学习他的作风。\n\n　　全县3400余名村干部，\na\n" + string.Concat(Enumerable.Repeat("学而时习之，", 50))));
        var words = Array.Empty<TextSpan>();
        for (var i = 0; i < text.Paragraphs.Count; i++)
        {
            var paragraph = text.Paragraphs[i];
            var count = text.Words.CopyTo(i, ref words);
            Assert.Equal(WordSegmenter.Default.Segment(text.Folded[paragraph.Start..paragraph.End]), words[..count]);
            Assert.Equal(words[..count].Select(w => w.End + paragraph.Start), text.Words.EndsIn(i).ToArray());
        }
    }

    [Fact]
    public void A_text_without_paragraphs_has_no_words()
    {
        Assert.Equal(0, new StudyText(DocumentReader.Read("empty", "")).Words.Count);
    }
}
