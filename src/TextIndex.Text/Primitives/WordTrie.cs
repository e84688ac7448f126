// SPDX-License-Identifier: MIT
// After Aoe 1989 (double array).
namespace TextIndex.Primitives;

// A double-array trie over UTF-16 code units, used where it lies (mapped file or pinned array); nothing is parsed or copied.
//   codes := u16[65536]                  code unit → code, 0 for a unit that no word has; frequent units have small codes
//   nodes := u64[nodeCount]              node 0 is the root
//   node  := label:bits 0-15  base:bits 16-39  value:bits 40-63
// The child of a node by code c is the cell base + c, if that cell's label is c: no two nodes share a base, so the label alone tells the
// parent, and a step is one load. An empty cell has label 0xFFFF, which is no code; code 0 is no cell's label, so an unknown unit needs
// no test of its own. A leaf's base points at the tail, as many empty cells as there are codes. Value 0: no word ends here.
internal sealed unsafe class WordTrie
{
    public const ulong EmptyNode = 0xFFFF;
    public const int CodeCount = 65536;
    public const int MaximumNodes = 1 << 24;

    public readonly ushort* Codes;
    public readonly ulong* Nodes;
    public readonly int NodeCount;
    private readonly object? _owner;

    /// <summary>Uses a trie in place.</summary>
    /// <param name="codes">65,536 codes.</param>
    /// <param name="nodes">The nodes, with their tail.</param>
    /// <param name="nodeCount">How many there are.</param>
    /// <param name="owner">Keeps the memory alive; null for memory that lives as long as the process.</param>
    public WordTrie(ushort* codes, ulong* nodes, int nodeCount, object? owner)
    {
        Codes = codes;
        Nodes = nodes;
        NodeCount = nodeCount;
        _owner = owner;
    }

    /// <summary>Goes one step down; the result is no child if its label is not <paramref name="code"/>.</summary>
    public static int ChildIndex(ulong node, uint code) => (int)((uint)(node >> 16) & 0xFFFFFF) + (int)code;

    /// <summary>Gives the value of the word or prefix: 0 if no word ends there, -1 if no word begins so.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = Nodes[0];
        foreach (var unit in word)
        {
            uint code = Codes[unit];
            node = Nodes[ChildIndex(node, code)];
            if ((ushort)node != code) return -1;
        }
        GC.KeepAlive(this);
        return (int)(node >> 40);
    }

    /// <summary>Gives the cell of the word or prefix, a number that no other has; -1 if no word begins so.</summary>
    public int FindCell(ReadOnlySpan<char> word)
    {
        var cell = 0;
        foreach (var unit in word)
        {
            uint code = Codes[unit];
            cell = ChildIndex(Nodes[cell], code);
            if ((ushort)Nodes[cell] != code) return -1;
        }
        GC.KeepAlive(this);
        return cell;
    }
}
