// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>The words a user adds to a dictionary, while they are being added; afterwards it is only read.</summary>
internal sealed class UserWordList
{
    /// <summary>What a user says of a word.</summary>
    /// <param name="Frequency">How often; 0 = the word is removed.</param>
    /// <param name="Tag">Its tag; "" = that of the base.</param>
    /// <param name="Apart">The hidden Markov model does not join it: it was removed once, as python's jieba remembers it.</param>
    public readonly record struct Entry(long Frequency, string Tag, bool Apart);

    /// <summary>How many code units of a split may stand before its last boundary: one bit of 64 each.</summary>
    public const int LongestBeforeSplit = 63;

    private readonly WordDictionary _base;
    private readonly Dictionary<string, Entry> _words;
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _suggested;
    private readonly HashSet<string> _joined;
    private readonly Dictionary<string, ulong> _splits;
    private bool _changed;

    public UserWordList(WordDictionary under)
    {
        _base = under;
        Total = under.Total;
        _words = under.UserWords is null ? new(StringComparer.Ordinal) : new(under.UserWords._words, StringComparer.Ordinal);
        _suggested = under.UserWords is null ? new(StringComparer.Ordinal) : new(under.UserWords._suggested, StringComparer.Ordinal);
        _joined = under.UserWords is null ? new(StringComparer.Ordinal) : new(under.UserWords._joined, StringComparer.Ordinal);
        _splits = under.UserWords is null ? new(StringComparer.Ordinal) : new(under.UserWords._splits, StringComparer.Ordinal);
        LongestWordLength = _words.Keys.Select(word => word.Length).DefaultIfEmpty(1).Max();
    }

    private UserWordList(UserWordList other)
    {
        _base = other._base;
        (Total, LongestWordLength) = (other.Total, other.LongestWordLength);
        _words = new(other._words, StringComparer.Ordinal);
        _prefixes = new(other._prefixes, StringComparer.Ordinal);
        _suggested = new(other._suggested, StringComparer.Ordinal);
        _joined = new(other._joined, StringComparer.Ordinal);
        _splits = new(other._splits, StringComparer.Ordinal);
        _changed = other._changed;
    }

    /// <summary>Sum of all frequencies, as jieba counts it: a word that is given twice counts twice.</summary>
    public long Total { get; private set; }

    public int LongestWordLength { get; private set; }

    /// <summary>The words with the frequencies that the user gave; null for none.</summary>
    public IEnumerable<KeyValuePair<string, long?>> Given => _words.Select(word => KeyValuePair.Create(word.Key, _suggested.Contains(word.Key) ? (long?)null : word.Value.Frequency));

    /// <summary>The words that stand wherever they occur; those that were removed later are not among them.</summary>
    public IEnumerable<string> Joined => _joined.Where(word => _words[word].Frequency > 0);

    /// <summary>The texts that hold a boundary wherever they occur; bit b says that one stands before code unit b.</summary>
    public IReadOnlyDictionary<string, ulong> Splits => _splits;

    /// <summary>Tells whether nothing was said since this list was laid over what lies below.</summary>
    public bool IsEmpty => !_changed;

    /// <summary>Adds a word as jieba's add_word does; without a frequency it gets the one of suggest_freq.</summary>
    public void Add(string word, long? frequency, string tag)
    {
        var given = frequency ?? Suggest(word);
        var before = _words.GetValueOrDefault(word, new Entry(0, "", false));
        _words[word] = new Entry(given, tag.Length > 0 ? tag : before.Tag, before.Apart || given == 0);
        if (frequency is null) _suggested.Add(word);
        else _suggested.Remove(word);
        Total += given;
        LongestWordLength = Math.Max(LongestWordLength, word.Length);
        for (var end = 1; end <= word.Length; end++) _prefixes.Add(word[..end]);
        _changed = true;
    }

    /// <summary>Makes a text one word wherever it occurs.</summary>
    public void Join(string word)
    {
        Add(word, null, "");
        _joined.Add(word);
    }

