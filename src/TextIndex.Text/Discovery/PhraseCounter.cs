// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Numerics;

namespace TextIndex.Discovery;

// Level by level, as Apriori has it: a sequence of n words can only be frequent where both sequences of n-1 words inside it are. The places of each
// frequent sequence stand together, so that the next word, the neighbours and the documents of all its places are read in one go.
/// <summary>Counts the sequences of words that are frequent in a stream, and measures each.</summary>
internal sealed class PhraseCounter
{
    private readonly WordStream _stream;
    private readonly NewWordOptions _options;
    private readonly int[][] _ids;               // by length: the number of the sequence that begins at a word; 0 = it is not frequent
    private readonly List<int>[] _counts;        // by length: how often a number occurs
    private readonly int[] _places;
    private readonly List<(int Word, double Freedom)> _singles = [];
    private readonly HashSet<int> _grammarWords = [];
    private ulong[] _contexts = new ulong[256];

    public PhraseCounter(WordStream stream, NewWordOptions options)
    {
        (_stream, _options) = (stream, options);
        _ids = new int[MostParts + 1][];
        _counts = new List<int>[MostParts + 1];
        _places = new int[stream.Count];
    }

    /// <summary>The longest sequence that is looked at.</summary>
    public const int MostParts = 6;

    private const double GrammarShare = 0.7;
    private const double MostOfOneNeighbour = 0.5;
    private const string Numerals = "零〇一二两三四五六七八九十百千万亿第半";

    /// <summary>Finds what is frequent.</summary>
    /// <param name="isKnown">Tells whether a word needs no finding.</param>
    /// <param name="cancellation">Ends it between two lengths.</param>
    public List<Phrase> Count(Func<string, bool> isKnown, CancellationToken cancellation)
    {
        var phrases = new List<Phrase>();
        CountWords(isKnown, phrases);
        for (var parts = 2; parts <= MostParts && _counts[parts - 1].Count > 1; parts++)
        {
            cancellation.ThrowIfCancellationRequested();
            Extend(parts, phrases);
        }
        return phrases;
    }

    private void CountWords(Func<string, bool> isKnown, List<Phrase> phrases)
    {
        var words = _stream.Words;
        var all = new int[_stream.Texts.Count];
        foreach (var word in words) all[word]++;
        var numbers = new int[all.Length];
        var counts = new List<int> { 0 };
        for (var word = 1; word < all.Length; word++)
        {
            if (_stream.Kinds[word] != WordKind.Word || all[word] < _options.MinDocuments || _stream.Texts[word].Length > _options.LongestWord) continue;
            numbers[word] = counts.Count;
            counts.Add(all[word]);
        }
        var ids = new int[words.Length];
        for (var i = 0; i < words.Length; i++) ids[i] = numbers[words[i]];
        (_ids[1], _counts[1]) = (ids, counts);
        var starts = SortPlaces(1);
        for (var id = 1; id < counts.Count; id++)
        {
            var places = _places.AsSpan(starts[id], counts[id]);
            var text = _stream.Texts[words[places[0]]];
            if (text.Length == 1) _singles.Add((words[places[0]], Math.Min(MeasureSide(places, -1).Entropy, MeasureSide(places, 1).Entropy)));
            else if (!isKnown(text)) Measure(places, 1, text, phrases);
        }
        FindGrammarWords();
    }

    // 的, 和, 在, 了 stand beside more different words than anything else does: the words of one character whose freedom on both sides comes
    // near the greatest there is. Learned from the collection; no list.
    private void FindGrammarWords()
    {
        var enough = GrammarShare * _singles.Select(single => single.Freedom).DefaultIfEmpty(0).Max();
        foreach (var (word, freedom) in _singles)
            if (freedom >= enough) _grammarWords.Add(word);
    }

    // Places by the number of the sequence that begins there, each number's ascending.
    private int[] SortPlaces(int parts)
    {
        var counts = _counts[parts];
        var starts = new int[counts.Count + 1];
        for (var id = 1; id < counts.Count; id++) starts[id + 1] = starts[id] + counts[id];
        var next = (int[])starts.Clone();
        var ids = _ids[parts];
        for (var i = 0; i < ids.Length; i++)
            if (ids[i] != 0) _places[next[ids[i]]++] = i;
        return starts;
    }

    private void Extend(int parts, List<Phrase> phrases)
    {
        var words = _stream.Words;
        var before = _ids[parts - 1];
        var starts = parts == 2 ? SortPlaces(1) : SortPlaces(parts - 1);
        var ids = new int[words.Length];
        var counts = new List<int> { 0 };
        var keys = Array.Empty<ulong>();
        var group = Array.Empty<int>();
        for (var id = 1; id < _counts[parts - 1].Count; id++)
        {
            var places = _places.AsSpan(starts[id], _counts[parts - 1][id]);
            if (keys.Length < places.Length) (keys, group) = (new ulong[RoomFor(places.Length)], new int[RoomFor(places.Length)]);
            var count = 0;
            foreach (var place in places)
                if (before[place + 1] != 0) keys[count++] = (ulong)words[place + parts - 1] << 32 | (uint)place;
            keys.AsSpan(0, count).Sort();
            for (var first = 0; first < count;)
            {
                var end = first + 1;
                while (end < count && keys[end] >> 32 == keys[first] >> 32) end++;
                var found = end - first;
                if (found >= _options.MinDocuments)
                {
                    for (var i = 0; i < found; i++) group[i] = (int)(uint)keys[first + i];
                    var text = TextOf(group[0], parts);
                    if (text.Length <= _options.LongestWord)
                    {
                        for (var i = 0; i < found; i++) ids[group[i]] = counts.Count;
                        counts.Add(found);
                        Measure(group.AsSpan(0, found), parts, text, phrases);
                    }
                }
                first = end;
            }
        }
        (_ids[parts], _counts[parts]) = (ids, counts);
    }

