// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.InteropServices;

namespace TextIndex.Primitives;

/// <summary>Lays words out as a <see cref="WordTrie"/>. The same words and values give the same cells on every machine.</summary>
internal sealed class WordTrieBuilder
{
    private const int MissesBeforeMovingOn = 64;

    private readonly ushort[] _codes = GC.AllocateArray<ushort>(WordTrie.CodeCount, pinned: true);
    private readonly (string Key, int Value)[] _words;
    private readonly double[]? _visitsBefore;
    private readonly int _largestCode;
    private int[] _nextFree = [];       // the first free cell at or after this one (union-find with path halving)
    private bool[] _baseTaken = [];
    private int _lastUsed;

    /// <summary>Takes distinct, non-empty words with values above 0 and below 2^24.</summary>
    /// <param name="words">The words and their values.</param>
    /// <param name="visits">How often a word of this value is met. The cells that are visited most are then laid out first and lie together: for data that
    /// shares the caches with much else.</param>
    public WordTrieBuilder(IReadOnlyCollection<KeyValuePair<string, int>> words, Func<int, double>? visits = null)
    {
        var counts = new int[WordTrie.CodeCount];
        foreach (var (word, _) in words)
            foreach (var unit in word) counts[unit]++;
        var ranked = Enumerable.Range(0, counts.Length).Where(unit => counts[unit] > 0).OrderByDescending(unit => counts[unit]).ThenBy(unit => unit).ToArray();
        if (ranked.Length > 0xFFF0) throw new ArgumentException("more than 65,520 different code units", nameof(words));
        for (var i = 0; i < ranked.Length; i++) _codes[ranked[i]] = (ushort)(i + 1);
        _largestCode = ranked.Length;
        _words = new (string, int)[words.Count];
        var at = 0;
        foreach (var (word, value) in words) _words[at++] = (string.Create(word.Length, (word, _codes), Encode), value);
        Array.Sort(_words, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        if (visits is null) return;
        _visitsBefore = new double[_words.Length + 1];
        for (var i = 0; i < _words.Length; i++) _visitsBefore[i + 1] = _visitsBefore[i] + visits(_words[i].Value);
    }

    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>Lays the cells out, the tail included.</summary>
    /// <param name="thorough">Searches ten times as long for a quarter fewer cells: for data that is built once and kept.</param>
    public ulong[] Build(bool thorough)
    {
        var nodes = ListNodes();
        Grow(Math.Max(1024, _largestCode * 2));
        // A label tells the parent, so a family's home does not depend on where its parent lives: large families first, while there is room;
        // the many small ones then fill the holes.
        var homes = new int[nodes.Count];
        var (size, start) = (0, 1);
        foreach (var parent in Enumerable.Range(0, nodes.Count).Where(node => nodes[node].ChildCount > 0).OrderByDescending(node => nodes[node].Heat).ThenByDescending(node => nodes[node].ChildCount))
        {
            var childCount = nodes[parent].ChildCount;
            if (BitOperations.Log2((uint)childCount) != size) (size, start) = (BitOperations.Log2((uint)childCount), 1);
            var family = CollectionsMarshal.AsSpan(nodes).Slice(nodes[parent].FirstChild, childCount);
            homes[parent] = FindHome(family, ref start, thorough);
            _baseTaken[homes[parent]] = true;
            foreach (ref var child in family) Use(child.Cell = homes[parent] + child.Code);
        }
        var tail = _lastUsed + 1;
        if (tail + _largestCode + 1 > WordTrie.MaximumNodes) throw new ArgumentException("the words need more than 16,777,216 nodes");
        var cells = GC.AllocateUninitializedArray<ulong>(tail + _largestCode + 1, pinned: true);
        cells.AsSpan().Fill(WordTrie.EmptyNode);
        for (var i = 0; i < nodes.Count; i++)
        {
            var label = i == 0 ? WordTrie.EmptyNode : (ulong)nodes[i].Code;
            cells[nodes[i].Cell] = label | (ulong)(nodes[i].ChildCount > 0 ? homes[i] : tail) << 16 | (ulong)nodes[i].Value << 40;
        }
        return cells;
    }

    /// <summary>Builds a trie that owns its memory.</summary>
    public unsafe WordTrie BuildTrie()
    {
        var nodes = Build(thorough: false);
        fixed (ushort* codes = _codes)
        fixed (ulong* cells = nodes)
            return new WordTrie(codes, cells, nodes.Length, (_codes, nodes));     // both arrays are pinned for life
    }

    private static void Encode(Span<char> key, (string Word, ushort[] Codes) from)
    {
        for (var i = 0; i < key.Length; i++) key[i] = (char)from.Codes[from.Word[i]];
    }

    private struct Node
    {
        public int Code, Value, FirstChild, ChildCount, Cell, Heat;
    }

    // Every node of the trie, breadth first, so that the children of one node stand together.
    private List<Node> ListNodes()
    {
        var nodes = new List<Node> { default };
        var words = new List<(int Low, int High, int Depth)> { (0, _words.Length, 0) };
        for (var at = 0; at < nodes.Count; at++)
        {
            var (low, high, depth) = words[at];
            var node = nodes[at];
            if (_visitsBefore is not null) node.Heat = HeatOf(_visitsBefore[high] - _visitsBefore[low]);
            if (low < high && _words[low].Key.Length == depth) node.Value = _words[low++].Value;
            node.FirstChild = nodes.Count;
            while (low < high)
            {
                var first = low;
                var code = _words[low].Key[depth];
                while (++low < high && _words[low].Key[depth] == code) { }
                nodes.Add(new Node { Code = code });
                words.Add((first, low, depth + 1));
            }
            node.ChildCount = nodes.Count - node.FirstChild;
            nodes[at] = node;
        }
        return nodes;
    }

    // Classes of visits, each four times as hot as the next; what is seldom visited is one class, laid out by size alone.
    private static int HeatOf(double visits) => Math.Max(0, (int)Math.Log2(visits) / 2 - 3);

    private int FindHome(ReadOnlySpan<Node> family, ref int start, bool thorough)
    {
        var first = family[0].Code;
        var misses = 0;
        for (var cell = NextFree(start); ; cell = NextFree(cell + 1))
        {
            var home = cell - first;
            if (home < 1) continue;
            if (home + family[^1].Code >= _nextFree.Length) Grow(Math.Max(_nextFree.Length * 3 / 2, home + _largestCode + 1));
            misses++;
            if (_baseTaken[home] || !Fits(home, family)) continue;
            // Where this one searched long, those of about its size will find little.
            if (!thorough && misses > MissesBeforeMovingOn) start += (cell - start) / 8;
            return home;
        }
    }

    private bool Fits(int home, ReadOnlySpan<Node> family)
    {
        for (var i = family.Length - 1; i > 0; i--)
            if (_nextFree[home + family[i].Code] != home + family[i].Code) return false;
        return true;
    }

    private int NextFree(int cell)
    {
        while (true)
        {
            if (cell >= _nextFree.Length) Grow(cell + cell / 2);
            var next = _nextFree[cell];
            if (next == cell) return cell;
            if (next < _nextFree.Length) _nextFree[cell] = _nextFree[next];
            cell = next;
        }
    }

    private void Use(int cell)
    {
        _nextFree[cell] = cell + 1;
        _lastUsed = Math.Max(_lastUsed, cell);
    }

    private void Grow(int length)
    {
        var before = _nextFree.Length;
        Array.Resize(ref _nextFree, length);
        Array.Resize(ref _baseTaken, length);
        for (var cell = before; cell < length; cell++) _nextFree[cell] = cell;
        if (before == 0) Use(0);     // the root
    }
}
