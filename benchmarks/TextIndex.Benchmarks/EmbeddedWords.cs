// SPDX-License-Identifier: MIT
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>Lists the words of a dictionary, which the library itself never needs to do.</summary>
internal static class EmbeddedWords
{
    private const int LongestWord = 6;

    /// <summary>All words of up to six Han characters with their frequencies, most frequent first, equal ones ordinally.</summary>
    public static (string Word, long Frequency)[] Of(WordDictionary dictionary)
    {
        // No two nodes of the trie share a base, so a cell's label and place tell its parent: one pass finds every child.
        var trie = dictionary.Trie;
        var parentOfBase = new Dictionary<int, int>();
        var units = UnitsByCode(trie);
        var children = new Dictionary<int, List<(int Node, char Unit)>>();
        for (var node = 0; node < trie.NodeCount; node++)
            if (IsNode(trie, node)) parentOfBase.TryAdd(Base(trie, node), node);
        for (var node = 1; node < trie.NodeCount; node++)
        {
            if (!IsNode(trie, node)) continue;
            var code = Label(trie, node);
            if (!parentOfBase.TryGetValue(node - code, out var parent)) continue;
            if (!children.TryGetValue(parent, out var list)) children[parent] = list = [];
            list.Add((node, units[code]));
        }

        var words = new List<(string Word, long Frequency)>();
        Walk(0, "");
        return [.. words.OrderByDescending(word => word.Frequency).ThenBy(word => word.Word, StringComparer.Ordinal)];

        void Walk(int node, string prefix)
        {
            if (prefix.Length > 0 && dictionary.FrequencyOf(prefix) is var frequency and > 0) words.Add((prefix, frequency));
            if (prefix.Length == LongestWord || !children.TryGetValue(node, out var next)) return;
            foreach (var (child, unit) in next)
                if (unit is >= '\u4E00' and <= '\u9FFF') Walk(child, prefix + unit);
        }
    }

    private static unsafe char[] UnitsByCode(WordTrie trie)
    {
        var units = new char[WordTrie.CodeCount];
        for (var unit = 0; unit < WordTrie.CodeCount; unit++)
            if (trie.Codes[unit] != 0) units[trie.Codes[unit]] = (char)unit;
        return units;
    }

    private static unsafe bool IsNode(WordTrie trie, int node) => node == 0 || (trie.Nodes[node] & 0xFFFF) != WordTrie.EmptyNode;

    private static unsafe int Label(WordTrie trie, int node) => (ushort)trie.Nodes[node];

    private static unsafe int Base(WordTrie trie, int node) => WordTrie.ChildIndex(trie.Nodes[node], 0);
}
