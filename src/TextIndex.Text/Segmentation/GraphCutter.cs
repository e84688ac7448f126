// SPDX-License-Identifier: MIT
// After Zhang, Yu, Xiong and Liu 2003 (ICTCLAS: a graph of words, pairs of words, classes for numbers and names).
using System.Runtime.CompilerServices;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// The hot path of the word graph, two passes over a few sentences while they lie in the first cache. From left to right every word that may stand there
// becomes an edge. From right to left each edge takes the best edge after it: without a bonus that is the best of the place where it ends; a bonus
// may make a rival of that edge better, but no rival that lags behind by more than the largest bonus it gets from any word, and so most edges are asked
// about one or two pairs. A pair that is not known costs one look at a filter. Weights are whole numbers, so a path weighs the same in any order. What the text
// alone decides (is this a word, which of two is better) cannot be guessed and is computed without a branch where that costs little.
/// <summary>Finds the best path through the words that may stand in a sentence. Safe to share between threads.</summary>
internal sealed unsafe partial class GraphCutter(WordGraph graph, GraphUserWords? user, WordSegmenterOptions options)
{
    private const int StartEdge = 1;
    private const int LongestForeignName = 8;
    private const int LongSentence = 2000;
    private const int ForeignNameWeight = -2 * WordGraph.Unit;
    private const int ChineseNumberWeight = -1768;                      // log 0.001
    private const int EdgeBits = 20;                                    // of a key: which edge of its place
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

    /// <summary>Weighs the best path through a text.</summary>
    public double Weigh(string text)
    {
        var scratch = GraphScratch.Take();
        var weight = 0.0;
        fixed (char* units = text)
            if (text.Length > 0)
            {
                FindEdges(units, text.Length, scratch);
                weight = scratch.Edges[FindPath(0, text.Length, scratch)].Score / (double)WordGraph.Unit;
            }
        scratch.GiveBack();
        return weight;
    }

    /// <summary>Fills the scratch with every edge of one sentence alone.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <param name="scratch">Receives the edges.</param>
    /// <returns>How many edges there are.</returns>
    public int FindEdges(char* text, int length, GraphScratch scratch)
    {
        scratch.MakeRoomForSentence(length + 2);
        ReadSentence(text, length, 0, scratch);
        ReadSeconds(length + 2, scratch);
        return FindEdges(text, length, 0, StartEdge + 1, scratch);
    }

