// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Jieba;

// After Mihalcea and Tarau 2004, with jieba's numbers: ten rounds, damping 0.85, and sums in python's order, so that weights are the same doubles.
/// <summary>Finds keywords by the company they keep, as python's <c>jieba.analyse.textrank</c> does.</summary>
/// <remarks>Unless tags are given, keywords have one of <c>ns n vn v</c>. Needs no table of rarities, but a text long enough for words to recur.</remarks>
/// <example><code>
/// foreach (var tag in new TextRankExtractor().ExtractTags("我们在图书馆读《论语》，图书馆里坐满了人。", 3)) Console.WriteLine(tag);
/// </code></example>
public class TextRankExtractor : KeywordExtractor
{
    private const double Damping = 0.85;
    private const int Rounds = 10;
    private const double SmallestNormal = 2.2250738585072014e-308;      // sys.float_info.min

    private static readonly HashSet<string> DefaultPos = new(StringComparer.Ordinal) { "ns", "n", "vn", "v" };

    private readonly PosSegmenter _tagger;

    /// <summary>Extracts with the embedded dictionary.</summary>
    public TextRankExtractor() : this(new JiebaSegmenter()) { }

    /// <summary>Extracts with the words of a segmenter; words that are added to it later count as well.</summary>
    public TextRankExtractor(JiebaSegmenter segmenter) => _tagger = new PosSegmenter(segmenter);

    /// <summary>How many words keep company: a word and those after it, itself counted; 5 unless told otherwise.</summary>
    public int Span { get; set; } = 5;

    private protected override List<WordWeightPair> Weigh(string text, IReadOnlySet<string> allowPos)
    {
        if (allowPos.Count == 0) allowPos = DefaultPos;
        var words = _tagger.Cut(text).Select(pair => allowPos.Contains(pair.Flag) && IsCandidate(pair.Word) ? pair.Word : null).ToList();
        var company = new Dictionary<(string, string), int>();
        var pairs = new List<((string First, string Second) Words, int Count)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is not { } first) continue;
            for (var j = i + 1; j < i + Span && j < words.Count; j++)
            {
                if (words[j] is not { } second) continue;
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(company, (first, second), out var seen);
                if (!seen)
                {
                    place = pairs.Count;
                    pairs.Add(((first, second), 0));
                }
                pairs[place] = (pairs[place].Words, pairs[place].Count + 1);
            }
        }
        return Rank(pairs);
    }

    private sealed class Node(string word)
    {
        public readonly string Word = word;
        public readonly List<(Node Other, int Weight)> Edges = [];
        public double Weight, Sum;
    }

    private static List<WordWeightPair> Rank(List<((string First, string Second) Words, int Count)> pairs)
    {
        var nodes = new List<Node>();
        var byWord = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var ((first, second), count) in pairs)
        {
            var (one, other) = (NodeOf(first), NodeOf(second));
            one.Edges.Add((other, count));
            other.Edges.Add((one, count));
        }
        foreach (var node in nodes) (node.Weight, node.Sum) = (1.0 / nodes.Count, node.Edges.Sum(edge => (double)edge.Weight));
        var sorted = nodes.Order(Comparer<Node>.Create((one, other) => CompareCodePoints(one.Word, other.Word))).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var node in sorted)
            {
                var sum = 0.0;
                foreach (var (other, weight) in node.Edges) sum += weight / other.Sum * other.Weight;
                node.Weight = 1 - Damping + Damping * sum;
            }
        }
        var least = nodes.Select(node => node.Weight).DefaultIfEmpty().Min();
        var most = Math.Max(SmallestNormal, nodes.Select(node => node.Weight).DefaultIfEmpty().Max());
        return nodes.ConvertAll(node => new WordWeightPair { Word = node.Word, Weight = (node.Weight - least / 10.0) / (most - least / 10.0) });

        Node NodeOf(string word)
        {
            if (byWord.TryGetValue(word, out var node)) return node;
            nodes.Add(node = byWord[word] = new Node(word));
            return node;
        }
    }

    // Python sorts by code point: a surrogate stands above every other code unit.
    private static int CompareCodePoints(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        for (var i = 0; i < length; i++)
            if (one[i] != other[i]) return Key(one[i]) - Key(other[i]);
        return one.Length - other.Length;

        static int Key(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
