// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>The candidates of a text, found by their characters without making a string of them.</summary>
internal sealed class CandidateTable(string folded)
{
    private readonly List<CandidatePhrase> _phrases = [];
    private int[] _cells = new int[1024];               // 1 + number of the phrase; 0 for none. At least half are free.

    /// <summary>All candidates, in the order in which they were first met.</summary>
    public IReadOnlyList<CandidatePhrase> Phrases => _phrases;

    /// <summary>Finds the candidate at a place of the text, or makes it.</summary>
    public CandidatePhrase At(TextSpan span, int words, double weight)
    {
        var hash = string.GetHashCode(folded.AsSpan(span.Start, span.Length));
        var cell = Find(folded.AsSpan(span.Start, span.Length), hash);
        return _cells[cell] > 0 ? _phrases[_cells[cell] - 1] : Add(new CandidatePhrase(folded, span.Start, span.Length, hash, words, weight), cell);
    }

    /// <summary>Makes a candidate of a string, in the place of one with the same characters.</summary>
    public CandidatePhrase Replace(string phrase, int words, double weight)
    {
        var hash = string.GetHashCode(phrase.AsSpan());
        var cell = Find(phrase, hash);
        var made = new CandidatePhrase(phrase, 0, phrase.Length, hash, words, weight);
        return _cells[cell] > 0 ? _phrases[_cells[cell] - 1] = made : Add(made, cell);
    }

    private int Find(ReadOnlySpan<char> phrase, int hash)
    {
        var cell = hash & (_cells.Length - 1);
        for (; _cells[cell] > 0; cell = (cell + 1) & (_cells.Length - 1))
            if (_phrases[_cells[cell] - 1] is var other && other.Hash == hash && other.Folded.SequenceEqual(phrase)) break;
        return cell;
    }

    private CandidatePhrase Add(CandidatePhrase phrase, int cell)
    {
        _phrases.Add(phrase);
        _cells[cell] = _phrases.Count;
        if (2 * _phrases.Count > _cells.Length) Grow();
        return phrase;
    }

    private void Grow()
    {
        _cells = new int[2 * _cells.Length];
        for (var i = 0; i < _phrases.Count; i++)
        {
            var cell = _phrases[i].Hash & (_cells.Length - 1);
            while (_cells[cell] > 0) cell = (cell + 1) & (_cells.Length - 1);
            _cells[cell] = i + 1;
        }
    }
}
