// SPDX-License-Identifier: MIT
using System.Buffers;
using TextIndex.Documents;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

/// <summary>The words of a folded text, cut once, paragraph by paragraph, for all extractors that look at every word.</summary>
/// <remarks>Four bytes a word. What asks for the words of a few characters at one place goes on cutting those: a cut depends on what stands beside it.</remarks>
internal sealed class StudyWords
{
    private readonly IReadOnlyList<TextSpan> _paragraphs;
    private readonly int[] _ends;                // where each word ends in the text; it begins where the one before it ends
    private readonly int[] _firsts;              // the first word of each paragraph, and one more

    private StudyWords(IReadOnlyList<TextSpan> paragraphs, int[] ends, int[] firsts) => (_paragraphs, _ends, _firsts) = (paragraphs, ends, firsts);

    /// <summary>How many words there are.</summary>
    public int Count => _firsts[^1];

    /// <summary>Where the words of a paragraph end in the text.</summary>
    public ReadOnlySpan<int> EndsIn(int paragraph) => _ends.AsSpan(_firsts[paragraph].._firsts[paragraph + 1]);

    /// <summary>Gives the words of a paragraph, as offsets in the paragraph.</summary>
    /// <param name="paragraph">Number of the paragraph.</param>
    /// <param name="words">Receives the words; made longer where it is too short.</param>
    /// <returns>How many they are.</returns>
    public int CopyTo(int paragraph, ref TextSpan[] words)
    {
        var ends = EndsIn(paragraph);
        if (words.Length < ends.Length) words = new TextSpan[Math.Max(ends.Length, 2 * words.Length)];
        var (offset, start) = (_paragraphs[paragraph].Start, 0);
        for (var i = 0; i < ends.Length; i++)
        {
            words[i] = TextSpan.FromBounds(start, ends[i] - offset);
            start = ends[i] - offset;
        }
        return ends.Length;
    }

    public static StudyWords Cut(string folded, IReadOnlyList<TextSpan> paragraphs)
    {
        var ends = new int[folded.Length / 2 + 16];
        var firsts = new int[paragraphs.Count + 1];
        var words = Array.Empty<TextSpan>();
        var count = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (words.Length < paragraph.Length)
            {
                ArrayPool<TextSpan>.Shared.Return(words);
                words = ArrayPool<TextSpan>.Shared.Rent(paragraph.Length);
            }
            firsts[i] = count;
            var cut = words.AsSpan(0, WordSegmenter.Default.Segment(folded.AsSpan(paragraph.Start, paragraph.Length), words));
            if (count + cut.Length > ends.Length) Array.Resize(ref ends, Math.Max(count + cut.Length, 2 * ends.Length));
            foreach (var word in cut) ends[count++] = paragraph.Start + word.End;
        }
        firsts[^1] = count;
        ArrayPool<TextSpan>.Shared.Return(words);
        return new StudyWords(paragraphs, ends, firsts);
    }
}
