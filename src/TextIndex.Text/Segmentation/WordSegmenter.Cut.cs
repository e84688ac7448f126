// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// The hot path: a text is cut into blocks; a block is walked right to left, the trie and the dynamic program in one pass, so that jieba's
// graph of words never exists. Doubles are summed in python's order, and a tie goes to the longer word: the path is python's, always.
public sealed unsafe partial class WordSegmenter
{
    /// <summary>The accurate cut straight into the result, which is at least as long as the text.</summary>
    private int Cut(ReadOnlySpan<char> text, Span<TextSpan> words)
    {
        var scratch = SegmenterScratch.Take();
        var count = 0;
        fixed (char* start = text)
        fixed (TextSpan* first = words)
        {
            for (var at = 0; at < text.Length;)
            {
                var end = EndOfBlock(text, at);
                count += CutBlock(start, at, end, first + count, scratch);
                at = end;
            }
        }
        scratch.GiveBack();
        GC.KeepAlive(this);
        return count;
    }

    // A block, or one code point (or \r\n) outside the blocks.
    private static int EndOfBlock(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && BlockClass.IsBlock(text[end])) end++;
        return end > start ? end : start + BlockClass.LengthOutside(text, start);
    }

    private int CutBlock(char* text, int start, int end, TextSpan* words, SegmenterScratch scratch)
    {
        var length = end - start;
        if (length == 1 || !BlockClass.IsBlock(text[start]))
        {
            *words = new TextSpan(start, length);
            return 1;
        }
        scratch.MakeRoomForBlock(length);
        var block = text + start;
        fixed (int* ends = scratch.Ends)
        fixed (double* best = scratch.Best)
        {
            if (Dictionary.UserTrie is null) FindPath(block, length, best, ends);
            else FindPathWithUserWords(block, length, best, ends, keepsLatin: !Options.UserWordsAsInJieba);
            return Options.UseHmm ? TakePath(block, length, start, ends, words, scratch) : TakePathPlainly(block, length, start, ends, words);
        }
    }

    private void FindPath(char* block, int length, double* best, int* ends)
    {
        var codes = Dictionary.Trie.Codes;
        var nodes = Dictionary.Trie.Nodes;
        var weights = Dictionary.Weights;
        var unknown = Dictionary.UnknownWeight;
        var root = nodes + WordTrie.ChildIndex(nodes[0], 0);
        best[length] = 0;
        for (var i = length - 1; i >= 0; i--)
        {
            uint code = codes[block[i]];
            var node = root[code];
            var top = double.NegativeInfinity;
            var end = 0;
            var j = i + 1;
            if ((ushort)node == code)
            {
                while (true)
                {
                    var value = node >> 40;
                    if (value != 0)
                    {
                        var weight = weights[value] + best[j];
                        if (weight >= top) { top = weight; end = j; }
                    }
                    if (j == length) break;
                    code = codes[block[j]];
                    node = nodes[WordTrie.ChildIndex(node, code)];
                    if ((ushort)node != code) break;
                    j++;
                }
            }
            if (end == 0) { top = unknown + best[i + 1]; end = i + 1; }
            best[i] = top;
            ends[i] = end;
        }
    }

    private void FindPathWithUserWords(char* block, int length, double* best, int* ends, bool keepsLatin)
    {
        best[length] = 0;
        for (var i = length - 1; i >= 0; i--)
        {
            var (top, end) = (double.NegativeInfinity, 0);
            var walk = new WordWalk(Dictionary, block + i, length - i, hasBefore: i > 0, keepsLatin);
            while (walk.MoveNext())
            {
                var weight = walk.Weight + best[i + walk.Length];
                if (weight >= top) (top, end) = (weight, i + walk.Length);
            }
            if (end == 0) (top, end) = (Dictionary.UnknownWeight + best[i + 1], i + 1);
            (best[i], ends[i]) = (top, end);
        }
    }

    // Without HMM: the path itself, single Latin letters and digits joined.
    private static int TakePathPlainly(char* block, int length, int offset, int* ends, TextSpan* words)
    {
        var count = 0;
        for (var at = 0; at < length;)
        {
            var end = ends[at];
            if (end == at + 1 && char.IsAsciiLetterOrDigit(block[at]))
                while (end < length && ends[end] == end + 1 && char.IsAsciiLetterOrDigit(block[end])) end++;
            words[count++] = new TextSpan(offset + at, end - at);
            at = end;
        }
        return count;
    }

    // With HMM: runs of single characters are cut anew by the model, unless the run happens to be a word.
    private int TakePath(char* block, int length, int offset, int* ends, TextSpan* words, SegmenterScratch scratch)
    {
        var count = 0;
        var run = 0;
        for (var at = 0; at < length;)
        {
            var end = ends[at];
            if (end - at > 1)
            {
                if (run < at) count += CutRun(block, run, at, offset, words + count, scratch);
                words[count++] = new TextSpan(offset + at, end - at);
                run = end;
            }
            at = end;
        }
        return run < length ? count + CutRun(block, run, length, offset, words + count, scratch) : count;
    }

    private int CutRun(char* block, int start, int end, int offset, TextSpan* words, SegmenterScratch scratch)
    {
        if (end - start == 1)
        {
            *words = new TextSpan(offset + start, 1);
            return 1;
        }
        var count = 0;
        if (Dictionary.FrequencyOf(new ReadOnlySpan<char>(block + start, end - start)) > 0)
        {
            for (var at = start; at < end; at++) words[count++] = new TextSpan(offset + at, 1);
            return count;
        }
        while (start < end)
        {
            var stop = start + 1;
            if (BlockClass.IsHan(block[start]))
            {
                while (stop < end && BlockClass.IsHan(block[stop])) stop++;
                count += CutHan(block, start, stop, offset, words + count, scratch);
            }
            else
            {
                stop = EndOfLatin(block, start, end);
                words[count++] = new TextSpan(offset + start, stop - start);
            }
            start = stop;
        }
        return count;
    }

    private int CutHan(char* block, int start, int end, int offset, TextSpan* words, SegmenterScratch scratch)
    {
        var count = 0;
        var length = end - start;
        fixed (byte* choices = scratch.States)
        {
            var isEnd = choices + length;
            HiddenMarkovModel.FindEnds(block + start, length, choices, isEnd);
            var first = 0;
            for (var i = 0; i < length; i++)
            {
                if (isEnd[i] == 0) continue;
                words[count++] = new TextSpan(offset + start + first, i + 1 - first);
                first = i + 1;
            }
        }
        return Dictionary.UserTrie is null ? count : SplitRemovedWords(block - offset, words, count);
    }

    // [a-zA-Z0-9]+(?:\.\d+)?%? is one word, and so is what stands between two of them.
    private static int EndOfLatin(char* block, int start, int end)
    {
        var at = start;
        if (!char.IsAsciiLetterOrDigit(block[at]))
        {
            while (at < end && !char.IsAsciiLetterOrDigit(block[at]) && !BlockClass.IsHan(block[at])) at++;
            return at;
        }
        while (at < end && char.IsAsciiLetterOrDigit(block[at])) at++;
        if (at + 1 < end && block[at] == '.' && char.IsAsciiDigit(block[at + 1]))
        {
            at++;
            while (at < end && char.IsAsciiDigit(block[at])) at++;
        }
        return at < end && block[at] == '%' ? at + 1 : at;
    }

    // jieba's force split: a word that the user removed is not put together by the model.
    private int SplitRemovedWords(char* text, TextSpan* words, int count)
    {
        var split = 0;
        for (var i = 0; i < count; i++)
            if (words[i].Length > 1 && Dictionary.IsApart(new ReadOnlySpan<char>(text + words[i].Start, words[i].Length))) split += words[i].Length - 1;
        if (split == 0) return count;
        var to = count + split;
        for (var i = count - 1; i >= 0; i--)         // from the end, so that nothing is overwritten before it is read
        {
            var word = words[i];
            if (word.Length == 1 || !Dictionary.IsApart(new ReadOnlySpan<char>(text + word.Start, word.Length))) { words[--to] = word; continue; }
            for (var at = word.End - 1; at >= word.Start; at--) words[--to] = new TextSpan(at, 1);
        }
        return count + split;
    }
}