    /// <summary>Keeps parts of a text apart wherever it occurs.</summary>
    /// <returns>False if the last part begins later than a split can say.</returns>
    public bool Split(IReadOnlyList<string> parts)
    {
        var (boundaries, at) = (0UL, 0);
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            at += parts[i].Length;
            if (at > LongestBeforeSplit) return false;
            boundaries |= 1UL << at;
        }
        var text = string.Concat(parts);
        _splits[text] = _splits.GetValueOrDefault(text) | boundaries;
        _changed = true;
        return true;
    }

    /// <summary>Makes a copy that further words do not change.</summary>
    public UserWordList Copy() => new(this);

    /// <summary>Builds the trie of these words; value v stands for <paramref name="entries"/>[v], those of removed words come first.</summary>
    public WordTrie BuildTrie(out Entry[] entries)
    {
        entries = [default, .. _words.Values.Distinct().OrderBy(entry => entry.Frequency).ThenBy(entry => entry.Tag, StringComparer.Ordinal).ThenBy(entry => entry.Apart)];
        var valueOf = new Dictionary<Entry, int>();
        for (var value = 1; value < entries.Length; value++) valueOf[entries[value]] = value;
        return new WordTrieBuilder(_words.Select(word => KeyValuePair.Create(word.Key, valueOf[word.Value])).ToArray()).BuildTrie();
    }

    public string ComputeFingerprint(string under)
    {
        var fingerprint = new Fingerprint128();
        fingerprint.Add(under);
        foreach (var (word, entry) in _words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            fingerprint.Add(word);
            fingerprint.Add(entry.Frequency);
            if (entry is { Apart: true, Frequency: > 0 }) fingerprint.Add(-1L);
        }
        fingerprint.Add(Total);
        foreach (var word in _joined.Order(StringComparer.Ordinal))
        {
            fingerprint.Add(word);
            fingerprint.Add(-2L);
        }
        foreach (var (text, boundaries) in _splits.OrderBy(split => split.Key, StringComparer.Ordinal))
        {
            fingerprint.Add(text);
            fingerprint.Add((long)boundaries);
            fingerprint.Add(-3L);
        }
        return fingerprint.ToString();
    }

    /// <summary>jieba's suggest_freq: the product of the parts' probabilities, cut without HMM, and a little more.</summary>
    public long Suggest(string word) => Math.Max((long)(Product(Cut(word)) * Total) + 1, FrequencyOrOne(word));

    /// <summary>jieba's suggest_freq for parts that shall stay apart: the largest frequency of their sum that does not win over them.</summary>
    public long Suggest(IReadOnlyCollection<string> parts) => Math.Min((long)(Product(parts) * Total), Frequency(string.Concat(parts)));

    private double Product(IEnumerable<string> parts)
    {
        var total = (double)Total;
        var product = 1.0;
        foreach (var part in parts) product *= FrequencyOrOne(part) / total;
        return product;
    }

    // An absent word counts 1, but one that is only a prefix counts 0, as python's FREQ.get(word, 1) has it.
    private long FrequencyOrOne(string word) =>
        _words.TryGetValue(word, out var own) ? own.Frequency : _base.IsPrefix(word) ? _base.FrequencyOf(word) : _prefixes.Contains(word) ? 0 : 1;

    private long Frequency(string word) => _words.TryGetValue(word, out var own) ? own.Frequency : _base.FrequencyOf(word);

    // The accurate cut of one word against words that still change: plain and short, because it runs once a user word.
    private List<string> Cut(string word)
    {
        var parts = new List<string>();
        for (var start = 0; start < word.Length;)
        {
            var end = start;
            while (end < word.Length && BlockClass.IsBlock(word[end])) end++;
            if (end > start) { CutBlock(word[start..end], parts); start = end; continue; }
            end = start + BlockClass.LengthOutside(word, start);
            parts.Add(word[start..end]);
            start = end;
        }
        return parts;
    }

    private void CutBlock(string block, List<string> parts)
    {
        var logTotal = Math.Log(Math.Max(1, Total));
        var best = new (double Weight, int End)[block.Length + 1];
        for (var start = block.Length - 1; start >= 0; start--)
        {
            best[start] = (double.NegativeInfinity, 0);
            for (var end = start + 1; end <= block.Length; end++)
            {
                var word = block[start..end];
                if (!_base.IsPrefix(word) && !_prefixes.Contains(word)) break;
                var frequency = Frequency(word);
                if (frequency == 0) continue;
                var weight = Math.Log(frequency) - logTotal + best[end].Weight;
                if (weight >= best[start].Weight) best[start] = (weight, end);
            }
            if (best[start].End == 0) best[start] = (0.0 - logTotal + best[start + 1].Weight, start + 1);
        }
        for (var start = 0; start < block.Length;)
        {
            var end = best[start].End;
            if (end == start + 1 && char.IsAsciiLetterOrDigit(block[start]))
                while (end < block.Length && best[end].End == end + 1 && char.IsAsciiLetterOrDigit(block[end])) end++;
            parts.Add(block[start..end]);
            start = end;
        }
    }
}
