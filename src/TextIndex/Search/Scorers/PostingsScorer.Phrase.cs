// SPDX-License-Identifier: MIT
using TextIndex.Codecs;

namespace TextIndex.Search.Scorers;

// Documents in which the words follow each other. Two frequent words have a list of the documents in which they do; it stands for both where the phrase is
// the two, and else makes the common documents few. What is left is decided from positions, rarest word first.
internal sealed unsafe partial class PostingsScorer
{
    private readonly List<TermCursor> _byPlace = [];
    private readonly PinnedArray<int> _starts = new(1024);         // where the phrase may begin
    private readonly PinnedArray<int> _positions = new(1024);

    private void RunPhrase(FieldView field, ReadOnlySpan<float> weights)
    {
        var weight = 0f;
        foreach (var part in weights) weight += part;
        _byPlace.Clear();
        _byPlace.AddRange(_cursors);
        for (var i = 0; i + 1 < _words; i++)
        {
            int first = _byPlace[i].List.Entry.Frequent, second = _byPlace[i + 1].List.Entry.Frequent;
            if (first < 0 || second < 0 || !field.Terms.HasPairs) continue;
            if (!field.Terms.TryFindPair(first, second, out var pair)) return;
            var cursor = Add(field, pair, weight);
            cursor.Place = -1;
            if (_words > 2) continue;
            // The list of the two tells all: documents, frequencies and bounds.
            (_cursors[0], _words) = (cursor, 1);
            RunTerm();
            return;
        }
        SortByCount();
        _byPlace.Sort(static (a, b) => a.List.Count.CompareTo(b.List.Count));
        if (_cursors[0].IsDense) CutBitsOfPhrase(weight);
        else
        {
            for (var b = 0; b < _cursors[0].List.Blocks; b++)
            {
                var kept = Survive(b);
                for (var i = 0; i < kept; i++) Decide(_survivors.Pointer[i], weight);
            }
        }
    }

    private void CutBitsOfPhrase(float weight)
    {
        for (var w = 0; w < WordCount; w++)
        {
            var common = _mask is null ? ~0ul : _mask[w];
            foreach (var cursor in _cursors) common &= cursor.List.Words[w];
            for (; common != 0; common &= common - 1) Decide(w << 6 | System.Numerics.BitOperations.TrailingZeroCount(common), weight);
        }
    }

    private void Decide(int document, float weight)
    {
        var found = CountPhrases(document);
        if (found == 0) return;
        Total++;
        var score = weight * found / (found + _byPlace[0].Norms[document]);
        if (score >= Top.Floor) Top.Offer(document, score);
    }

    private int CountPhrases(int document)
    {
        var first = _byPlace[0];
        var left = first.ReadPositions(document, _starts);
        for (var i = 0; i < left; i++) _starts.Pointer[i] -= first.Place;
        for (var t = 1; t < _byPlace.Count && left > 0; t++)
        {
            var cursor = _byPlace[t];
            var count = cursor.ReadPositions(document, _positions);
            int* starts = _starts.Pointer, positions = _positions.Pointer;
            var (kept, at) = (0, 0);
            for (var i = 0; i < left; i++)
            {
                var wanted = starts[i] + cursor.Place;
                while (at < count && positions[at] < wanted) at++;
                if (at == count) break;
                if (positions[at] == wanted) starts[kept++] = starts[i];
            }
            left = kept;
        }
        return left;
    }
}
