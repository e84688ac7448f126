// SPDX-License-Identifier: MIT
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Jieba;

/// <summary>Cuts Chinese text as python's jieba 0.42.1 does, with the names that callers of jieba.NET know. Safe to share between threads.</summary>
/// <remarks>
/// Words that are added belong to this object alone; the embedded dictionary is shared and never changes. A change is seen by every call that begins
/// after it, on any thread; calls that are running finish with the words they began with. New programs are better served by <see cref="WordSegmenter"/>,
/// which gives spans instead of strings and allocates nothing.
/// </remarks>
/// <example><code>
/// var segmenter = new JiebaSegmenter();
/// segmenter.AddWord("枫桥经验");
/// string shown = string.Join('/', segmenter.Cut("坚持和发展枫桥经验"));   // 坚持/和/发展/枫桥经验
/// </code></example>
public class JiebaSegmenter
{
    private readonly Lock _changing = new();
    private readonly UserWordList _words = new(WordDictionary.Default);
    private volatile Snapshot? _snapshot;

    // What calls read: made anew by the first call after a change, so that a thousand AddWord cost one trie.
    private sealed record Snapshot(WordSegmenter WithHmm, WordSegmenter Plain);

    private static readonly WordSegmenterOptions HmmOptions = new() { KeepEmptyWords = true, UserWordsAsInJieba = true };
    private static readonly WordSegmenterOptions PlainOptions = new() { KeepEmptyWords = true, UserWordsAsInJieba = true, UseHmm = false };

    /// <summary>The words as they stand now, for callers who want spans; it does not change when words are added later.</summary>
    /// <param name="hmm">Whether the hidden Markov model finds words that the dictionary does not have.</param>
    public WordSegmenter ToWordSegmenter(bool hmm)
    {
        var snapshot = _snapshot ?? MakeSnapshot();
        return hmm ? snapshot.WithHmm : snapshot.Plain;
    }

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cutAll">True: every dictionary word that occurs; false: the one most probable cut.</param>
    /// <param name="hmm">Whether the hidden Markov model finds words that the dictionary does not have.</param>
    public IEnumerable<string> Cut(string text, bool cutAll = false, bool hmm = true) =>
        ToWordSegmenter(hmm).Words(text, cutAll ? SegmentationMode.Full : SegmentationMode.Accurate);

    /// <summary>Cuts many texts on all processors.</summary>
    /// <returns>The words of each text, in the order of the texts.</returns>
    public IEnumerable<IEnumerable<string>> CutInParallel(IEnumerable<string> texts, bool cutAll = false, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.AsParallel().AsOrdered().Select(text => Cut(text, cutAll, hmm));
    }

    /// <summary>Cuts one text, line by line, on all processors; the words are those of <see cref="Cut"/>.</summary>
    public IEnumerable<string> CutInParallel(string text, bool cutAll = false, bool hmm = true) =>
        CutInParallel(LinesOf(text), cutAll, hmm).SelectMany(words => words);

    /// <summary>Cuts a text into words, long ones preceded by the shorter ones inside them.</summary>
    public IEnumerable<string> CutForSearch(string text, bool hmm = true) => ToWordSegmenter(hmm).Words(text, SegmentationMode.Search);

    /// <summary>Cuts many texts for search on all processors.</summary>
    public IEnumerable<IEnumerable<string>> CutForSearchInParallel(IEnumerable<string> texts, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.AsParallel().AsOrdered().Select(text => CutForSearch(text, hmm));
    }

    /// <summary>Cuts one text for search, line by line, on all processors.</summary>
    public IEnumerable<string> CutForSearchInParallel(string text, bool hmm = true) =>
        CutForSearchInParallel(LinesOf(text), hmm).SelectMany(words => words);

    /// <summary>Cuts a text into words and tells where they stand.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="mode">Which words.</param>
    /// <param name="hmm">Whether the hidden Markov model finds words that the dictionary does not have.</param>
    /// <returns>The words; offsets are UTF-16 code units, where python's are code points.</returns>
    public IEnumerable<Token> Tokenize(string text, TokenizerMode mode = TokenizerMode.Default, bool hmm = true) =>
        ToWordSegmenter(hmm).Segment(text, mode == TokenizerMode.Search ? SegmentationMode.Search : SegmentationMode.Accurate)
            .ConvertAll(span => new Token(span.In(text), span.Start, span.End));

    /// <summary>Adds the words of a file: UTF-8, a line a word, <c>word [count] [tag]</c>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DictionaryFormatException">A count is larger than 2^53.</exception>
    public void LoadUserDict(string userDictFile)
    {
        using var reader = UserFile.Open(userDictFile);
        LoadUserDict(reader, userDictFile);
    }

    /// <summary>Adds the words of a list: a line a word, <c>word [count] [tag]</c>.</summary>
    /// <param name="reader">The list; it is read to its end and not closed.</param>
    /// <param name="name">Name of the list, for the message of an error; nothing is added then.</param>
    /// <remarks>As in python, a word without a count gets one that makes it win, and count 0 removes it.</remarks>
    /// <exception cref="DictionaryFormatException">A count is larger than 2^53.</exception>
    public void LoadUserDict(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var words = new List<(string Word, long? Count, string Tag)>();
        DictionaryReader.ReadUserWords(reader, name, (word, count, tag) => words.Add((word, count, tag)));
        lock (_changing)
        {
            foreach (var (word, count, tag) in words) _words.Add(word, count, tag);
            _snapshot = null;
        }
    }

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="freq">How often; 0 or less: as often as it takes to win over the words inside it.</param>
    /// <param name="tag">Its tag; null: the one it has.</param>
    public void AddWord(string word, int freq = 0, string? tag = null) => Add(word, freq > 0 ? freq : null, tag ?? "");

    /// <summary>Removes a word; the hidden Markov model does not join it either.</summary>
    public void DeleteWord(string word) => Add(word, 0, "");

    /// <summary>How often <paramref name="word"/> must be given to win over the words inside it (python's <c>suggest_freq</c>); nothing is added.</summary>
    public long SuggestFreq(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        lock (_changing) return _words.Suggest(word);
    }

    /// <summary>How often the joined parts may be given so that they stay apart (python's <c>suggest_freq</c> of a tuple); nothing is added.</summary>
    public long SuggestFreq(IReadOnlyCollection<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        lock (_changing) return _words.Suggest(parts);
    }

    private void Add(string word, long? frequency, string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        lock (_changing)
        {
            _words.Add(word, frequency, tag);
            _snapshot = null;
        }
    }

    private Snapshot MakeSnapshot()
    {
        lock (_changing)
        {
            if (_snapshot is { } made) return made;
            var dictionary = _words.IsEmpty ? WordDictionary.Default : WordDictionary.Default.WithWords(_words.Copy());
            return _snapshot = new Snapshot(new WordSegmenter(dictionary, HmmOptions), new WordSegmenter(dictionary, PlainOptions));
        }
    }

    // With their line ends: no word holds one, so the words are those of the whole text.
    internal static IEnumerable<string> LinesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
