// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

// A text with fixed words of a user: the model cuts what stands between them.
public sealed partial class WordSegmenter
{
    private bool TrySegmentAroundFixed(ReadOnlySpan<char> text, Span<TextSpan> words, SegmentationMode mode, out int count)
    {
        count = 0;
        var written = 0;
        for (var pieces = _fixed!.PiecesOf(text); pieces.MoveNext();)
        {
            var length = pieces.End - pieces.Start;
            if (!pieces.IsWord)
            {
                if (!TrySegmentPlain(text.Slice(pieces.Start, length), words[written..], mode, out var more)) return false;
                Shift(words.Slice(written, more), pieces.Start);
                written += more;
                continue;
            }
            var word = new TextSpan(pieces.Start, length);
            if (mode == SegmentationMode.Search)
            {
                var inside = new Result(words[written..]);
                AddWordsInside(text, word, ref inside);
                if (inside.Overflowed) return false;
                written += inside.Count;
            }
            else if (mode == SegmentationMode.Full)
            {
                if (!TrySegmentPlain(text.Slice(pieces.Start, length), words[written..], mode, out var more)) return false;
                Shift(words.Slice(written, more), pieces.Start);
                foreach (var inside in words.Slice(written, more))
                    if (inside.Length < length) words[written++] = inside;
            }
            if (written == words.Length) return false;
            words[written++] = word;
        }
        count = written;
        return true;
    }

    private static void Shift(Span<TextSpan> words, int by)
    {
        if (by == 0) return;
        foreach (ref var word in words) word = new TextSpan(word.Start + by, word.Length);
    }
}