    private string TextOf(int place, int parts)
    {
        var words = _stream.Words;
        return parts switch
        {
            2 => _stream.Texts[words[place]] + _stream.Texts[words[place + 1]],
            3 => string.Concat(_stream.Texts[words[place]], _stream.Texts[words[place + 1]], _stream.Texts[words[place + 2]]),
            _ => string.Concat(words.Slice(place, parts).ToArray().Select(word => _stream.Texts[word])),
        };
    }

    private void Measure(ReadOnlySpan<int> places, int parts, string text, List<Phrase> phrases)
    {
        var words = _stream.Words;
        var first = places[0];
        if (_grammarWords.Contains(words[first]) || _grammarWords.Contains(words[first + parts - 1])) return;
        var documents = CountDocuments(places);
        if (documents < _options.MinDocuments) return;
        var (left, leftShare) = MeasureSide(places, -1);
        var (right, rightShare) = MeasureSide(places, parts);
        // A part of something longer, and the unit behind a number (枚金牌).
        if (leftShare > MostOfOneNeighbour || rightShare > MostOfOneNeighbour || CountNumbersBefore(places) > places.Length / 2) return;
        phrases.Add(new Phrase(text, first, parts, places.Length, documents, MeasureCohesion(first, parts, places.Length), left, right));
    }

    private int CountNumbersBefore(ReadOnlySpan<int> places)
    {
        var words = _stream.Words;
        var count = 0;
        foreach (var place in places)
            if (IsNumber(words[place - 1])) count++;
        return count;
    }

    /// <summary>Tells whether a word is one of those that hold sentences together in this collection.</summary>
    public bool IsGrammarWord(int word) => _grammarWords.Contains(word);

    /// <summary>Gives the length of the Chinese number that a text begins with.</summary>
    public static int LengthOfNumber(string text) => Math.Max(0, text.AsSpan().IndexOfAnyExcept(Numerals));

    /// <summary>Tells whether a word is a number, in digits or in Chinese.</summary>
    public bool IsNumber(int word) => _stream.Kinds[word] == WordKind.Number || (word != WordStream.Gap && _stream.Texts[word].AsSpan().IndexOfAnyExcept(Numerals) < 0);

    private int CountDocuments(ReadOnlySpan<int> places)
    {
        var sentences = CollectionsMarshal.AsSpan(_stream.Sentences);
        var (documents, last, sentence) = (0, -1, 0);
        foreach (var place in places)
        {
            sentence = Gallop(sentences, sentence, place);
            if (sentences[sentence].Document == last) continue;
            last = sentences[sentence].Document;
            documents++;
        }
        return documents;
    }

    // The last sentence that begins at or before a place, which is no earlier than the one before.
    private static int Gallop(ReadOnlySpan<WordStream.Sentence> sentences, int from, int place)
    {
        var step = 1;
        while (from + step < sentences.Length && sentences[from + step].First <= place)
        {
            from += step;
            step *= 2;
        }
        for (; step > 0; step /= 2)
            if (from + step < sentences.Length && sentences[from + step].First <= place) from += step;
        return from;
    }

    // Entropy in bits of what stands beside, and the share of the most frequent neighbour. A mark is told by what follows it, so that a
    // frame that is always the same (“本报讯（记者”) is seen; the end of a sentence is another neighbour each time, because no sentence is there twice.
    private (double Entropy, double Share) MeasureSide(ReadOnlySpan<int> places, int offset)
    {
        var words = _stream.Words;
        if (_contexts.Length < places.Length) _contexts = new ulong[RoomFor(places.Length)];
        var direction = offset < 0 ? -1 : 1;
        for (var i = 0; i < places.Length; i++)
        {
            var at = places[i] + offset;
            var word = words[at];
            _contexts[i] = word == WordStream.Gap ? 1UL << 63 | (uint)at
                : _stream.Kinds[word] != WordKind.Mark ? (ulong)word
                : words[at + direction] == WordStream.Gap ? 1UL << 62 | (uint)at : (ulong)word << 32 | (uint)words[at + direction];
        }
        var contexts = _contexts.AsSpan(0, places.Length);
        contexts.Sort();
        var (entropy, most) = (0.0, 0);
        for (var first = 0; first < contexts.Length;)
        {
            var end = first + 1;
            while (end < contexts.Length && contexts[end] == contexts[first]) end++;
            var share = (double)(end - first) / contexts.Length;
            entropy -= share * Math.Log2(share);
            most = Math.Max(most, end - first);
            first = end;
        }
        return (entropy, (double)most / contexts.Length);
    }

    // Mutual information in bits over the split that explains most: how much more often the parts stand together than chance has it.
    private double MeasureCohesion(int place, int parts, int count)
    {
        var best = parts == 1 ? 0 : double.PositiveInfinity;
        for (var split = 1; split < parts; split++)
        {
            double left = _counts[split][_ids[split][place]];
            double right = _counts[parts - split][_ids[parts - split][place + split]];
            best = Math.Min(best, Math.Log2(count * (double)_stream.Count / (left * right)));
        }
        return best;
    }

    private static int RoomFor(int count) => (int)Math.Min((long)BitOperations.RoundUpToPowerOf2((uint)count), Array.MaxLength);
}
