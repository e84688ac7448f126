// SPDX-License-Identifier: MIT
using System.Numerics;
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>One word that may stand in a sentence, with the best path that ends with it.</summary>
internal struct GraphEdge
{
    /// <summary>Weight of that path.</summary>
    public double Score;

    /// <summary>log p of the word itself, as if nothing were known of the word before it.</summary>
    public double Weight;

    /// <summary>Its value in the graph if it has neighbours; else 0.</summary>
    public int Word;

    public int Start;

    public int End;

    /// <summary>The edge before it on that path.</summary>
    public int Back;

    /// <summary>The edge that ends at the same place and was found before it; 0 for none.</summary>
    public int Next;

    public CandidateKind Kind;
}

/// <summary>Two edges that touch and whose words are a pair that the graph knows.</summary>
internal struct GraphPair
{
    public uint Hash;
    public int Before;
    public int Edge;
    public uint Bonus;
}

/// <summary>The working memory of one cut by the word graph; all arrays are pinned. A thread keeps a small one for its next call.</summary>
internal sealed class GraphScratch
{
    private const int LargestKept = 1 << 18;

    [ThreadStatic] private static GraphScratch? t_kept;

    /// <summary>For each place, the last edge that ends there; 0 for none.</summary>
    public int[] Heads { get; private set; } = Allocate<int>(1024);

    /// <summary>The sentence as codes of the graph's trie.</summary>
    public ushort[] Codes { get; private set; } = Allocate<ushort>(1024);

    /// <summary>For each place, the first edge that starts there or later.</summary>
    public int[] Firsts { get; private set; } = Allocate<int>(1024);

    /// <summary>The pairs, by the start of the second edge; the one after the last has the largest number as its edge.</summary>
    public GraphPair[] Pairs { get; private set; } = Allocate<GraphPair>(4096);

    public GraphEdge[] Edges { get; private set; } = Allocate<GraphEdge>(4096);

    /// <summary>The best path's edges from its end.</summary>
    public int[] Path { get; private set; } = Allocate<int>(1024);

    /// <summary>A folded run for the hidden Markov model.</summary>
    public char[] Run { get; private set; } = Allocate<char>(1024);

    /// <summary>Two rows for the hidden Markov model: choices, ends.</summary>
    public byte[] States { get; private set; } = Allocate<byte>(2048);

    public TextSpan[] Words { get; private set; } = [];

    public static GraphScratch Take()
    {
        var scratch = t_kept ?? new GraphScratch();
        t_kept = null;
        return scratch;
    }

    public void GiveBack()
    {
        if (Heads.Length <= LargestKept && Words.Length <= LargestKept) t_kept = this;
    }

    public void MakeRoomForSentence(int length)
    {
        if (length < Heads.Length) return;
        var room = (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)length + 1), (uint)Array.MaxLength / 2);
        Codes = Allocate<ushort>(room);
        (Heads, Firsts, Path, Run, States) = (Allocate<int>(room), Allocate<int>(room), Allocate<int>(room), Allocate<char>(room), Allocate<byte>(2 * room));
    }

    /// <summary>Makes the edges' array longer; what is in it stays.</summary>
    public void MakeRoomForEdges(int count)
    {
        if (count <= Edges.Length) return;
        var edges = Allocate<GraphEdge>((int)BitOperations.RoundUpToPowerOf2((uint)count));
        Edges.CopyTo(edges, 0);
        Edges = edges;
    }

    /// <summary>Makes the pairs' array longer than <paramref name="count"/>; what is in it stays.</summary>
    public void MakeRoomForPairs(int count)
    {
        var pairs = Allocate<GraphPair>((int)BitOperations.RoundUpToPowerOf2((uint)count + 1));
        Pairs.CopyTo(pairs, 0);
        Pairs = pairs;
    }

    public void MakeRoomForWords(int count)
    {
        if (count > Words.Length) Words = Allocate<TextSpan>((int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)count), (uint)Array.MaxLength / 2));
    }

    private static T[] Allocate<T>(int length) => GC.AllocateUninitializedArray<T>(length, pinned: true);
}
