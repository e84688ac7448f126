// SPDX-License-Identifier: MIT
using System.Numerics;
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>One word that may stand in a sentence, with the best path that begins with it.</summary>
internal struct GraphEdge
{
    /// <summary>Weight of that path to the end of the sentence, in units of 1 / <see cref="WordGraph.Unit"/>.</summary>
    public long Score;

    /// <summary>log p of the word itself, as if nothing were known of the word before it; in the same units.</summary>
    public int Weight;

    public int End;

    /// <summary>The edge after it on that path; 0 for none.</summary>
    public int Next;

    /// <summary>Its value in the graph if it has neighbours; else 0.</summary>
    public ushort Word;

    /// <summary>The largest bonus that a word before it may give; see <see cref="WordInfo"/>.</summary>
    public byte MostAfterAny;

    /// <summary>The largest bonus that it may give to a word after it.</summary>
    public byte MostBeforeAny;

    public byte KindValue;

    public readonly CandidateKind Kind => (CandidateKind)KindValue;
}

/// <summary>An edge that may be the best one after a word, though another one weighs more.</summary>
internal struct GraphRival
{
    /// <summary>The key of the edge as in <see cref="GraphPlace.Best"/>.</summary>
    public long Key;

    public uint Word;
}

/// <summary>What is known of a place in a sentence once all paths from there on are.</summary>
internal struct GraphPlace
{
    /// <summary>The best path from here on: its weight, and in the lower 20 bits which of the edges that start here it begins with.</summary>
    public long Best;

    /// <summary>The edges that may be the best after some word are the rivals from this one…</summary>
    public int FirstRival;

    /// <summary>… to before this one.</summary>
    public int EndRival;
}

/// <summary>One of the sentences that are cut together.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Offset">Where it begins in the arrays of the scratch.</param>
internal readonly record struct GraphSentence(int Start, int Length, int Offset);

/// <summary>The working memory of one cut by the word graph; all arrays are pinned. A thread keeps a small one for its next call.</summary>
internal sealed class GraphScratch
{
    /// <summary>Code units that are read together if no sentence is longer.</summary>
    public const int StretchLength = 128;

    private const int LargestKept = 1 << 18;

    [ThreadStatic] private static GraphScratch? t_kept;

    /// <summary>The sentences that are read.</summary>
    public GraphSentence[] Sentences { get; } = new GraphSentence[StretchLength];

    public int SentenceCount { get; set; }

    /// <summary>For each place, 1 if an edge ends there; else 0.</summary>
    public byte[] Reached { get; private set; } = Allocate<byte>(1024);

    /// <summary>The sentence as codes of the graph's trie.</summary>
    public ushort[] Codes { get; private set; } = Allocate<ushort>(1024);

    /// <summary>For each place, the node of the trie for its first two characters; 0 for none.</summary>
    public ulong[] Seconds { get; private set; } = Allocate<ulong>(1024);

    /// <summary>For each place, the first edge that starts there or later.</summary>
    public int[] Firsts { get; private set; } = Allocate<int>(1024);

    public GraphPlace[] Places { get; private set; } = Allocate<GraphPlace>(1024);

    public GraphEdge[] Edges { get; private set; } = Allocate<GraphEdge>(4096);

    /// <summary>As many as edges.</summary>
    public GraphRival[] Rivals { get; private set; } = Allocate<GraphRival>(4096);

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
        if (Reached.Length <= LargestKept && Words.Length <= LargestKept) t_kept = this;
    }

    /// <summary>Makes room for sentences: their lengths and two more each.</summary>
    public void MakeRoomForSentence(int length)
    {
        if (length <= Reached.Length) return;
        var room = (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)length), (uint)Array.MaxLength / 2);
        (Codes, Seconds) = (Allocate<ushort>(room), Allocate<ulong>(room));
        (Reached, Firsts, Places, Run, States) = (Allocate<byte>(room), Allocate<int>(room), Allocate<GraphPlace>(room), Allocate<char>(room), Allocate<byte>(2 * room));
    }

    /// <summary>Makes the edges' array longer; what is in it stays.</summary>
    public void MakeRoomForEdges(int count)
    {
        if (count <= Edges.Length) return;
        var edges = Allocate<GraphEdge>((int)BitOperations.RoundUpToPowerOf2((uint)count));
        Edges.CopyTo(edges, 0);
        Edges = edges;
        Rivals = Allocate<GraphRival>(edges.Length);
    }

    public void MakeRoomForWords(int count)
    {
        if (count > Words.Length) Words = Allocate<TextSpan>((int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)count), (uint)Array.MaxLength / 2));
    }

    private static T[] Allocate<T>(int length) => GC.AllocateUninitializedArray<T>(length, pinned: true);
}
