// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>Lays words out as a <see cref="WordTrie"/>. The same words and values give the same cells on every machine.</summary>
internal sealed class WordTrieBuilder
{
    private const int MissesBeforeMovingOn = 256;

    private readonly ushort[] _codes = GC.AllocateArray<ushort>(WordTrie.CodeCount, pinned: true);
    private readonly (string Key, int Value)[] _words;
    private ulong[] _nodes = [];
    private int[] _nextFree = [];       // the first free cell at or after this one (union-find with path halving)
    private bool[] _baseTaken = [];
    private int _crowded = 1;           // cells before this one have no room for families
    private int _largestCode;
    private int _lastUsed;

    /// <summary>Takes distinct, non-empty words with values above 0 and below 2^24.</summary>
    public WordTrieBuilder(IReadOnlyCollection<KeyValuePair<string, int>> words)
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
    }

    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>Lays the cells out, the tail included.</summary>
    public ulong[] Build()
    {
        Grow(Math.Max(1024, _largestCode * 2));
        var leaves = new List<int>();
        var waiting = new Queue<(int Cell, int Low, int High, int Depth)>();
        var family = new List<(int Code, int Low, int High)>();
        Use(0, 0xFFFF);
        waiting.Enqueue((0, 0, _words.Length, 0));
        while (waiting.TryDequeue(out var parent))       // breadth first: large families early, while there is room, and the top of the trie dense
        {
            var i = parent.Low;
            if (i < parent.High && _words[i].Key.Length == parent.Depth) _nodes[parent.Cell] |= (ulong)_words[i++].Value << 40;
            family.Clear();
            while (i < parent.High)
            {
                var low = i;
                var code = _words[i].Key[parent.Depth];
                while (++i < parent.High && _words[i].Key[parent.Depth] == code) { }
                family.Add((code, low, i));
            }
            if (family.Count == 0) { leaves.Add(parent.Cell); continue; }
            var home = FindHome(family);
            _baseTaken[home] = true;
            _nodes[parent.Cell] |= (ulong)home << 16;
            foreach (var (code, low, high) in family)
            {
                Use(home + code, code);
                waiting.Enqueue((home + code, low, high, parent.Depth + 1));
            }
        }
        var tail = _lastUsed + 1;
        var nodes = GC.AllocateUninitializedArray<ulong>(tail + _largestCode + 1, pinned: true);
        if (nodes.Length > WordTrie.MaximumNodes) throw new ArgumentException("the words need more than 16,777,216 nodes");
        nodes.AsSpan().Fill(WordTrie.EmptyNode);
        _nodes.AsSpan(0, tail).CopyTo(nodes);
        foreach (var leaf in leaves) nodes[leaf] |= (ulong)tail << 16;
        return nodes;
    }

    /// <summary>Builds a trie that owns its memory.</summary>
    public unsafe WordTrie BuildTrie()
    {
        var nodes = Build();
        fixed (ushort* codes = _codes)
        fixed (ulong* cells = nodes)
            return new WordTrie(codes, cells, nodes.Length, (_codes, nodes));     // both arrays are pinned for life
    }

    private static void Encode(Span<char> key, (string Word, ushort[] Codes) from)
    {
        for (var i = 0; i < key.Length; i++) key[i] = (char)from.Codes[from.Word[i]];
    }

    private int FindHome(List<(int Code, int Low, int High)> family)
    {
        var first = family[0].Code;
        var misses = 0;
        for (var cell = NextFree(family.Count == 1 ? 1 : _crowded); ; cell = NextFree(cell + 1))
        {
            var home = cell - first;
            if (home < 1) continue;
            if (home + family[^1].Code >= _nodes.Length) Grow(Math.Max(_nodes.Length * 3 / 2, home + _largestCode + 1));
            if (!_baseTaken[home] && Fits(home, family)) return home;
            if (++misses == MissesBeforeMovingOn && family.Count is > 1 and < 16) _crowded = Math.Max(_crowded, cell - MissesBeforeMovingOn);
        }
    }

    private bool Fits(int home, List<(int Code, int Low, int High)> family)
    {
        for (var i = family.Count - 1; i > 0; i--)
            if (_nextFree[home + family[i].Code] != home + family[i].Code) return false;
        return true;
    }

    private int NextFree(int cell)
    {
        while (true)
        {
            if (cell >= _nodes.Length) Grow(cell + cell / 2);
            var next = _nextFree[cell];
            if (next == cell) return cell;
            if (next < _nodes.Length) _nextFree[cell] = _nextFree[next];
            cell = next;
        }
    }

    private void Use(int cell, int label)
    {
        _nodes[cell] = (uint)label;
        _nextFree[cell] = cell + 1;
        _lastUsed = Math.Max(_lastUsed, cell);
    }

    private void Grow(int length)
    {
        var before = _nodes.Length;
        Array.Resize(ref _nodes, length);
        Array.Resize(ref _nextFree, length);
        Array.Resize(ref _baseTaken, length);
        for (var cell = before; cell < length; cell++) (_nodes[cell], _nextFree[cell]) = (WordTrie.EmptyNode, cell);
    }
}
