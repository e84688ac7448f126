// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// What no model may weigh is taken out of the text before it is cut: a joined word is a word, and a split ends the piece that the model sees. So
// both models, all modes and the tags agree on it. Price: the model knows nothing of what stands on the other side of such a place.
/// <summary>The words of a user that stand wherever they occur, and the places where a user wants a boundary. Only read once it stands.</summary>
internal sealed unsafe class FixedWords
{
    private readonly record struct Entry(bool IsWord, ulong Boundaries);

    private readonly WordTrie _trie;
    private readonly ushort[] _codes;
    private readonly Entry[] _entries;

    private FixedWords(Dictionary<string, Entry> found, char* folded)
    {
        _entries = [default, .. found.Values.Distinct().OrderBy(entry => entry.IsWord).ThenBy(entry => entry.Boundaries)];
        _trie = new WordTrieBuilder(found.Select(pair => KeyValuePair.Create(pair.Key, Array.IndexOf(_entries, pair.Value, 1))).ToArray()).BuildTrie();
        _codes = new ushort[WordTrie.CodeCount];
        for (var unit = 0; unit < _codes.Length; unit++) _codes[unit] = _trie.Codes[Fold((char)unit, folded)];
    }

    /// <summary>Makes them of a user's words: those that are joined, and those that hold what ends a block of jieba, such as a space or a quotation mark.</summary>
    /// <param name="words">The user's words.</param>
    /// <param name="folded">What each code unit is compared as; null for itself.</param>
    /// <returns>Null if there are none.</returns>
    public static FixedWords? Of(UserWordList words, char* folded)
    {
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var word in words.Joined.Concat(words.Given.Where(word => word.Value != 0 && LeavesBlocks(word.Key)).Select(word => word.Key)))
            found[Fold(word, folded)] = new Entry(true, 0);
        foreach (var (text, boundaries) in words.Splits)
        {
            var key = Fold(text, folded);
            var other = found.GetValueOrDefault(key);
            found[key] = other with { Boundaries = other.Boundaries | boundaries };
        }
        return found.Count == 0 ? null : new FixedWords(found, folded);
    }

    private static string Fold(string word, char* folded) => string.Create(word.Length, (word, (nint)folded), static (key, from) =>
    {
        for (var i = 0; i < key.Length; i++) key[i] = Fold(from.word[i], (char*)from.Item2);
    });

    // The graph leaves the ideographic space as it is, because it is a mark there.
    private static char Fold(char unit, char* folded) => folded == null ? unit : unit == '\u3000' ? ' ' : folded[unit];

    private static bool LeavesBlocks(string word)
    {
        foreach (var unit in word)
            if (!BlockClass.IsBlock(unit)) return true;
        return false;
    }

    /// <summary>Parts a text into its fixed words and the pieces between them.</summary>
    public Walk PiecesOf(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>Goes from piece to piece; the pieces touch and cover the text, none is empty.</summary>
    public ref struct Walk
    {
        private readonly FixedWords _words;
        private readonly ReadOnlySpan<char> _text;
        private int _seen;              // where the next word would be looked for
        private int _waiting;           // where the fixed word ends that was seen behind the piece before; 0 for none
        private ulong _boundaries;      // bit b: one at _seen + b

        public Walk(FixedWords words, ReadOnlySpan<char> text)
        {
            _words = words;
            _text = text;
        }

        public int Start { get; private set; }

        public int End { get; private set; }

        /// <summary>Whether the piece is a word as it stands.</summary>
        public bool IsWord { get; private set; }

        public bool MoveNext()
        {
            Start = End;
            if (Start == _text.Length) return false;
            var end = _waiting > 0 ? _waiting : Look();
            _waiting = 0;
            IsWord = end > 0;
            if (IsWord)
            {
                while (_seen < end) Look();     // for the splits that begin inside and end behind it
                End = end;
                return true;
            }
            while (_seen < _text.Length && (_boundaries & 1) == 0)
            {
                var at = _seen;
                _waiting = Look();
                if (_waiting == 0) continue;
                End = at;
                return true;
            }
            End = _seen;
            return true;
        }

        // Looks at one place; the result is where the longest fixed word ends that begins there, 0 for none.
        private int Look()
        {
            var codes = _words._codes;
            var nodes = _words._trie.Nodes;
            var start = _seen++;
            var longest = 0;
            var node = nodes[0];
            for (var end = start; end < _text.Length;)
            {
                uint code = codes[_text[end]];
                node = nodes[WordTrie.ChildIndex(node, code)];
                if ((ushort)node != code) break;
                end++;
                if ((int)(node >> 40) is not (var value and > 0)) continue;
                if (WordEdge.Parts(_text, start) || WordEdge.Parts(_text, end)) continue;
                _boundaries |= _words._entries[value].Boundaries;
                if (_words._entries[value].IsWord) longest = end;
            }
            _boundaries >>= 1;
            GC.KeepAlive(_words._trie);
            return longest;
        }
    }
}
