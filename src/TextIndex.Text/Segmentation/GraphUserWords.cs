// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>The words of a user, folded and weighed for the word graph. Only read once it stands.</summary>
internal sealed unsafe class GraphUserWords
{
    /// <summary>The value of a word that was removed.</summary>
    public const int Removed = 1;

    // Without a count a word shall win over its parts, also where they have the neighbours that they like: e^6 times as probable as the parts alone.
    private const double Preference = 6;

    public readonly WordTrie Trie;
    public readonly int* Weights;
    public readonly ushort* Codes;
    private readonly object _owner;

    /// <summary>Weighs a user's words.</summary>
    /// <param name="graph">The graph they lie over.</param>
    /// <param name="words">The words; a frequency of 0 removes one, null is to be suggested.</param>
    /// <param name="total">Sum of all frequencies of jieba and the user.</param>
    /// <param name="weigh">Gives the weight of a word's best cut by the graph alone.</param>
    public GraphUserWords(WordGraph graph, IEnumerable<KeyValuePair<string, long?>> words, long total, Func<string, double> weigh)
    {
        var weights = new List<int> { 0, 0 };
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        // Short words first: a long one shall win over them as well.
        foreach (var (word, frequency) in words.OrderBy(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal))
        {
            var key = string.Create(word.Length, (word, graph), static (key, from) =>
            {
                for (var i = 0; i < key.Length; i++) key[i] = from.graph.Folded[from.word[i]];
            });
            if (frequency == 0) { values.TryAdd(key, Removed); continue; }
            values[key] = weights.Count;
            weights.Add((int)Math.Round(WordGraph.Unit * (frequency is { } given ? Math.Log(given) - Math.Log(Math.Max(1, total)) : WeighParts(key, values, weights, weigh) + Preference)));
        }
        var builder = new WordTrieBuilder(values.ToArray());
        Trie = builder.BuildTrie();
        var codes = GC.AllocateArray<ushort>(WordTrie.CodeCount, pinned: true);
        for (var unit = 0; unit < codes.Length; unit++) codes[unit] = Trie.Codes[graph.Folded[unit]];
        var pinned = GC.AllocateArray<int>(weights.Count, pinned: true);
        weights.CopyTo(pinned);
        fixed (int* first = pinned) Weights = first;
        fixed (ushort* first = codes) Codes = first;
        _owner = (pinned, codes);
    }

    // The best cut of a word into the user's shorter words and what the graph alone makes of the pieces between them.
    private static double WeighParts(string word, Dictionary<string, int> values, List<int> weights, Func<string, double> weigh)
    {
        var inside = new List<(int Start, int End, double Weight)>();
        var find = values.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < word.Length; start++)
            for (var end = start + 1; end <= word.Length; end++)
                if (end - start < word.Length && find.TryGetValue(word.AsSpan(start, end - start), out var value) && value != Removed) inside.Add((start, end, weights[value] / (double)WordGraph.Unit));
        if (inside.Count == 0) return weigh(word);
        var best = new double[word.Length + 1];
        foreach (var at in inside.SelectMany(part => new[] { part.Start, part.End }).Append(word.Length).Distinct().Order())
        {
            if (at == 0) continue;
            best[at] = weigh(word[..at]);
            foreach (var part in inside)
            {
                if (part.End == at) best[at] = Math.Max(best[at], best[part.Start] + part.Weight);
                else if (part.End < at) best[at] = Math.Max(best[at], best[part.End] + weigh(word[part.End..at]));
            }
        }
        return best[^1];
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
