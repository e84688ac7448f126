// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>Cuts Chinese text into words (分词), as jieba 0.42.1 does or by a graph of words. Safe to share between threads.</summary>
/// <remarks>
/// Text is never changed: no folding of width, case or script. Give it folded text when such differences shall not matter.
/// The span methods allocate nothing once a thread has segmented something like it (unless more than 262,144 characters stand without a break).
/// Two models, see <see cref="SegmentationModel"/>; the word graph takes traditional, full-width and upper-case forms for what they fold to.
/// Sun Junyi's jieba: a dictionary's most probable path, and a hidden Markov model for what the dictionary does not know.
/// </remarks>
/// <example><code>
/// foreach (var word in WordSegmenter.Default.Words("为人民服务")) Console.WriteLine(word);   // 为 人民 服务
/// </code></example>
public sealed partial class WordSegmenter
{
    private static readonly WordSegmenterOptions DefaultOptions = new();

    // Changes whenever the same data may give other words.
    private const string GraphVersion = "word-graph-1";

    private static class Shared
    {
        public static readonly WordSegmenter Segmenter = new(WordDictionary.Default);
    }

    private static class SharedGraph
    {
        public static readonly WordSegmenter Segmenter = new(WordDictionary.Default, new WordSegmenterOptions { Model = SegmentationModel.WordGraph });
    }

    // Null for jieba's model.
    private readonly GraphCutter? _graph;

    // Null where no word of a user is fixed.
    private readonly FixedWords? _fixed;

    /// <summary>Makes a segmenter with the default options.</summary>
    public WordSegmenter(WordDictionary dictionary) : this(dictionary, DefaultOptions) { }

