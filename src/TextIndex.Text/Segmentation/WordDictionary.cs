// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>An immutable set of words with their weights. Safe to share between threads.</summary>
/// <remarks>
/// A dictionary with words of a user keeps them in a small trie of its own and shares the base, so that many such dictionaries may live in one process.
/// It holds no hidden Markov model; the model of <see cref="WordSegmenter"/> is the same for every dictionary.
/// </remarks>
/// <example><code>
/// var dictionary = WordDictionary.Default.WithWords(new StringReader("枫桥经验 20 n\n两个维护"), "user.txt");
/// var words = new WordSegmenter(dictionary).Words("坚持和发展枫桥经验");   // 坚持 和 发展 枫桥经验
/// </code></example>
public sealed partial class WordDictionary
{
    // Lazy by nested type: the dictionary is looked at when it is first asked for, and no lock is taken afterwards.
    private static class Embedded
    {
        public static readonly WordDictionary Dictionary = FromBytes(EmbeddedData.Read("jieba-words"));
    }

    /// <summary>The embedded dictionary of jieba 0.42.1 (349,046 lines), used in place: nothing is parsed or copied.</summary>
    public static WordDictionary Default => Embedded.Dictionary;

    /// <summary>Names the content: two dictionaries with the same fingerprint give the same words. Lower-case hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>Length of the longest word, in UTF-16 code units.</summary>
    public int LongestWordLength { get; }

    /// <summary>Reads a whole dictionary in jieba's format: a line a word, <c>word count tag</c>, the tag may be absent.</summary>
    /// <param name="reader">The dictionary; it is read to its end and not closed.</param>
    /// <param name="name">Name of the dictionary, for the message of an error.</param>
    /// <exception cref="DictionaryFormatException">A line is not <c>word count tag</c>.</exception>
    public static WordDictionary Load(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        return FromWords(DictionaryReader.ReadWords(reader, name, out var total), total);
    }

    /// <summary>Gives a dictionary that knows the words of this one and those of a user, in jieba's format <c>word [count] [tag]</c>.</summary>
    /// <param name="reader">The words, one a line; it is read to its end and not closed.</param>
    /// <param name="name">Name of the list, for the message of an error.</param>
    /// <returns>A new dictionary; this one does not change.</returns>
    /// <remarks>
    /// A word may hold spaces. A word without a count gets the smallest one that makes it win over the words inside it (jieba's <c>suggest_freq</c>).
    /// Count 0 removes a word, and the hidden Markov model then does not join it either. A line may be an instruction instead: <c>@join word</c>,
    /// <c>@split part part</c>, <c>@remove word</c>, <c>@word word</c> (all of the line is the word), <c>@ note</c>. See docs/user-dictionaries.md.
    /// </remarks>
    /// <exception cref="DictionaryFormatException">A count is larger than 2^53, or an instruction cannot be followed.</exception>
    public WordDictionary WithWords(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var words = new UserWordList(this);
        DictionaryReader.ReadUserList(reader, name, words);
        return words.IsEmpty ? this : new WordDictionary(this, words);
    }

    /// <summary>Gives a dictionary that knows these words as well, each as often as it takes to win over the words inside it.</summary>
    /// <param name="words">The words; one may hold spaces and marks.</param>
    /// <returns>A new dictionary; this one does not change.</returns>
    /// <exception cref="ArgumentException">A word is empty or holds a line end.</exception>
    public WordDictionary WithWords(params IEnumerable<string> words) => With(words, static (list, word) => list.Add(word, null, ""));

    /// <summary>Gives a dictionary that does not know these words; the hidden Markov model does not join them either.</summary>
    /// <returns>A new dictionary; this one does not change.</returns>
    /// <exception cref="ArgumentException">A word is empty or holds a line end.</exception>
    public WordDictionary WithoutWords(params IEnumerable<string> words) => With(words, static (list, word) => list.Add(word, 0, ""));

    /// <summary>Gives a dictionary that makes each of these one word wherever it stands, whatever is more probable.</summary>
    /// <remarks>Where two overlap, the one that begins first is taken, and of those the longest. No boundary of <see cref="WithSplit"/> stands inside one.</remarks>
    /// <returns>A new dictionary; this one does not change.</returns>
    /// <exception cref="ArgumentException">A word is empty or holds a line end.</exception>
    public WordDictionary WithJoined(params IEnumerable<string> words) => With(words, static (list, word) => list.Join(word));

