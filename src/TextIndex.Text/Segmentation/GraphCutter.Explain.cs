// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

// Why a sentence was cut as it was; far from the hot path.
internal sealed unsafe partial class GraphCutter
{
    /// <summary>Tells what the cut of one sentence computed.</summary>
    public void Explain(char* text, int start, int end, List<WordCandidate> candidates, List<TextSpan> runs)
    {
        var scratch = GraphScratch.Take();
        FindEdges(text + start, end - start, scratch, out var last, out var count);
        var edges = scratch.Edges;
        var chosen = new HashSet<int>();
        for (var edge = last; edge > StartEdge; edge = edges[edge].Back) chosen.Add(edge);
        var rest = FindRests(scratch, end - start, count);
        var run = 0;
        for (var i = StartEdge + 1; i < count; i++)
        {
            ref var edge = ref edges[i];
            var span = TextSpan.FromBounds(start + edge.Start, start + edge.End);
            candidates.Add(new WordCandidate(span, edge.Kind, edge.Weight, edge.Score - edges[edge.Back].Score, edge.Score + rest[i], chosen.Contains(i)));
            if (!chosen.Contains(i)) continue;
            if (options.UseHmm && IsForModel(text, span, edge.Kind)) { run++; continue; }
            AddRun(text, span.Start, run, runs);
            run = 0;
        }
        AddRun(text, end, run, runs);
        scratch.GiveBack();
        GC.KeepAlive(this);
    }

    private void AddRun(char* text, int end, int run, List<TextSpan> runs)
    {
        if (run > 1 && !Contains(new ReadOnlySpan<char>(text + end - run, run))) runs.Add(TextSpan.FromBounds(end - run, end));
    }

    // What each edge's best path still weighs after it: the last pass backwards.
    private double[] FindRests(GraphScratch scratch, int length, int count)
    {
        var (edges, firsts) = (scratch.Edges, scratch.Firsts);
        var rests = new double[count];
        for (var before = count - 1; before > StartEdge; before--)
        {
            if (edges[before].End == length) continue;
            rests[before] = double.NegativeInfinity;
            for (var edge = firsts[edges[before].End]; edge < firsts[edges[before].End + 1]; edge++)
            {
                var bonus = edges[before].Word == 0 || edges[edge].Word == 0 ? 0 : graph.FindBonus(((uint)edges[before].Word << 16 | (uint)edges[edge].Word) * WordGraph.Hash) * (1 / 16.0);
                var weight = edges[edge].Weight + (edges[before].Word != 0 ? WordGraph.Backoff : 0) + bonus + rests[edge];
                rests[before] = Math.Max(rests[before], weight);
            }
        }
        return rests;
    }

    private static bool HasLonger(GraphScratch scratch, int edge, int count)
    {
        var start = scratch.Edges[edge].Start;
        while (++edge < count && scratch.Edges[edge].Start == start)
            if (scratch.Edges[edge].Kind is not (CandidateKind.Name or CandidateKind.ForeignName)) return true;
        return false;
    }
}
