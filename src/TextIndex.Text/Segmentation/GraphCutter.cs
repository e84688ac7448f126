// SPDX-License-Identifier: MIT
// After Zhang, Yu, Xiong and Liu 2003 (ICTCLAS: a graph of words, pairs of words, classes for numbers and names).
using System.Runtime.CompilerServices;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// The hot path of the word graph, three passes over a sentence while it lies in the first cache: every word that may stand there becomes an
// edge; the pairs of touching edges that are known are looked up; then each edge takes the best edge before it. A pair that is not known costs
// one bit of a filter, and without a bonus only the best edge before counts, so it is looked for once a place and not once a pair.
/// <summary>Finds the best path through the words that may stand in a sentence. Safe to share between threads.</summary>
internal sealed unsafe partial class GraphCutter(WordGraph graph, GraphUserWords? user, WordSegmenterOptions options)
{
    private const int StartEdge = 1;
    private const int LongestForeignName = 8;
    private const int LongSentence = 2000;
    private const double ForeignNameWeight = -2;
    private const double ChineseNumberWeight = -6.907755278982137;      // log 0.001
    private const UnitKinds LatinOrDigit = UnitKinds.Latin | UnitKinds.Digit;
    private const UnitKinds Mark = LatinOrDigit | UnitKinds.Space | UnitKinds.Repeats | UnitKinds.HighSurrogate;

    private const UnitKinds Classes = UnitKinds.ChineseNumber | UnitKinds.Surname | UnitKinds.Foreign | UnitKinds.Ordinal;
    private const UnitKinds Special = Mark | UnitKinds.SentenceEnd;

    public int LongestWordLength { get; init; } = graph.LongestWordLength;

    /// <summary>Finds where the sentence that begins at <paramref name="start"/> ends; after much text, any punctuation ends it.</summary>
    public int EndOfSentence(ReadOnlySpan<char> text, int start)
    {
        var kinds = graph.Kinds;
        var at = start;
        while (at < text.Length)
        {
            var unit = text[at++];
            var kind = kinds[unit];
            if ((kind & UnitKinds.SentenceEnd) != 0)
            {
                while (at < text.Length && (kinds[text[at]] & UnitKinds.SentenceEnd) != 0) at++;
                return at;
            }
            if (at - start >= LongSentence && (kind & UnitKinds.Pause) != 0 && at < text.Length && (kinds[text[at]] & (UnitKinds.Pause | LatinOrDigit)) == 0) return at;
        }
        return at;
    }

    /// <summary>Cuts one sentence.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="words">Receives the words; room for a word a code unit.</param>
    /// <param name="scratch">Memory to work in.</param>
    public int Cut(char* text, int start, int end, TextSpan* words, GraphScratch scratch)
    {
        if (end - start == 1)
        {
            *words = new TextSpan(start, 1);
            return 1;
        }
        FindEdges(text + start, end - start, scratch, out var last, out _);
        return TakePath(text, start, last, words, scratch);
    }

    /// <summary>Weighs the best path through a text.</summary>
    public double Weigh(string text)
    {
        var scratch = GraphScratch.Take();
        var weight = 0.0;
        fixed (char* units = text)
            if (text.Length > 0)
            {
                FindEdges(units, text.Length, scratch, out var last, out _);
                weight = scratch.Edges[last].Score;
            }
        scratch.GiveBack();
        return weight;
    }

