// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Discovery;

/// <summary>The words of a collection as numbers, sentence after sentence; a sentence that was seen before is left out.</summary>
/// <remarks>
/// When it is full, every second document is taken out of it and of what comes, so that memory has a bound and what stays is spread over the collection.
/// </remarks>
internal sealed class WordStream(WordSegmenter segmenter, int mostWords)
{
    /// <summary>Stands before, between and behind sentences.</summary>
    public const int Gap = 0;

    /// <summary>One sentence.</summary>
    /// <param name="First">Its first word in <see cref="Words"/>.</param>
    /// <param name="Document">Its document.</param>
    /// <param name="Offset">Where it begins in the folded text.</param>
    /// <param name="Hash">Of its folded text.</param>
    public readonly record struct Sentence(int First, int Document, int Offset, ulong Hash);

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal) { [""] = Gap };
    private readonly Dictionary<int, OffsetMap> _maps = [];
    private readonly HashSet<ulong> _seen = [];
    private int[] _words = new int[1 << 16];
    private TextSpan[] _spans = [];
    private int _stride = 1;
    private int _read;

    /// <summary>What each number stands for.</summary>
    public List<string> Texts { get; } = [""];

    public List<WordKind> Kinds { get; } = [WordKind.Mark];

    public List<Sentence> Sentences { get; } = [];

    /// <summary>The words; a gap is the first and the last.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    public int Count { get; private set; } = 1;

    /// <summary>How many documents were taken.</summary>
    public int Documents { get; private set; }

    /// <summary>Adds a document, or passes it over if the collection is too large for all.</summary>
    public void Add(ReadOnlySpan<char> source)
    {
        var document = _read++;
        if (document % _stride != 0) return;
        Documents++;
        var normalized = TextNormalizer.Normalize(source);
        var text = normalized.Text.AsSpan();
        if (_spans.Length < text.Length) _spans = new TextSpan[Math.Max(4096, text.Length)];
        var spans = _spans.AsSpan(0, segmenter.Segment(text, _spans));
        var kept = Sentences.Count;
        for (var first = 0; first < spans.Length;)
        {
            var last = first;
            while (last + 1 < spans.Length && !EndsSentence(text[spans[last].Start])) last++;
            AddSentence(text, spans[first..(last + 1)], document);
            first = last + 1;
        }
        if (Sentences.Count > kept) _maps[document] = normalized.Map;
        while (Count > mostWords && Documents > 1) Thin();
    }

    /// <summary>Gives the sentence that holds a word.</summary>
    public int SentenceOf(int word)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= word) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>Gives the place of some words in the source of their document.</summary>
    public TextSpan PlaceOf(int word, int count, out int document)
    {
        var sentence = Sentences[SentenceOf(word)];
        var start = sentence.Offset;
        for (var i = sentence.First; i < word; i++) start += Texts[_words[i]].Length;
        var length = 0;
        for (var i = word; i < word + count; i++) length += Texts[_words[i]].Length;
        document = sentence.Document;
        return _maps[document].ToSource(new TextSpan(start, length));
    }

    private void AddSentence(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int document)
    {
        var whole = text[words[0].Start..words[^1].End];
        var hash = HashOf(whole);
        if (!_seen.Add(hash)) return;
        if (Count + words.Length + 1 > _words.Length) Array.Resize(ref _words, (int)Math.Min(Array.MaxLength, Math.Max(2L * _words.Length, Count + words.Length + 1L)));
        Sentences.Add(new Sentence(Count, document, words[0].Start, hash));
        var ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in words)
        {
            var word = text.Slice(span.Start, span.Length);
            if (!ids.TryGetValue(word, out var id))
            {
                id = Texts.Count;
                var own = word.ToString();
                _ids[own] = id;
                Texts.Add(own);
                Kinds.Add(KindOf(own));
            }
            _words[Count++] = id;
        }
        _words[Count++] = Gap;
    }

    // Keeps every second of the documents that are there.
    private void Thin()
    {
        _stride = checked(_stride * 2);
        _seen.Clear();
        var (count, kept) = (1, 0);
        for (var i = 0; i < Sentences.Count; i++)
        {
            var sentence = Sentences[i];
            if (sentence.Document % _stride != 0) continue;
            var end = i + 1 < Sentences.Count ? Sentences[i + 1].First : Count;
            _words.AsSpan(sentence.First, end - sentence.First).CopyTo(_words.AsSpan(count));
            Sentences[kept++] = sentence with { First = count };
            _seen.Add(sentence.Hash);
            count += end - sentence.First;
        }
        Sentences.RemoveRange(kept, Sentences.Count - kept);
        foreach (var document in _maps.Keys.Where(document => document % _stride != 0).ToList()) _maps.Remove(document);
        Count = count;
        Documents = (_read - 1) / _stride + 1;
    }

    private static bool EndsSentence(char unit) => unit is '。' or '！' or '？' or '!' or '?' or '；' or ';' or TextNormalizer.Barrier;

    private static WordKind KindOf(string word)
    {
        var isWord = false;
        foreach (var rune in word.EnumerateRunes())
        {
            if (System.Text.Rune.IsDigit(rune)) return WordKind.Number;
            isWord |= System.Text.Rune.IsLetter(rune);
        }
        return isWord ? WordKind.Word : WordKind.Mark;
    }

    private static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in text) hash = Mix(hash, unit);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 32);
    }
}