    /// <summary>Makes a segmenter.</summary>
    /// <param name="dictionary">The dictionary that decides.</param>
    /// <param name="options">How to cut.</param>
    /// <exception cref="ArgumentException">The word graph is asked for, but the dictionary is neither <see cref="WordDictionary.Default"/> nor made from it
    /// by <see cref="WordDictionary.WithWords(System.IO.TextReader, string)"/>: the graph brings its own words and knows only a user's beside them.</exception>
    public WordSegmenter(WordDictionary dictionary, WordSegmenterOptions options)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(options);
        (Dictionary, Options) = (dictionary, options);
        if (options.UseHmm) HiddenMarkovModel.Touch();
        if (options.Model == SegmentationModel.WordGraph) _graph = MakeGraph(dictionary, options);
        if (dictionary.UserWords is not null && !options.UserWordsAsInJieba) _fixed = MakeFixed(dictionary.UserWords, isFolded: _graph is not null);
    }

    /// <summary>Segments as jieba does, with the embedded dictionary and HMM; nothing to configure.</summary>
    public static WordSegmenter Default => Shared.Segmenter;

    /// <summary>Segments with the embedded word graph: more accurate than jieba's way and slower; nothing to configure.
    /// What an index and the tool use unless told otherwise.</summary>
    public static WordSegmenter WordGraph => SharedGraph.Segmenter;

    /// <summary>The dictionary that decides.</summary>
    public WordDictionary Dictionary { get; }

    /// <summary>Names all that decides: model, embedded data, dictionary, options. Two segmenters with the same fingerprint give the same words.</summary>
    /// <remarks>One line of a few words, for people too; the index of <c>TextIndex</c> keeps it with every commit.</remarks>
    public string Fingerprint => string.Join(' ', FingerprintParts());

    /// <summary>How this segmenter cuts.</summary>
    public WordSegmenterOptions Options { get; }

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words' spans, ascending; <paramref name="text"/>.Length is always long enough in accurate mode.</param>
    /// <returns>How many words were written. In accurate mode they touch and cover the whole text.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    public int Segment(ReadOnlySpan<char> text, Span<TextSpan> words) => Segment(text, words, SegmentationMode.Accurate);

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words' spans in jieba's order; <see cref="MaximumWords"/> is always long enough.</param>
    /// <param name="mode">Which words; in full and search mode they overlap.</param>
    /// <returns>How many words were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is too short.</exception>
    public int Segment(ReadOnlySpan<char> text, Span<TextSpan> words, SegmentationMode mode)
    {
        if (!TrySegment(text, words, mode, out var count)) ThrowTooShort(words.Length);
        return count;
    }

    /// <summary>Cuts a text into words if there is room for them all.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words' spans.</param>
    /// <param name="count">How many words were written; 0 if there was no room.</param>
    /// <returns>False if <paramref name="words"/> is too short; what it then holds is of no use.</returns>
    public bool TrySegment(ReadOnlySpan<char> text, Span<TextSpan> words, out int count) =>
        TrySegment(text, words, SegmentationMode.Accurate, out count);

    /// <summary>Cuts a text into words if there is room for them all.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words' spans in jieba's order.</param>
    /// <param name="mode">Which words; in full and search mode they overlap.</param>
    /// <param name="count">How many words were written; 0 if there was no room.</param>
    /// <returns>False if <paramref name="words"/> is too short; what it then holds is of no use.</returns>
    public bool TrySegment(ReadOnlySpan<char> text, Span<TextSpan> words, SegmentationMode mode, out int count) =>
        _fixed is null ? TrySegmentPlain(text, words, mode, out count) : TrySegmentAroundFixed(text, words, mode, out count);

    private bool TrySegmentPlain(ReadOnlySpan<char> text, Span<TextSpan> words, SegmentationMode mode, out int count)
    {
        count = mode switch
        {
            SegmentationMode.Accurate when words.Length >= text.Length => _graph is null ? Cut(text, words) : CutByGraph(text, words),
            SegmentationMode.Accurate => CutBlockwise(text, words, forSearch: false),
            SegmentationMode.Full => _graph is null ? CutAll(text, words) : CutAllByGraph(text, words),
            SegmentationMode.Search => CutBlockwise(text, words, forSearch: true),
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
        if (count >= 0) return true;
        count = 0;
        return false;
    }

    /// <summary>Cuts a text into words.</summary>
    /// <returns>The words' spans; in accurate mode they touch and cover the whole text.</returns>
    public List<TextSpan> Segment(string text) => Segment(text, SegmentationMode.Accurate);

    /// <summary>Cuts a text into words.</summary>
    /// <returns>The words' spans in jieba's order.</returns>
    public List<TextSpan> Segment(string text, SegmentationMode mode)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        for (var room = mode == SegmentationMode.Search ? 2L * text.Length : text.Length + 8L; ; room *= 2)
        {
            CollectionsMarshal.SetCount(spans, (int)Math.Min(room, Array.MaxLength));
            if (!TrySegment(text, CollectionsMarshal.AsSpan(spans), mode, out var count)) continue;
            CollectionsMarshal.SetCount(spans, count);
            return spans;
        }
    }

    /// <summary>Cuts a text into words and gives them as strings, for those who need no spans.</summary>
    /// <remarks>Common short words are mostly given as a string that was given before.</remarks>
    public IReadOnlyList<string> Words(string text) => Words(text, SegmentationMode.Accurate);

    /// <summary>Cuts a text into words and gives them as strings, in jieba's order.</summary>
    /// <inheritdoc cref="Words(string)"/>
    public IReadOnlyList<string> Words(string text, SegmentationMode mode)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = TaggerScratch.Take();
        for (var room = mode == SegmentationMode.Search ? 2L * text.Length : text.Length + 8L; ; room *= 2)
        {
            var spans = scratch.Words((int)Math.Min(room, Array.MaxLength));
            if (!TrySegment(text, spans, mode, out var count)) continue;
            var words = new List<string>(count);
            CollectionsMarshal.SetCount(words, count);
            var to = CollectionsMarshal.AsSpan(words);
            for (var i = 0; i < to.Length; i++) to[i] = WordStrings.Of(text.AsSpan(spans[i].Start, spans[i].Length));
            scratch.GiveBack();
            return words;
        }
    }

    /// <summary>How many words a text may have at most.</summary>
    /// <param name="length">Length of the text in code units.</param>
    /// <param name="mode">Accurate: the length. Search: twice the length. Full: the length times one more than that of the longest word.</param>
    public long MaximumWords(int length, SegmentationMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return mode switch
        {
            SegmentationMode.Accurate => length,
            SegmentationMode.Search => 2L * length,
            SegmentationMode.Full => length * (Math.Max(Dictionary.LongestWordLength, _graph?.LongestWordLength ?? 0) + (_fixed is null ? 1L : 3L)) + 1,
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
    }

    private IEnumerable<string> FingerprintParts()
    {
        yield return _graph is null ? "jieba" : GraphVersion + "-" + Segmentation.WordGraph.Default.Fingerprint;
        yield return Dictionary.Fingerprint;
        if (Options.UseHmm) yield return "hmm-" + HiddenMarkovModel.Fingerprint.ToString("x16", CultureInfo.InvariantCulture);
        if (Dictionary.UserWords is not null) yield return Options.UserWordsAsInJieba ? "user-jieba" : "user-1";
        if (_graph is not null && Options.SplitPersonNames) yield return "names";
        if (_graph is not null && Options.JoinDates) yield return "dates";
    }

    [DoesNotReturn]
    private static void ThrowTooShort(int length) => throw new ArgumentException(Messages.WordsTooShort(length), "words");
}
