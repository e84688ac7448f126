// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

// jieba.posseg of python, step for step: its blocks have no % and no -, words come from the same path through the dictionary, and what is
// left in single characters goes to a model of words and tags together instead of jieba's model of words.
public sealed unsafe partial class WordSegmenter
{
    private void TagAsPosseg(ReadOnlySpan<char> text, ref TaggedResult result, TaggerScratch scratch)
    {
        var path = SegmenterScratch.Take();
        for (var at = 0; at < text.Length && !result.Overflowed;)
        {
            var end = at;
            while (end < text.Length && BlockClass.IsPossegBlock(text[end])) end++;
            if (end > at) TagBlock(text, at, end, ref result, path, scratch);
            else result.Add(at, end = at + BlockClass.LengthOutside(text, at), UnknownTag);
            at = end;
        }
        path.GiveBack();
        GC.KeepAlive(this);
    }

    private void TagBlock(ReadOnlySpan<char> text, int start, int end, ref TaggedResult result, SegmenterScratch path, TaggerScratch scratch)
    {
        var length = end - start;
        path.MakeRoomForBlock(length);
        fixed (char* block = text[start..end])
        fixed (int* ends = path.Ends)
        fixed (double* best = path.Best)
        {
            if (Dictionary.UserTrie is null) FindPath(block, length, best, ends);
            else FindPathWithUserWords(block, length, best, ends, keepsLatin: false);
        }
        var words = path.Ends.AsSpan(0, length);
        if (Options.UseHmm) TagPath(text, start, words, ref result, scratch);
        else TagPathPlainly(text, start, words, ref result);
    }

    // Without HMM: the path itself, single Latin letters and digits joined.
    private void TagPathPlainly(ReadOnlySpan<char> text, int offset, ReadOnlySpan<int> ends, ref TaggedResult result)
    {
        for (var at = 0; at < ends.Length;)
        {
            var end = ends[at];
            if (end == at + 1 && char.IsAsciiLetterOrDigit(text[offset + at]))
            {
                while (end < ends.Length && ends[end] == end + 1 && char.IsAsciiLetterOrDigit(text[offset + end])) end++;
                result.Add(offset + at, offset + end, LatinTag);
            }
            else AddFromDictionary(text, offset + at, offset + end, ref result);
            at = end;
        }
    }

    // With HMM: runs of single characters go to the model, unless the run happens to be a word.
    private void TagPath(ReadOnlySpan<char> text, int offset, ReadOnlySpan<int> ends, ref TaggedResult result, TaggerScratch scratch)
    {
        var run = 0;
        for (var at = 0; at < ends.Length;)
        {
            var end = ends[at];
            if (end - at > 1)
            {
                if (run < at) TagRun(text, offset + run, offset + at, ref result, scratch);
                AddFromDictionary(text, offset + at, offset + end, ref result);
                run = end;
            }
            at = end;
        }
        if (run < ends.Length) TagRun(text, offset + run, offset + ends.Length, ref result, scratch);
    }

    private void TagRun(ReadOnlySpan<char> text, int start, int end, ref TaggedResult result, TaggerScratch scratch)
    {
        if (end - start == 1 || Dictionary.FrequencyOf(text[start..end]) > 0)
        {
            for (var at = start; at < end; at++) AddFromDictionary(text, at, at + 1, ref result);
            return;
        }
        while (start < end)
        {
            var stop = start + 1;
            if (BlockClass.IsHan(text[start]))
            {
                while (stop < end && BlockClass.IsHan(text[stop])) stop++;
                TagHan(text, start, stop, ref result, scratch);
            }
            else
            {
                stop = EndOfDetail(text[..end], start, out var tag);
                result.Add(start, stop, tag);
            }
            start = stop;
        }
    }

    private static void TagHan(ReadOnlySpan<char> text, int start, int end, ref TaggedResult result, TaggerScratch scratch)
    {
        var route = scratch.Route(end - start);
        TagModel.FindStates(text[start..end], route, scratch);
        var first = 0;
        for (var i = 0; i < route.Length; i++)
        {
            if (!TagModel.IsEnd(route[i])) continue;
            result.Add(start + first, start + i + 1, TagModel.TagOf(route[i]));
            first = i + 1;
        }
        // The path may end inside a word: what is left is one, with the tag of its first character.
        if (first < route.Length) result.Add(start + first, end, TagModel.TagOf(route[first]));
    }

    // [.0-9]+ is a number, [a-zA-Z0-9]+ that begins with a letter is Latin, and what stands between them (+ # & _) is one x.
    private static int EndOfDetail(ReadOnlySpan<char> text, int start, out string tag)
    {
        var end = start;
        if (IsNumeric(text[start]))
        {
            tag = NumberTag;
            while (end < text.Length && IsNumeric(text[end])) end++;
        }
        else if (char.IsAsciiLetter(text[start]))
        {
            tag = LatinTag;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        }
        else
        {
            tag = UnknownTag;
            while (end < text.Length && !IsNumeric(text[end]) && !char.IsAsciiLetter(text[end]) && !BlockClass.IsHan(text[end])) end++;
        }
        return end;

        static bool IsNumeric(char unit) => unit == '.' || char.IsAsciiDigit(unit);
    }

    private void AddFromDictionary(ReadOnlySpan<char> text, int start, int end, ref TaggedResult result)
    {
        var tag = Dictionary.TagOf(text[start..end]);
        result.Add(start, end, tag.Length > 0 ? tag : UnknownTag);
    }
}
