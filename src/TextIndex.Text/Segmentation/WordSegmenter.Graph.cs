// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// The modes of the word-graph model; jieba's are in WordSegmenter.Cut.cs and WordSegmenter.Modes.cs.
public sealed unsafe partial class WordSegmenter
{
    private static GraphCutter MakeGraph(WordDictionary dictionary, WordSegmenterOptions options)
    {
        if (!dictionary.IsOverDefault) throw new ArgumentException(Messages.GraphNeedsDefault, nameof(dictionary));
        var graph = Segmentation.WordGraph.Default;
        var plain = new GraphCutter(graph, null, options);
        if (dictionary.UserWords is null) return plain;
        var user = new GraphUserWords(graph, dictionary.UserWords.Given, dictionary.Total, plain.Weigh);
        return new GraphCutter(graph, user, options) { LongestWordLength = Math.Max(graph.LongestWordLength, dictionary.UserWords.LongestWordLength) };
    }

    private static FixedWords? MakeFixed(UserWordList words, bool isFolded) => FixedWords.Of(words, isFolded ? Segmentation.WordGraph.Default.Folded : null);

    /// <summary>Tells whether a word stands in the dictionary that decides: that of the graph with the user's words, or jieba's.</summary>
    internal bool Knows(ReadOnlySpan<char> word) => _graph is null ? Dictionary.Contains(word) : word.Length > 0 && _graph.Contains(word);

    private int CutByGraph(ReadOnlySpan<char> text, Span<TextSpan> words)
    {
        var scratch = GraphScratch.Take();
        var count = 0;
        fixed (char* start = text)
        fixed (TextSpan* first = words)
        {
            for (var at = 0; at < text.Length;)
            {
                at = _graph!.ReadStretch(text, at, scratch);
                count += _graph.CutStretch(start, first + count, scratch);
            }
        }
        scratch.GiveBack();
        GC.KeepAlive(this);
        return count;
    }

    private int CutBySentence(ReadOnlySpan<char> text, Span<TextSpan> words, bool forSearch)
    {
        var scratch = GraphScratch.Take();
        var result = new Result(words);
        fixed (char* start = text)
        {
            for (var at = 0; at < text.Length && !result.Overflowed;)
            {
                var end = _graph!.ReadStretch(text, at, scratch);
                scratch.MakeRoomForWords(end - at);
                int count;
                fixed (TextSpan* first = scratch.Words) count = _graph.CutStretch(start, first, scratch);
                AddWords(text, scratch.Words.AsSpan(0, count), forSearch, ref result);
                at = end;
            }
        }
        scratch.GiveBack();
        GC.KeepAlive(this);
        return result.Overflowed ? -1 : result.Count;
    }

    private int CutAllByGraph(ReadOnlySpan<char> text, Span<TextSpan> words)
    {
        var scratch = GraphScratch.Take();
        var count = 0;
        var fits = true;
        fixed (char* start = text)
        {
            for (var at = 0; at < text.Length && fits;)
            {
                var end = _graph!.EndOfSentence(text, at);
                fits = _graph.CutAll(start, at, end, words, ref count, scratch);
                at = end;
            }
        }
        scratch.GiveBack();
        GC.KeepAlive(this);
        return fits ? count : -1;
    }
}
