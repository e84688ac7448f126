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
        var count = FindEdges(text + start, end - start, scratch);
        var first = FindPath(0, end - start, scratch);
        var edges = scratch.Edges;
        var chosen = new HashSet<int>();
        for (var edge = first; edge != 0; edge = edges[edge].Next) chosen.Add(edge);
        var (after, before) = FindBefore(scratch, end - start, count);
        var rests = FindRests(scratch, end - start, count);
        var (run, at) = (0, 0);
        for (var i = StartEdge + 1; i < count; i++)
        {
            while (scratch.Firsts[at + 1] <= i) at++;
            ref var edge = ref edges[i];
            var span = TextSpan.FromBounds(start + at, start + edge.End);
            const double Unit = WordGraph.Unit;
            candidates.Add(new WordCandidate(span, edge.Kind, edge.Weight / Unit, after[i] / Unit, (before[i] + after[i] + rests[i]) / Unit, chosen.Contains(i)));
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

    // For each edge the weight after the best edge before it, and what the best path to there weighs.
    private (long[] After, long[] Before) FindBefore(GraphScratch scratch, int length, int count)
    {
        var (edges, firsts) = (scratch.Edges, scratch.Firsts);
        var (after, before) = (new long[count], new long[count]);
        Array.Fill(before, long.MinValue / 2);
        before[StartEdge] = 0;
        for (var from = StartEdge; from < count; from++)
        {
            var at = from == StartEdge ? 0 : edges[from].End;
            if (at == length) continue;
            for (var to = firsts[at]; to < firsts[at + 1]; to++)
            {
                var weight = WeighAfter(edges[from], edges[to]);
                var path = before[from] + after[from];
                if (path + weight > before[to] + after[to]) (before[to], after[to]) = (path, weight);
            }
        }
        return (after, before);
    }

    // For each edge what its best path weighs after it. The cut itself leaves this undone for edges that have lost.
    private long[] FindRests(GraphScratch scratch, int length, int count)
    {
        var (edges, firsts) = (scratch.Edges, scratch.Firsts);
        var rests = new long[count];
        for (var from = count - 1; from > StartEdge; from--)
        {
            var at = edges[from].End;
            if (at == length) continue;
            rests[from] = long.MinValue;
            for (var to = firsts[at]; to < firsts[at + 1]; to++) rests[from] = Math.Max(rests[from], WeighAfter(edges[from], edges[to]) + rests[to]);
        }
        return rests;
    }

    private int WeighAfter(GraphEdge before, GraphEdge edge)
    {
        var bonus = before.Word == 0 || edge.Word == 0 ? 0 : (int)graph.FindBonus(((uint)before.Word << 16 | edge.Word) * WordGraph.Hash) * WordGraph.Sixteenth;
        return edge.Weight + (before.Word != 0 ? WordGraph.Backoff : 0) + bonus;
    }

    private static bool HasLonger(GraphScratch scratch, int edge, int end)
    {
        while (++edge < end)
            if (scratch.Edges[edge].Kind is not (CandidateKind.Name or CandidateKind.ForeignName)) return true;
        return false;
    }
}
