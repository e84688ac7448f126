// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.Jieba;

/// <summary>Cuts and tags Chinese text as python's <c>jieba.posseg</c> 0.42.1 does, with the names that callers of jieba.NET know. Safe to share between threads.</summary>
/// <remarks>
/// As in python, posseg cuts a little differently from <see cref="JiebaSegmenter.Cut"/>: % and - stand alone, and words that no dictionary has are found by
/// another model. <see cref="WordSegmenter.Tag(string)"/> tags the words of the accurate cut itself.
/// </remarks>
/// <example><code>
/// string shown = string.Join(' ', new PosSegmenter().Cut("我爱北京"));   // 我/r 爱/v 北京/ns
/// </code></example>
public class PosSegmenter
{
    private readonly JiebaSegmenter _segmenter;

    /// <summary>Tags with the embedded dictionary.</summary>
    public PosSegmenter() : this(new JiebaSegmenter()) { }

    /// <summary>Tags with the words of a segmenter; words that are added to it later count as well.</summary>
    public PosSegmenter(JiebaSegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        _segmenter = segmenter;
    }

    /// <summary>Cuts a text into words and tags them.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hmm">Whether the hidden Markov model finds and tags words that the dictionary does not have.</param>
    public IEnumerable<Pair> Cut(string text, bool hmm = true) =>
        _segmenter.ToWordSegmenter(hmm).Tag(text, TaggingMode.Posseg).ConvertAll(word => new Pair(word.Span.In(text), word.Tag));

    /// <summary>Cuts and tags many texts on all processors.</summary>
    /// <returns>The words of each text, in the order of the texts.</returns>
    public IEnumerable<IEnumerable<Pair>> CutInParallel(IEnumerable<string> texts, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.AsParallel().AsOrdered().Select(text => Cut(text, hmm));
    }

    /// <summary>Cuts and tags one text, line by line, on all processors.</summary>
    /// <returns>The words of each line, its line end among them.</returns>
    public IEnumerable<IEnumerable<Pair>> CutInParallel(string text, bool hmm = true) => CutInParallel(JiebaSegmenter.LinesOf(text), hmm);
}
