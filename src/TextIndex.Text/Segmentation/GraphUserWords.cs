// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>The words of a user, folded and weighed for the word graph. Only read once it stands.</summary>
internal sealed unsafe class GraphUserWords
{
    /// <summary>The value of a word that was removed.</summary>
    public const int Removed = 1;

    // Without a count a word shall win over its parts, also where they have the neighbours that they like: e^4 times as probable as the parts alone.
    private const double Preference = 4;

    public readonly WordTrie Trie;
    public readonly float* Weights;
    public readonly ushort* Codes;
    private readonly object _owner;

    /// <summary>Weighs a user's words.</summary>
    /// <param name="graph">The graph they lie over.</param>
    /// <param name="words">The words; a frequency of 0 removes one, null is to be suggested.</param>
    /// <param name="total">Sum of all frequencies of jieba and the user.</param>
    /// <param name="weigh">Gives the weight of a word's best cut by the graph alone.</param>
    public GraphUserWords(WordGraph graph, IEnumerable<KeyValuePair<string, long?>> words, long total, Func<string, double> weigh)
    {
        var weights = new List<float> { 0, 0 };
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, frequency) in words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            var key = string.Create(word.Length, (word, graph), static (key, from) =>
            {
                for (var i = 0; i < key.Length; i++) key[i] = from.graph.Folded[from.word[i]];
            });
            if (frequency == 0) { values.TryAdd(key, Removed); continue; }
            values[key] = weights.Count;
            weights.Add((float)(frequency is { } given ? Math.Log(given) - Math.Log(Math.Max(1, total)) : weigh(word) + Preference));
        }
        var builder = new WordTrieBuilder(values.ToArray());
        Trie = builder.BuildTrie();
        var codes = GC.AllocateArray<ushort>(WordTrie.CodeCount, pinned: true);
        for (var unit = 0; unit < codes.Length; unit++) codes[unit] = Trie.Codes[graph.Folded[unit]];
        var pinned = GC.AllocateArray<float>(weights.Count, pinned: true);
        weights.CopyTo(pinned);
        fixed (float* first = pinned) Weights = first;
        fixed (ushort* first = codes) Codes = first;
        _owner = (pinned, codes);
    }

    /// <summary>Gives the value of a word or prefix: 0 if no word ends there, -1 if no word begins so, 1 if it was removed.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = Trie.Nodes[0];
        foreach (var unit in word)
        {
            uint code = Codes[unit];
            node = Trie.Nodes[WordTrie.ChildIndex(node, code)];
            if ((ushort)node != code) return -1;
        }
        KeepAlive();
        return (int)(node >> 40);
    }

    /// <summary>Keeps the memory alive that the pointers show.</summary>
    public void KeepAlive() => GC.KeepAlive(_owner);
}
