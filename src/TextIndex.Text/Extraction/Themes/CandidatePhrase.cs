// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>A string of the text that may be a key phrase, with all that was seen of it. A text has tens of thousands, most of them seen once.</summary>
/// <param name="source">A folded text that holds the phrase.</param>
/// <param name="start">Where.</param>
/// <param name="length">Its length.</param>
/// <param name="hash">The hash of its characters.</param>
/// <param name="words">How many words of the segmentation it has.</param>
/// <param name="weight">How rare its words are: the mean of their negative log frequencies, in nats.</param>
internal sealed class CandidatePhrase(string source, int start, int length, int hash, int words, double weight)
{
    private TextSpan _first;
    private List<TextSpan>? _further;
    private bool _isUnordered;

    public ReadOnlySpan<char> Folded => source.AsSpan(start, length);

    public int Length => length;

    public int Hash => hash;

    public int Words => words;

    public double Weight => weight;

    /// <summary>How many occurrences are known.</summary>
    public int Count { get; private set; }

    public TextSpan First => _first;

    public TextSpan Last => _further is { Count: > 0 } ? _further[^1] : _first;

    /// <summary>Occurrences that fill the room between two marks or function words: a whole phrase, no piece of one.</summary>
    public int Whole { get; set; }

    /// <summary>Number of the first heading that holds it, from 1; 0 for none.</summary>
    public int Heading { get; set; }

    public bool InTitle { get; set; }

    /// <summary>A member of 学习…的品格: the text itself holds it up as a quality.</summary>
    public bool IsQuality { get; set; }

    public bool IsName { get; set; }

    /// <summary>Number of the first paragraph that holds it, from 1.</summary>
    public int Paragraph { get; set; }

    public TextSpan this[int occurrence] => occurrence == 0 ? _first : _further![occurrence - 1];

    public void Add(TextSpan span)
    {
        if (Count++ == 0) { _first = span; return; }
        _isUnordered |= span.Start < Last.End;
        (_further ??= []).Add(span);
    }

    public void ClearOccurrences()
    {
        Count = 0;
        _further?.Clear();
        _isUnordered = false;
    }

    public bool Has(TextSpan span) => Count > 0 && (_first == span || _further is not null && _further.Contains(span));

    /// <summary>Counts the occurrences inside a stretch.</summary>
    public int CountIn(TextSpan stretch)
    {
        if (!_isUnordered) return Math.Max(0, FirstBehind(stretch.End) - FirstFrom(stretch.Start));
        var count = 0;
        for (var i = 0; i < Count; i++)
            if (stretch.Contains(this[i])) count++;
        return count;
    }

    /// <summary>Gives the occurrences inside a stretch; all for null.</summary>
    public TextSpan[] SpansIn(TextSpan? stretch)
    {
        var spans = new List<TextSpan>(Count);
        for (var i = 0; i < Count; i++)
            if (stretch is not { } part || part.Contains(this[i])) spans.Add(this[i]);
        return [.. spans];
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int FirstBehind(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
