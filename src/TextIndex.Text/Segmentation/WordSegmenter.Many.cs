// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using TextIndex.Documents;

namespace TextIndex.Segmentation;

public sealed partial class WordSegmenter
{
    // Code units in one piece of work: enough that handing it out costs nothing, little enough that no thread waits long for the last one.
    private const int UnitsAtOnce = 1 << 16;

    /// <summary>Cuts many texts into words on all processors.</summary>
    /// <param name="texts">The texts; they are not changed.</param>
    /// <returns>For each text, in the same order, what <see cref="Segment(string)"/> gives. The number of threads changes nothing but the time.</returns>
    /// <remarks>All results stay in memory, and the collector copies them while every thread waits: a process that cuts large batches gains most with server
    /// garbage collection (<c>ServerGarbageCollection</c> in the project file).</remarks>
    /// <example><code>
    /// var words = WordSegmenter.WordGraph.SegmentMany(["为人民服务", "实事求是"]);
    /// Console.WriteLine(words[1].Length);   // 1
    /// </code></example>
    public TextSpan[][] SegmentMany(IReadOnlyList<string> texts) => SegmentMany(texts, SegmentationMode.Accurate, Environment.ProcessorCount);

    /// <summary>Cuts many texts into words on several threads.</summary>
    /// <param name="texts">The texts; they are not changed.</param>
    /// <param name="mode">Which words.</param>
    /// <param name="threads">How many threads at most, at least 1.</param>
    /// <returns>For each text, in the same order, what <see cref="Segment(string, SegmentationMode)"/> gives.</returns>
    public TextSpan[][] SegmentMany(IReadOnlyList<string> texts, SegmentationMode mode, int threads)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        MaximumWords(0, mode);                   // throws for a mode that is none
        foreach (var text in texts) ArgumentNullException.ThrowIfNull(text, nameof(texts));
        var cut = new TextSpan[texts.Count][];
        var work = Partitioner.Create(PiecesOf(texts), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = threads }, static () => Array.Empty<TextSpan>(), (piece, _, words) =>
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                int count;
                while (!TrySegment(texts[i], words, mode, out count))
                    words = new TextSpan[Math.Max(2L * words.Length, Math.Min(MaximumWords(texts[i].Length, mode), 2L * texts[i].Length + 8))];
                cut[i] = words.AsSpan(0, count).ToArray();
            }
            return words;
        }, static _ => { });
        return cut;
    }

    private static IEnumerable<(int First, int End)> PiecesOf(IReadOnlyList<string> texts)
    {
        for (var first = 0; first < texts.Count;)
        {
            var end = first;
            for (var units = 0L; end < texts.Count && units < UnitsAtOnce; end++) units += texts[end].Length;
            yield return (first, end);
            first = end;
        }
    }
}