    // Adds every edge of a sentence that is read, by their start; edge 0 is none, edge 1 the start of every sentence.
    private int FindEdges(char* text, int length, int offset, int count, GraphScratch scratch)
    {
        var reached = (byte*)Unsafe.AsPointer(ref scratch.Reached[offset]);
        var firsts = (int*)Unsafe.AsPointer(ref scratch.Firsts[offset]);
        new Span<byte>(reached, length + 1).Clear();
        reached[0] = 1;
        scratch.Edges[StartEdge] = new GraphEdge { Word = (ushort)graph.SentenceStart };
        var most = LongestWordLength + LongestForeignName + 8;
        var walk = new Walk { Codes = (ushort*)Unsafe.AsPointer(ref scratch.Codes[offset]), Seconds = (ulong*)Unsafe.AsPointer(ref scratch.Seconds[offset]), Reached = reached, Infos = graph.Infos, Edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]), Count = count };
        for (var at = 0; at < length; at++)
        {
            firsts[at] = walk.Count;
            if (reached[at] == 0) continue;
            if (walk.Count + most > scratch.Edges.Length)
            {
                scratch.MakeRoomForEdges(2 * walk.Count + most);
                walk.Edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]);
            }
            var kind = graph.Kinds[text[at]];
            if ((kind & Special) != 0 || user is not null) AddEdges(text, at, length, kind, ref walk);
            else if (AddPlainWords(text, at, length, ref walk) is var found && (kind & Classes) != 0) AddClasses(text, at, length, kind, found, ref walk);
        }
        return firsts[length] = walk.Count;
    }

    private ref struct Walk
    {
        public ushort* Codes;
        public ulong* Seconds;
        public byte* Reached;
        public WordInfo* Infos;
        public GraphEdge* Edges;
        public int Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int end, int word, int weight, CandidateKind kind) => AddIf(1, end, word, weight, kind);

        // If the condition is 0, the next edge is written over this one.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddIf(int condition, int end, int word, int weight, CandidateKind kind)
        {
            var added = Edges + Count;
            added->Weight = weight;
            added->End = end;
            added->Word = (ushort)word;
            added->MostAfterAny = Infos[word].MostAfterAny;
            added->MostBeforeAny = Infos[word].MostBeforeAny;
            added->KindValue = (byte)kind;
            Reached[end] |= (byte)condition;
            Count += condition;
        }
    }

    /// <summary>Weighs every edge, from the last to the first.</summary>
    /// <returns>The first edge of the best path.</returns>
    private int FindPath(int offset, int length, GraphScratch scratch)
    {
        var firsts = (int*)Unsafe.AsPointer(ref scratch.Firsts[offset]);
        var places = (GraphPlace*)Unsafe.AsPointer(ref scratch.Places[0]);
        var edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]);
        var rivals = (GraphRival*)Unsafe.AsPointer(ref scratch.Rivals[0]);
        var count = 0;                           // of rivals
        var end = firsts[length];
        for (var at = length - 1; at >= 0; at--)
        {
            var first = firsts[at];
            if (first == end) continue;          // no word ends here
            var best = long.MinValue / 4;        // below every key; Larger subtracts
            for (var edge = edges + end; --edge >= edges + first;)
            {
                var score = (long)edge->Weight;
                if (edge->End == length) edge->Next = 0;
                else
                {
                    var place = places + edge->End;
                    var key = place->Best;
                    if (edge->Word != 0)
                    {
                        score += WordGraph.Backoff;
                        // The shorter word has lost if it is no rival even with the largest bonus that it may get from both sides.
                        var most = edge->MostBeforeAny * WordGraph.Sixteenth;
                        if (score + (key >> EdgeBits) + most + edge->MostAfterAny * WordGraph.Sixteenth > best >> EdgeBits)
                        {
                            var word = (uint)edge->Word << 16;
                            var lowest = key - ((long)most << EdgeBits);
                            for (var rival = rivals + place->FirstRival; rival < rivals + place->EndRival; rival++)
                            {
                                if (rival->Key < lowest) continue;
                                var bonus = graph.FindBonus((word | rival->Word) * WordGraph.Hash);
                                key = Larger(key, rival->Key + ((long)bonus * WordGraph.Sixteenth << EdgeBits));
                            }
                        }
                    }
                    score += key >> EdgeBits;
                    edge->Next = firsts[edge->End] + (int)(key & ((1 << EdgeBits) - 1));
                }
                edge->Score = score;
                best = Larger(best, score << EdgeBits | (uint)(edge - edges - first));
            }
            places[at].Best = best;
            places[at].FirstRival = count;
            var least = best >> EdgeBits;
            for (var i = first; i < end; i++)
            {
                rivals[count].Key = edges[i].Score << EdgeBits | (uint)(i - first);
                rivals[count].Word = edges[i].Word;
                count += edges[i].Score + edges[i].MostAfterAny * WordGraph.Sixteenth > least ? 1 : 0;
            }
            places[at].EndRival = count;
            end = first;
        }
        // The start of the sentence is the one edge before all others.
        var start = places[0].Best;
        for (var i = places[0].FirstRival; i < places[0].EndRival; i++)
            start = Math.Max(start, rivals[i].Key + ((long)graph.FindBonus(((uint)graph.SentenceStart << 16 | rivals[i].Word) * WordGraph.Hash) * WordGraph.Sixteenth << EdgeBits));
        return firsts[0] + (int)(start & ((1 << EdgeBits) - 1));
    }

    // Which is larger cannot be guessed; Math.Max would branch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Larger(long one, long other) => one + (other - one & ~((other - one) >> 63));

    // The common case on its own: Han, and no words of a user.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong AddPlainWords(char* text, int at, int length, ref Walk walk)
    {
        var codes = walk.Codes + at;
        var nodes = graph.Trie.Nodes;
        var node = nodes[WordTrie.ChildIndex(nodes[0], codes[0])];
        var value = (ushort)node == codes[0] ? (int)(node >> 40) : 0;
        if (value != 0) walk.Add(at + 1, graph.WordOf(value), walk.Infos[value].Weight, CandidateKind.Dictionary);
        else walk.Add(at + 1, 0, graph.Unknown, CandidateKind.Unknown);

        // Whether two characters are a word cannot be guessed: no branch.
        node = walk.Seconds[at];
        value = (int)(node >> 40);
        if (value != 0 && !BlockClass.IsHan(text[at + 1]) && PartsLatin(text, at + 2, length)) value = 0;
        var isWord = -value >>> 31;
        walk.AddIf(isWord, at + 2, graph.WordOf(value), walk.Infos[value].Weight, CandidateKind.Dictionary);
        var found = (ulong)isWord << 2;
        var end = at + 2;
        while (true)
        {
            uint code = codes[end - at];
            var next = nodes[WordTrie.ChildIndex(node, code)];
            if ((ushort)next != code || node == 0) return found;
            node = next;
            end++;
            value = (int)(node >> 40);
            if (value != 0 && (BlockClass.IsHan(text[end - 1]) || !PartsLatin(text, end, length)))
            {
                found |= 1UL << (end - at);
                walk.Add(end, graph.WordOf(value), walk.Infos[value].Weight, CandidateKind.Dictionary);
            }
        }
    }

    private void AddEdges(char* text, int at, int length, UnitKinds kind, ref Walk walk)
    {
        var unit = text[at];
        var first = at + 1;                      // where the shortest word from here ends
        if ((kind & Mark) != 0) first = AddMark(text, at, length, kind, ref walk);
        else if ((kind & UnitKinds.SentenceEnd) != 0 && unit == '\r' && first < length && text[first] == '\n')
        {
            walk.Add(at + 2, 0, graph.Unknown, CandidateKind.Mark);
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
        var infos = graph.Infos;
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
                walk.Add(end, graph.WordOf(value), infos[value].Weight, CandidateKind.Dictionary);
            }
            else if (end == first && alone) walk.Add(end, 0, graph.Unknown, CandidateKind.Unknown);
            if (end == length || !isPrefix) return found;
        }
    }

    // The same with the words of a user above those of the graph.
    private ulong AddWordsAndUsers(char* text, int at, int length, int first, bool alone, ref Walk walk)
    {
        var codes = graph.Trie.Codes;
        var nodes = graph.Trie.Nodes;
        var infos = graph.Infos;
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
                if (own > 0) walk.Add(end, graph.WordOf(value), user!.Weights[own], CandidateKind.User);
                else walk.Add(end, graph.WordOf(value), infos[value].Weight, CandidateKind.Dictionary);
            }
            else if (end == first && alone) walk.Add(end, 0, graph.Unknown, CandidateKind.Unknown);
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
            walk.Add(end, word, graph.Infos[word].Weight, isNumber ? CandidateKind.Number : CandidateKind.Latin);
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
                if (IsChildOfRoot(text[at]) && value is > 0 && value <= graph.WordCount) walk.Add(end, value, graph.Infos[value].Weight, CandidateKind.Dictionary);
                else walk.Add(end, 0, graph.Unknown, CandidateKind.Unknown);
                return end + 1;
            }
        }
        walk.Add(end, 0, graph.Unknown, CandidateKind.Mark);
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
            walk.Add(end, graph.Number, graph.Infos[graph.Number].Weight + ChineseNumberWeight, CandidateKind.Number);
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
            walk.Add(end, graph.Ordinal, graph.Infos[graph.Ordinal].Weight, CandidateKind.Number);
    }

    private void AddNames(char* text, int at, int length, ulong found, ref Walk walk)
    {
        if (at + 2 > length) return;
        var person = graph.Infos[graph.Person].Weight;
        var two = graph.NameWeight(text[at], text[at + 1]);
        walk.AddIf(two >>> 31 & (int)(~found >> 2 & 1), at + 2, graph.Person, person + two, CandidateKind.Name);
        if (at + 3 > length) return;
        var three = graph.NameWeight(text[at], text[at + 1], text[at + 2]);
        walk.AddIf(three >>> 31 & (int)(~found >> 3 & 1), at + 3, graph.Person, person + three, CandidateKind.Name);
    }

    private void AddForeignNames(char* text, int at, int length, ulong found, ref Walk walk)
    {
        var weight = graph.Infos[graph.Person].Weight + ForeignNameWeight + graph.ForeignWeight(text[at]);
        var most = Math.Min(length, at + LongestForeignName);
        for (var end = at + 1; end < most && (graph.Kinds[text[end]] & UnitKinds.Foreign) != 0; end++)
        {
            weight += graph.ForeignWeight(text[end]);
            if ((found >> (end + 1 - at) & 1) == 0) walk.Add(end + 1, graph.Person, weight, CandidateKind.ForeignName);
        }
    }

    private int TakePath(char* text, int offset, int first, TextSpan* words, GraphScratch scratch)
    {
        var edges = (GraphEdge*)Unsafe.AsPointer(ref scratch.Edges[0]);
        var count = 0;
        var run = 0;                             // words at the end of the result that the hidden Markov model may join
        var afterNumber = false;
        var start = offset;
        for (var next = first; next != 0;)
        {
            ref var edge = ref edges[next];
            next = edge.Next;
            var word = TextSpan.FromBounds(start, offset + edge.End);
            start = word.End;
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
        var count = FindEdges(text + start, end - start, scratch);
        var covered = 0;
        var at = 0;
        for (var i = StartEdge + 1; i < count; i++)
        {
            while (scratch.Firsts[at + 1] <= i) at++;
            ref var edge = ref scratch.Edges[i];
            if (edge.Kind is CandidateKind.Name or CandidateKind.ForeignName) continue;
            var isAlone = edge.End - at == 1;
            if (isAlone && (at < covered || HasLonger(scratch, i, scratch.Firsts[at + 1]))) continue;
            if (written == words.Length) return false;
            words[written++] = TextSpan.FromBounds(start + at, start + edge.End);
            if (!isAlone) covered = Math.Max(covered, edge.End);
        }
        return true;
    }
}