    /// <summary>Fills the scratch with every edge of a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <param name="scratch">Receives the edges, by their start; edge 0 is none, edge 1 the start of the sentence.</param>
    /// <param name="last">The last edge of the best path.</param>
    /// <param name="count">How many edges there are.</param>
    public void FindEdges(char* text, int length, GraphScratch scratch, out int last, out int count)
    {
        scratch.MakeRoomForSentence(length);
        var heads = (int*)Unsafe.AsPointer(ref scratch.Heads[0]);
        var firsts = (int*)Unsafe.AsPointer(ref scratch.Firsts[0]);
        new Span<int>(heads, length + 1).Clear();
        heads[0] = StartEdge;
        scratch.Edges[0] = new GraphEdge { Score = double.NegativeInfinity };     // "none": its next is itself
        scratch.Edges[StartEdge] = new GraphEdge { Word = graph.SentenceStart };
        var most = LongestWordLength + LongestForeignName + 8;
        var walk = new Walk { Codes = (ushort*)Unsafe.AsPointer(ref scratch.Codes[0]), Heads = heads, Edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]), Count = StartEdge + 1 };
        ReadCodes(text, length, walk.Codes);
        for (var at = 0; at < length; at++)
        {
            firsts[at] = walk.Count;
            if (heads[at] == 0) continue;
            if (walk.Count + most > scratch.Edges.Length)
            {
                scratch.MakeRoomForEdges(2 * walk.Count + most);
                walk.Edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]);
            }
            var kind = graph.Kinds[text[at]];
            if ((kind & Special) != 0 || user is not null) AddEdges(text, at, length, kind, ref walk);
            else if (AddPlainWords(text, at, length, ref walk) is var found && (kind & Classes) != 0) AddClasses(text, at, length, kind, found, ref walk);
        }
        count = firsts[length] = walk.Count;
        FindPairs(length, scratch, heads, firsts, walk.Edges);
        FindScores(length, scratch, heads, firsts, walk.Edges);
        last = heads[length];
        for (var edge = walk.Edges[last].Next; edge != 0; edge = walk.Edges[edge].Next)
            if (walk.Edges[edge].Score > walk.Edges[last].Score) last = edge;
    }

    // Where the second characters stand in the trie is the one step that is likely to miss the cache: it is asked for before anyone waits for it.
    private void ReadCodes(char* text, int length, ushort* codes)
    {
        var all = graph.Trie.Codes;
        var nodes = graph.Trie.Nodes;
        var root = nodes + WordTrie.ChildIndex(nodes[0], 0);
        uint code = codes[0] = all[text[0]];
        for (var at = 1; at < length; at++)
        {
            var node = root[code];
            code = codes[at] = all[text[at]];
            WordGraph.Fetch(nodes + WordTrie.ChildIndex(node, code));
        }
    }

    private ref struct Walk
    {
        public ushort* Codes;
        public int* Heads;
        public GraphEdge* Edges;
        public int Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int start, int end, int word, double weight, CandidateKind kind)
        {
            var added = Edges + Count;
            added->Score = weight;
            added->Word = word;
            added->Start = start;
            added->End = end;
            added->Next = Heads[end];
            added->Kind = kind;
            Heads[end] = Count++;
        }
    }

    // Asked for the whole sentence before any score is needed: a pair lies anywhere in two megabytes, and so the processor fetches many at once.
    private void FindPairs(int length, GraphScratch scratch, int* heads, int* firsts, GraphEdge* edges)
    {
        var count = 0;
        var pairs = (GraphPair*)Unsafe.AsPointer(ref scratch.Pairs[0]);
        var room = scratch.Pairs.Length - 1;
        for (var at = 0; at < length; at++)
        {
            // Most places have one or two edges before them: those are asked for without a branch.
            var (first, end) = (firsts[at], firsts[at + 1]);
            if (first == end) continue;
            if (count + 2 * (end - first) > room)
            {
                scratch.MakeRoomForPairs(2 * room + 2 * (end - first));
                pairs = (GraphPair*)Unsafe.AsPointer(ref scratch.Pairs[0]);
                room = scratch.Pairs.Length - 1;
            }
            var one = heads[at];
            var two = edges[one].Next;
            var (wordOne, wordTwo) = ((uint)edges[one].Word << 16, (uint)edges[two].Word << 16);
            var (hasOne, hasTwo) = (wordOne != 0 ? 1 : 0, wordTwo != 0 ? 1 : 0);
            for (var edge = first; edge < end; edge++)
            {
                var word = (uint)edges[edge].Word;
                var (hashOne, hashTwo) = ((wordOne | word) * WordGraph.Hash, (wordTwo | word) * WordGraph.Hash);     // word 0 after another has no pair: FindBonus says so where the filter does not
                pairs[count].Hash = hashOne;
                pairs[count].Before = one;
                pairs[count].Edge = edge;
                count += graph.MayHavePair(hashOne) & hasOne;
                pairs[count].Hash = hashTwo;
                pairs[count].Before = two;
                pairs[count].Edge = edge;
                count += graph.MayHavePair(hashTwo) & hasTwo;
            }
            for (var before = edges[two].Next; before != 0; before = edges[before].Next)
            {
                var word = (uint)edges[before].Word << 16;
                if (count + end - first > room)
                {
                    scratch.MakeRoomForPairs(2 * room + end - first);
                    pairs = (GraphPair*)Unsafe.AsPointer(ref scratch.Pairs[0]);
                    room = scratch.Pairs.Length - 1;
                }
                for (var edge = first; edge < end; edge++)
                {
                    var hash = (word | (uint)edges[edge].Word) * WordGraph.Hash;
                    pairs[count].Hash = hash;
                    pairs[count].Before = before;
                    pairs[count].Edge = edge;
                    count += graph.MayHavePair(hash);
                }
            }
        }
        for (var i = 0; i < count; i++) graph.FetchPair(pairs[i].Hash);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var bonus = graph.FindBonus(pairs[i].Hash);
            pairs[kept].Before = pairs[i].Before;
            pairs[kept].Edge = pairs[i].Edge;
            pairs[kept].Bonus = bonus;
            kept += bonus != 0 ? 1 : 0;
        }
        pairs[kept].Edge = int.MaxValue;
    }

    private static void FindScores(int length, GraphScratch scratch, int* heads, int* firsts, GraphEdge* edges)
    {
        var pair = (GraphPair*)Unsafe.AsPointer(ref scratch.Pairs[0]);
        for (var at = 0; at < length; at++)
        {
            var (edge, end) = (firsts[at], firsts[at + 1]);
            if (edge == end) continue;
            var best = heads[at];
            var bestScore = ScoreBefore(edges + best);
            var other = edges[best].Next;
            var otherScore = ScoreBefore(edges + other);
            if (otherScore > bestScore) best = other;
            bestScore = Math.Max(bestScore, otherScore);
            for (other = edges[other].Next; other != 0; other = edges[other].Next)
                if (ScoreBefore(edges + other) is var score && score > bestScore) (best, bestScore) = (other, score);
            for (; edge < end; edge++)
            {
                edges[edge].Back = best;
                edges[edge].Weight = edges[edge].Score;
                edges[edge].Score += bestScore;
            }
            for (; pair->Edge < end; pair++)
            {
                var after = edges + pair->Edge;
                var score = edges[pair->Before].Score + WordGraph.Backoff + pair->Bonus * (1 / 16.0) + after->Weight;
                if (score > after->Score) (after->Score, after->Back) = (score, pair->Before);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ScoreBefore(GraphEdge* edge) => edge->Score + (edge->Word != 0 ? WordGraph.Backoff : 0);

    // The common case on its own: Han, and no words of a user.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong AddPlainWords(char* text, int at, int length, ref Walk walk)
    {
        var codes = walk.Codes;
        var nodes = graph.Trie.Nodes;
        var heads = walk.Heads;
        var added = walk.Edges + walk.Count;
        var count = walk.Count;
        uint code = codes[at];
        var node = nodes[WordTrie.ChildIndex(nodes[0], code)];
        var isPrefix = (ushort)node == code;
        var value = isPrefix ? (int)(node >> 40) : 0;
        var end = at + 1;
        var found = 0UL;
        Lay(added++, at, end, value != 0 && value <= graph.WordCount ? value : 0, value != 0 ? graph.Weights[value] : graph.Unknown, value != 0 ? CandidateKind.Dictionary : CandidateKind.Unknown, heads, count++);
        while (isPrefix && end < length)
        {
            code = codes[end];
            node = nodes[WordTrie.ChildIndex(node, code)];
            if ((ushort)node != code) break;
            end++;
            value = (int)(node >> 40);
            if (value == 0 || (!BlockClass.IsHan(text[end - 1]) && PartsLatin(text, end, length))) continue;
            found |= 1UL << (end - at);
            Lay(added++, at, end, value <= graph.WordCount ? value : 0, graph.Weights[value], CandidateKind.Dictionary, heads, count++);
        }
        walk.Count = count;
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lay(GraphEdge* edge, int start, int end, int word, float weight, CandidateKind kind, int* heads, int number)
    {
        edge->Score = weight;
        edge->Word = word;
        edge->Start = start;
        edge->End = end;
        edge->Next = heads[end];
        edge->Kind = kind;
        heads[end] = number;
    }

    private void AddEdges(char* text, int at, int length, UnitKinds kind, ref Walk walk)
    {
        var unit = text[at];
        var first = at + 1;                      // where the shortest word from here ends
        if ((kind & Mark) != 0) first = AddMark(text, at, length, kind, ref walk);
        else if ((kind & UnitKinds.SentenceEnd) != 0 && unit == '\r' && first < length && text[first] == '\n')
        {
            walk.Add(at, at + 2, 0, graph.Unknown, CandidateKind.Mark);
            return;
        }

        var found = user is null ? AddWords(text, at, length, first, (kind & Mark) == 0, ref walk) : AddWordsAndUsers(text, at, length, first, (kind & Mark) == 0, ref walk);
        if ((kind & Classes) != 0) AddClasses(text, at, length, kind, found, ref walk);
    }

    private void AddClasses(char* text, int at, int length, UnitKinds kind, ulong found, ref Walk walk)
    {
        if ((kind & UnitKinds.ChineseNumber) != 0) AddChineseNumber(text, at, length, found, ref walk);
        if ((kind & UnitKinds.Surname) != 0) AddNames(text, at, length, found, ref walk);
        if ((kind & UnitKinds.Foreign) != 0) AddForeignNames(text, at, length, found, ref walk);
        if ((kind & UnitKinds.Ordinal) != 0) AddOrdinal(text, at, length, found, ref walk);
    }

    // Words of the dictionaries. The result has a bit for each length that was found.
    private ulong AddWords(char* text, int at, int length, int first, bool alone, ref Walk walk)
    {
        var codes = walk.Codes;
        var nodes = graph.Trie.Nodes;
        var weights = graph.Weights;
        var wordCount = graph.WordCount;
        var node = nodes[0];
        var found = 0UL;
        for (var end = at + 1; ; end++)
        {
            uint code = codes[end - 1];
            node = nodes[WordTrie.ChildIndex(node, code)];
            var isPrefix = (ushort)node == code;
            if (isPrefix && (int)(node >> 40) is var value and not 0 && end >= first && !PartsLatin(text, end, length))
            {
                found |= 1UL << (end - at);
                walk.Add(at, end, value <= wordCount ? value : 0, weights[value], CandidateKind.Dictionary);
            }
            else if (end == first && alone) walk.Add(at, end, 0, graph.Unknown, CandidateKind.Unknown);
            if (end == length || !isPrefix) return found;
        }
    }

    // The same with the words of a user above those of the graph.
    private ulong AddWordsAndUsers(char* text, int at, int length, int first, bool alone, ref Walk walk)
    {
        var codes = graph.Trie.Codes;
        var nodes = graph.Trie.Nodes;
        var weights = graph.Weights;
        var (baseNode, userNode) = (nodes[0], user is null ? 0UL : user.Trie.Nodes[0]);
        var (inBase, inUser) = (true, user is not null);
        var found = 0UL;
        for (var end = at + 1; ; end++)
        {
            var value = 0;
            var unit = text[end - 1];
            if (inBase)
            {
                uint code = codes[unit];
                baseNode = nodes[WordTrie.ChildIndex(baseNode, code)];
                inBase = (ushort)baseNode == code;
                if (inBase) value = (int)(baseNode >> 40);
            }
            var own = 0;
            if (inUser)
            {
                uint code = user!.Codes[unit];
                userNode = user.Trie.Nodes[WordTrie.ChildIndex(userNode, code)];
                inUser = (ushort)userNode == code;
                if (inUser) own = (int)(userNode >> 40);
            }
            if (own > GraphUserWords.Removed && (WordEdge.Parts(new ReadOnlySpan<char>(text, length), at) || WordEdge.Parts(new ReadOnlySpan<char>(text, length), end))) own = 0;
            if (own == GraphUserWords.Removed) found |= 1UL << Math.Min(end - at, 63);     // no name may be what the user removed
            if ((value | own) != 0 && own != GraphUserWords.Removed && end >= first && !PartsLatin(text, end, length))
            {
                found |= 1UL << Math.Min(end - at, 63);
                if (own > 0) walk.Add(at, end, value <= graph.WordCount ? value : 0, user!.Weights[own], CandidateKind.User);
                else walk.Add(at, end, value <= graph.WordCount ? value : 0, weights[value], CandidateKind.Dictionary);
            }
            else if (end == first && alone) walk.Add(at, end, 0, graph.Unknown, CandidateKind.Unknown);
            if (end == length || !(inBase | inUser)) return found;
        }
    }

    private bool PartsLatin(char* text, int end, int length) =>
        end < length && (graph.Kinds[text[end - 1]] & LatinOrDigit) != 0 && (graph.Kinds[text[end]] & LatinOrDigit) != 0;

    // Numbers, Latin, white space, dashes and dots, code points of two units: what stands together is one word.
    private int AddMark(char* text, int at, int length, UnitKinds kind, ref Walk walk)
    {
        var kinds = graph.Kinds;
        var end = at + 1;
        if ((kind & LatinOrDigit) != 0)
        {
            end = EndOfLatin(text, at, length, out var isNumber);
            if (isNumber)
            {
                while (end < length && (kinds[text[end]] & UnitKinds.Magnitude) != 0) end++;
                if (end < length && graph.Folded[text[end]] == '%') end++;
            }
            var word = isNumber ? graph.Number : graph.Latin;
            walk.Add(at, end, word, graph.Weights[word], isNumber ? CandidateKind.Number : CandidateKind.Latin);
            return end + 1;                      // a word of the dictionary must be longer
        }
        if ((kind & UnitKinds.HighSurrogate) != 0) end += end < length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        else if ((kind & UnitKinds.Space) != 0) while (end < length && (kinds[text[end]] & UnitKinds.Space) != 0) end++;
        else
        {
            while (end < length && text[end] == text[at]) end++;
            if (end == at + 1)
            {
                var value = (int)(graph.Trie.Nodes[WordTrie.ChildIndex(graph.Trie.Nodes[0], graph.Trie.Codes[text[at]])] >> 40);
                if (IsChildOfRoot(text[at]) && value is > 0 && value <= graph.WordCount) walk.Add(at, end, value, graph.Weights[value], CandidateKind.Dictionary);
                else walk.Add(at, end, 0, graph.Unknown, CandidateKind.Unknown);
                return end + 1;
            }
        }
        walk.Add(at, end, 0, graph.Unknown, CandidateKind.Mark);
        return end + 1;
    }

    private bool IsChildOfRoot(char unit)
    {
        uint code = graph.Trie.Codes[unit];
        return (ushort)graph.Trie.Nodes[WordTrie.ChildIndex(graph.Trie.Nodes[0], code)] == code;
    }

    private int EndOfLatin(char* text, int at, int length, out bool isNumber)
    {
        var kinds = graph.Kinds;
        isNumber = (kinds[text[at]] & UnitKinds.Digit) != 0;
        while (++at < length)
        {
            var kind = kinds[text[at]];
            if ((kind & LatinOrDigit) != 0)
            {
                if ((kind & UnitKinds.Latin) != 0) isNumber = false;
                continue;
            }
            if ((kind & (UnitKinds.Joiner | UnitKinds.DigitJoiner)) == 0 || at + 1 == length) break;
            var (before, after) = (kinds[text[at - 1]], kinds[text[at + 1]]);
            if ((kind & UnitKinds.DigitJoiner) != 0 ? (before & after & UnitKinds.Digit) == 0 : (after & LatinOrDigit) == 0) break;
            if ((kind & UnitKinds.Joiner) != 0) isNumber = false;
        }
        return at;
    }

    private void AddChineseNumber(char* text, int at, int length, ulong found, ref Walk walk)
    {
        var end = EndOfChineseNumber(text, at, length);
        if (end > at + 1 && (found >> Math.Min(end - at, 63) & 1) == 0)
            walk.Add(at, end, graph.Number, graph.Weights[graph.Number] + ChineseNumberWeight, CandidateKind.Number);
    }

    private int EndOfChineseNumber(char* text, int at, int length)
    {
        while (at < length && (graph.Kinds[text[at]] & UnitKinds.ChineseNumber) != 0) at++;
        return at;
    }

    private void AddOrdinal(char* text, int at, int length, ulong found, ref Walk walk)
    {
        var end = at + 1;
        while (end < length && (graph.Kinds[text[end]] & UnitKinds.Digit) != 0) end++;
        if (end == at + 1) end = EndOfChineseNumber(text, end, length);
        if (end > at + 1 && (found >> Math.Min(end - at, 63) & 1) == 0 && !PartsLatin(text, end, length))
            walk.Add(at, end, graph.Ordinal, graph.Weights[graph.Ordinal], CandidateKind.Number);
    }

    private void AddNames(char* text, int at, int length, ulong found, ref Walk walk)
    {
        if (at + 2 > length) return;
        var person = graph.Weights[graph.Person];
        if ((found & 4) == 0 && graph.NameWeight(text[at], text[at + 1]) is var two && !double.IsNaN(two))
            walk.Add(at, at + 2, graph.Person, person + two, CandidateKind.Name);
        if (at + 3 <= length && (found & 8) == 0 && graph.NameWeight(text[at], text[at + 1], text[at + 2]) is var three && !double.IsNaN(three))
            walk.Add(at, at + 3, graph.Person, person + three, CandidateKind.Name);
    }

    private void AddForeignNames(char* text, int at, int length, ulong found, ref Walk walk)
    {
        var weight = graph.Weights[graph.Person] + ForeignNameWeight + graph.ForeignWeight(text[at]);
        var most = Math.Min(length, at + LongestForeignName);
        for (var end = at + 1; end < most && (graph.Kinds[text[end]] & UnitKinds.Foreign) != 0; end++)
        {
            weight += graph.ForeignWeight(text[end]);
            if ((found >> (end + 1 - at) & 1) == 0) walk.Add(at, end + 1, graph.Person, weight, CandidateKind.ForeignName);
        }
    }

    private int TakePath(char* text, int offset, int last, TextSpan* words, GraphScratch scratch)
    {
        var edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]);
        var path = scratch.Path;
        var length = 0;
        for (var edge = last; edge > StartEdge; edge = edges[edge].Back) path[length++] = edge;
        var count = 0;
        var run = 0;                             // words at the end of the result that the hidden Markov model may join
        var afterNumber = false;
        while (--length >= 0)
        {
            ref var edge = ref edges[path[length]];
            var word = TextSpan.FromBounds(offset + edge.Start, offset + edge.End);
            if (options.UseHmm && IsForModel(text, word, edge.Kind))
            {
                words[count++] = word;
                run++;
                continue;
            }
            if (run > 1) count = CutRun(text, words, count, run, scratch);
            run = 0;
            if (options.JoinDates && afterNumber && word.Length == 1 && graph.Folded[text[word.Start]] is '年' or '月' or '日')
                words[count - 1] = TextSpan.FromBounds(words[count - 1].Start, word.End);
            else
            {
                if (options.SplitPersonNames && edge.Kind == CandidateKind.Name)
                {
                    words[count++] = new TextSpan(word.Start, 1);
                    word = TextSpan.FromBounds(word.Start + 1, word.End);
                }
                words[count++] = word;
            }
            afterNumber = edge.Kind == CandidateKind.Number;
        }
        return run > 1 ? CutRun(text, words, count, run, scratch) : count;
    }

    /// <summary>Tells whether the hidden Markov model may join this word with its neighbours: one rare character.</summary>
    public bool IsForModel(char* text, TextSpan word, CandidateKind kind) =>
        word.Length == 1 && kind is CandidateKind.Dictionary or CandidateKind.Unknown && (graph.Kinds[text[word.Start]] & UnitKinds.Rare) != 0;

    // The run's words are the last of the result; they are put together anew unless the run happens to be a word.
    private int CutRun(char* text, TextSpan* words, int count, int run, GraphScratch scratch)
    {
        var start = words[count - run].Start;
        if (Contains(new ReadOnlySpan<char>(text + start, run))) return count;
        var folded = scratch.Run;
        for (var i = 0; i < run; i++) folded[i] = graph.Folded[text[start + i]];
        count -= run;
        fixed (char* units = folded)
        fixed (byte* choices = scratch.States)
        {
            var isEnd = choices + run;
            HiddenMarkovModel.FindEnds(units, run, choices, isEnd);
            var first = 0;
            for (var i = 0; i < run; i++)
            {
                if (isEnd[i] == 0) continue;
                var word = TextSpan.FromBounds(start + first, start + i + 1);
                if (word.Length > 1 && user is not null && user.Find(new ReadOnlySpan<char>(text + word.Start, word.Length)) == GraphUserWords.Removed)
                    for (var at = word.Start; at < word.End; at++) words[count++] = new TextSpan(at, 1);
                else words[count++] = word;
                first = i + 1;
            }
        }
        return count;
    }

    /// <summary>Tells whether a text is a word of the graph or of the user.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (user is not null && user.Find(text) is var own and > 0) return own != GraphUserWords.Removed;
        return graph.Trie.Find(text) > 0;
    }

    /// <summary>Gives every word of the dictionaries in one sentence, numbers and Latin included, and single characters where no longer word is.</summary>
    /// <returns>False when there is no more room.</returns>
    public bool CutAll(char* text, int start, int end, Span<TextSpan> words, ref int written, GraphScratch scratch)
    {
        FindEdges(text + start, end - start, scratch, out _, out var count);
        var covered = 0;
        for (var i = StartEdge + 1; i < count; i++)
        {
            ref var edge = ref scratch.Edges[i];
            if (edge.Kind is CandidateKind.Name or CandidateKind.ForeignName) continue;
            var isAlone = edge.End - edge.Start == 1;
            if (isAlone && (edge.Start < covered || HasLonger(scratch, i, count))) continue;
            if (written == words.Length) return false;
            words[written++] = TextSpan.FromBounds(start + edge.Start, start + edge.End);
            if (!isAlone) covered = Math.Max(covered, edge.End);
        }
        return true;
    }
}
