// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Lac;

/// <summary>Finds the labels of a sentence: the best path through the scores and the transitions between labels (Viterbi).</summary>
internal static unsafe class LabelChain
{
    private const int Outputs = LacWeights.Outputs, LabelCount = LacWeights.LabelCount;

    /// <summary>Finds the best labels of one sentence of the scored batch; among equal ones the first.</summary>
    /// <param name="weights">The transitions.</param>
    /// <param name="scratch">The batch.</param>
    /// <param name="sentence">Which sentence of the batch.</param>
    /// <param name="labels">Receives a label a character; as long as the sentence.</param>
    public static void Decode(LacWeights weights, LacScratch scratch, int sentence, Span<byte> labels)
    {
        var start = weights.Transitions;
        var toEnd = start + Outputs;
        var between = toEnd + Outputs;
        var now = stackalloc float[2 * Outputs];
        var next = now + Outputs;
        var scores = Scores(scratch, 0, sentence);
        for (var j = 0; j < Outputs; j++) now[j] = start[j] + scores[j];
        for (var t = 1; t < labels.Length; t++)
        {
            Advance(now, between, Scores(scratch, t, sentence), next, scratch.From + t * Outputs);
            var free = now;                                       // pointers make no tuple
            now = next;
            next = free;
        }
        var best = 0;
        for (var j = 0; j < LabelCount; j++)
        {
            now[j] += toEnd[j];
            if (now[j] > now[best]) best = j;
        }
        for (var t = labels.Length - 1; ; t--)
        {
            labels[t] = (byte)best;
            if (t == 0) return;
            best = scratch.From[t * Outputs + best];
        }
    }

    private static float* Scores(LacScratch scratch, int step, int sentence) => (float*)scratch.Products + (scratch.Offsets[step] + sentence) * Outputs;

    // For every label the best one before it. The columns beyond the labels hold numbers that nothing reads.
    private static void Advance(float* now, float* between, float* scores, float* next, int* from)
    {
        for (var j = 0; j < Outputs; j += Vector<float>.Count)
        {
            var best = new Vector<float>(now[0]) + Vector.Load(between + j);
            var before = Vector<int>.Zero;
            for (var i = 1; i < LabelCount; i++)
            {
                var value = new Vector<float>(now[i]) + Vector.Load(between + i * Outputs + j);
                var better = Vector.GreaterThan(value, best);
                best = Vector.ConditionalSelect(better, value, best);
                before = Vector.ConditionalSelect(better, new Vector<int>(i), before);
            }
            Vector.Store(best + Vector.Load(scores + j), next + j);
            Vector.Store(before, from + j);
        }
    }
}
