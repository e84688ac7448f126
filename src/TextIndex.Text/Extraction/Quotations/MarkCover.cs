// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>Tells what lies inside marks: names there are words of others, not of this text.</summary>
internal sealed class MarkCover(List<PairedMark> marks)
{
    public bool IsInside(TextSpan span)
    {
        for (var mark = Last(span.Start); mark is not null; mark = mark.Parent)
            if (mark.Content.Contains(span)) return true;
        return false;
    }

    /// <summary>The words of the outermost pair around an offset; null outside of all.</summary>
    public TextSpan? Outermost(int offset)
    {
        TextSpan? found = null;
        for (var mark = Last(offset); mark is not null; mark = mark.Parent)
            if (mark.Content.Contains(new TextSpan(offset, 1))) found = mark.Content;
        return found;
    }

    /// <summary>Tells whether a closing mark ends words that are a clause by themselves: what follows begins anew. “春雨”行动 goes on.</summary>
    public bool IsClosing(char c, int at)
    {
        if (c is not ('”' or '」' or '』' or '"')) return false;
        return Last(at) is { } mark && mark.Span.End == at + 1 && mark.Content.Length >= 12;
    }

    // The last pair that begins at or before an offset.
    private PairedMark? Last(int offset)
    {
        int low = 0, high = marks.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Span.Start <= offset) low = middle + 1;
            else high = middle - 1;
        }
        return high >= 0 ? marks[high] : null;
    }
}