    /// <summary>Gives a dictionary that keeps these parts apart wherever they stand one after the other, whatever is more probable.</summary>
    /// <param name="parts">Two parts or more. Between them there is always a boundary; where the first begins and the last ends, the model decides.</param>
    /// <returns>A new dictionary; this one does not change.</returns>
    /// <exception cref="ArgumentException">There is one part, a part is empty or holds a line end, or more than 63 code units stand before the last.</exception>
    public WordDictionary WithSplit(params IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts) CheckWord(part, nameof(parts));
        var list = new UserWordList(this);
        if (parts.Count < 2 || !list.Split(parts)) throw new ArgumentException(Messages.SplitParts, nameof(parts));
        return new WordDictionary(this, list);
    }

    private WordDictionary With(IEnumerable<string> words, Action<UserWordList, string> say)
    {
        ArgumentNullException.ThrowIfNull(words);
        var list = new UserWordList(this);
        foreach (var word in words)
        {
            CheckWord(word, nameof(words));
            say(list, word);
        }
        return list.IsEmpty ? this : new WordDictionary(this, list);
    }

    private static void CheckWord(string word, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(word, name);
        if (word.AsSpan().IndexOfAny('\n', '\r') >= 0) throw new ArgumentException(Messages.WordWithLineEnd, name);
    }

    /// <summary>Gives a dictionary that knows these words as well; they must not change afterwards.</summary>
    internal WordDictionary WithWords(UserWordList words) => new(this, words);

    /// <summary>Tells whether <paramref name="word"/> is a word with a frequency above 0.</summary>
    public bool Contains(ReadOnlySpan<char> word) => word.Length > 0 && FrequencyOf(word) > 0;

    /// <summary>Finds every dictionary word that begins at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Text that begins where the words shall begin.</param>
    /// <param name="lengths">Receives the words' lengths in code units, ascending; at least <see cref="LongestWordLength"/> long.</param>
    /// <returns>How many words there are.</returns>
    /// <exception cref="ArgumentException"><paramref name="lengths"/> is too short.</exception>
    public unsafe int WordsAt(ReadOnlySpan<char> text, Span<int> lengths)
    {
        if (lengths.Length < LongestWordLength) ThrowTooShort();
        var count = 0;
        fixed (char* units = text)
        {
            var walk = new WordWalk(this, units, text.Length);
            while (walk.MoveNext()) lengths[count++] = walk.Length;
        }
        GC.KeepAlive(this);
        return count;
    }

    /// <summary>Gives the tag (词性) of a word, as the dictionary has it: <c>n</c>, <c>v</c>, <c>nr</c>, …; "" for what has none.</summary>
    /// <remarks>A tag of a user stands over that of the base. A word that was removed keeps its tag, as in jieba.</remarks>
    public unsafe string TagOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return "";
        if (UserTrie is not null && UserTrie.Find(word) is var own and > 0 && UserEntries[own].Tag is { Length: > 0 } given) return given;
        var value = Trie.Find(word);
        var tag = value > 0 ? TagNames[Tags[value]] : "";
        GC.KeepAlive(this);
        return tag;
    }

    /// <summary>Tells whether something begins with <paramref name="text"/>, word or not.</summary>
    internal bool IsPrefix(ReadOnlySpan<char> text) => Trie.Find(text) >= 0 || (UserTrie is not null && UserTrie.Find(text) >= 0);

    /// <summary>Gives a word's frequency; 0 for what is no word.</summary>
    internal unsafe long FrequencyOf(ReadOnlySpan<char> word)
    {
        if (UserTrie is not null && UserTrie.Find(word) is var own and > 0) return UserEntries[own].Frequency;
        var value = Trie.Find(word);
        var frequency = value > 0 ? Frequencies[value] : 0;
        GC.KeepAlive(this);
        return frequency;
    }

    /// <summary>Tells whether a user said something of this word.</summary>
    internal bool IsUsers(ReadOnlySpan<char> word) => UserTrie is not null && UserTrie.Find(word) > 0;

    /// <summary>Tells whether a user gave this word the frequency 0, be it long ago: the hidden Markov model then does not join it.</summary>
    internal bool IsApart(ReadOnlySpan<char> word) => UserTrie is not null && UserTrie.Find(word) is var own and > 0 && UserEntries[own].Apart;

    [DoesNotReturn]
    private static void ThrowTooShort() => throw new ArgumentException(Messages.LengthsTooShort, "lengths");
}
