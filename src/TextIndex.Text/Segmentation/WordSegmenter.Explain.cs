// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

// Not a hot path, but the same one: what is told here is what the cut itself computed.
public sealed unsafe partial class WordSegmenter
{
    /// <summary>Tells why the accurate cut is what it is.</summary>
    /// <param name="text">Any text; meant for a sentence or a page.</param>
    /// <example><code>
    /// var explanation = WordSegmenter.WordGraph.Explain("中国科学院");
    /// foreach (var candidate in explanation.Candidates.Where(candidate => candidate.IsChosen)) Console.WriteLine(candidate.Span);
    /// </code></example>
    public SegmentationExplanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var candidates = new List<WordCandidate>();
        var runs = new List<TextSpan>();
        if (_fixed is null) ExplainPiece(text, 0, text.Length, candidates, runs);
        else
            for (var pieces = _fixed.PiecesOf(text); pieces.MoveNext();)
            {
                if (!pieces.IsWord) ExplainPiece(text, pieces.Start, pieces.End, candidates, runs);
                else candidates.Add(new WordCandidate(TextSpan.FromBounds(pieces.Start, pieces.End), CandidateKind.User, 0, 0, 0, IsChosen: true));
            }
        candidates.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return new SegmentationExplanation(Options.Model, Segment(text), candidates, runs);
    }

    private void ExplainPiece(string text, int from, int to, List<WordCandidate> candidates, List<TextSpan> runs)
    {
        fixed (char* start = text)
            for (var at = from; at < to;)
            {
                var end = _graph is null ? EndOfBlock(text.AsSpan(0, to), at) : _graph.EndOfSentence(text.AsSpan(0, to), at);
                if (_graph is null) ExplainBlock(text, start, at, end, candidates, runs);
                else _graph.Explain(start, at, end, candidates, runs);
                at = end;
            }
    }

    private void ExplainBlock(string text, char* units, int start, int end, List<WordCandidate> candidates, List<TextSpan> runs)
    {
        var length = end - start;
        if (!BlockClass.IsBlock(units[start]))
        {
            candidates.Add(new WordCandidate(new TextSpan(start, length), CandidateKind.Mark, 0, 0, 0, IsChosen: true));
            return;
        }
        var (best, ends) = (new double[length + 1], new int[length + 1]);
        fixed (double* firstBest = best)
        fixed (int* firstEnd = ends) FindPathWithUserWords(units + start, length, firstBest, firstEnd, keepsLatin: !Options.UserWordsAsInJieba);
        var chosen = new HashSet<TextSpan>();
        for (var at = 0; at < length; at = ends[at]) chosen.Add(TextSpan.FromBounds(start + at, start + ends[at]));
        for (var at = 0; at < length; at++)
        {
            var any = false;
            for (var walk = new WordWalk(Dictionary, units + start + at, length - at, hasBefore: at > 0, keepsLatin: !Options.UserWordsAsInJieba); walk.MoveNext(); any = true)
            {
                var span = new TextSpan(start + at, walk.Length);
                var isUsers = Dictionary.IsUsers(text.AsSpan(span.Start, span.Length));
                candidates.Add(new WordCandidate(span, isUsers ? CandidateKind.User : CandidateKind.Dictionary, walk.Weight, walk.Weight, walk.Weight + best[at + walk.Length], chosen.Contains(span)));
            }
            if (any) continue;
            var single = new TextSpan(start + at, 1);
            candidates.Add(new WordCandidate(single, CandidateKind.Unknown, Dictionary.UnknownWeight, Dictionary.UnknownWeight, Dictionary.UnknownWeight + best[at + 1], chosen.Contains(single)));
        }
        if (Options.UseHmm) AddRuns(text, start, ends, length, runs);
    }

    // As TakePath and CutRun have it: a run of two or more single characters that is no word; of it, the Han.
    private void AddRuns(string text, int start, int[] ends, int length, List<TextSpan> runs)
    {
        for (var at = 0; at < length;)
        {
            var end = at;
            while (end < length && ends[end] == end + 1) end++;
            if (end - at > 1 && Dictionary.FrequencyOf(text.AsSpan(start + at, end - at)) == 0)
                for (var from = at; from < end;)
                {
                    var to = from;
                    while (to < end && BlockClass.IsHan(text[start + to])) to++;
                    if (to - from > 1) runs.Add(TextSpan.FromBounds(start + from, start + to));
                    from = Math.Max(to, from + 1);
                }
            at = end > at ? end : ends[at];
        }
    }
}
