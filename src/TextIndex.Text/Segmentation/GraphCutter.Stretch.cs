// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Sentences are cut a few at a time, so that what one of them waits for from memory is on its way while another one is worked on.
internal sealed unsafe partial class GraphCutter
{
    /// <summary>Reads as many sentences as make a stretch, at least one, for <see cref="CutStretch"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the first sentence begins; there is text after it.</param>
    /// <param name="scratch">Receives what was read.</param>
    /// <returns>Where the last sentence ends.</returns>
    public int ReadStretch(ReadOnlySpan<char> text, int start, GraphScratch scratch)
    {
        var (count, at, room) = (0, start, 0);
        while (at < text.Length && room < GraphScratch.StretchLength)
        {
            var end = EndOfSentence(text, at);
            scratch.Sentences[count++] = new GraphSentence(at, end - at, room);
            room += end - at + 2;
            at = end;
        }
        scratch.SentenceCount = count;
        scratch.MakeRoomForSentence(room);
        fixed (char* units = text)
            foreach (ref var sentence in scratch.Sentences.AsSpan(0, count)) ReadSentence(units + sentence.Start, sentence.Length, sentence.Offset, scratch);
        ReadSeconds(room, scratch);
        return at;
    }

    /// <summary>Cuts the sentences that were read.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="words">Receives the words; room for a word a code unit.</param>
    /// <param name="scratch">What was read.</param>
    /// <returns>How many words there are.</returns>
    public int CutStretch(char* text, TextSpan* words, GraphScratch scratch)
    {
        var edges = StartEdge + 1;
        var sentences = scratch.Sentences.AsSpan(0, scratch.SentenceCount);
        foreach (ref var sentence in sentences)
            if (sentence.Length > 1) edges = FindEdges(text + sentence.Start, sentence.Length, sentence.Offset, edges, scratch);
        var count = 0;
        foreach (ref var sentence in sentences)
        {
            if (sentence.Length > 1) count += TakePath(text, sentence.Start, FindPath(sentence.Offset, sentence.Length, scratch), words + count, scratch);
            else words[count++] = new TextSpan(sentence.Start, 1);
        }
        return count;
    }

    // Where the second and the third character stand in the trie are the steps that are likely to miss the cache: they are asked for before anyone
    // waits for them.
    private void ReadSentence(char* text, int length, int offset, GraphScratch scratch)
    {
        var codes = (ushort*)Unsafe.AsPointer(ref scratch.Codes[offset]);
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
        codes[length] = codes[length + 1] = 0;             // no label: no word goes on into the next sentence
    }

    // Finds for each place the node of its first two characters, 0 if no word begins so.
    private void ReadSeconds(int length, GraphScratch scratch)
    {
        var codes = (ushort*)Unsafe.AsPointer(ref scratch.Codes[0]);
        var seconds = (ulong*)Unsafe.AsPointer(ref scratch.Seconds[0]);
        var nodes = graph.Trie.Nodes;
        var root = nodes + WordTrie.ChildIndex(nodes[0], 0);
        for (var at = 0; at < length - 2; at++)
        {
            var first = root[codes[at]];
            uint next = codes[at + 1];
            var second = nodes[WordTrie.ChildIndex(first, next)];
            var isPrefix = (ushort)first == codes[at] & (ushort)second == next;
            second &= 0 - (isPrefix ? 1UL : 0);
            seconds[at] = second;
            WordGraph.Fetch(nodes + WordTrie.ChildIndex(second, codes[at + 2]));
            WordGraph.Fetch(graph.Infos + (second >> 40));
        }
    }
}
