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
    /// <remarks>The words of many texts share one array, which lives as long as any of them is held: copy what outlives the rest.</remarks>
    /// <example><code>
    /// var words = WordSegmenter.WordGraph.SegmentMany(["为人民服务", "实事求是"]);
    /// Console.WriteLine(words[1].Length);   // 1
    /// foreach (var word in words[0].Span) Console.WriteLine(word);
    /// </code></example>
    public ReadOnlyMemory<TextSpan>[] SegmentMany(IReadOnlyList<string> texts) => SegmentMany(texts, SegmentationMode.Accurate, Environment.ProcessorCount);

    /// <summary>Cuts many texts into words on several threads.</summary>
    /// <param name="texts">The texts; they are not changed.</param>
    /// <param name="mode">Which words.</param>
    /// <param name="threads">How many threads at most, at least 1.</param>
    /// <returns>For each text, in the same order, what <see cref="Segment(string, SegmentationMode)"/> gives.</returns>
    /// <inheritdoc cref="SegmentMany(IReadOnlyList{string})"/>
    public ReadOnlyMemory<TextSpan>[] SegmentMany(IReadOnlyList<string> texts, SegmentationMode mode, int threads)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        MaximumWords(0, mode);                   // throws for a mode that is none
        foreach (var text in texts) ArgumentNullException.ThrowIfNull(text, nameof(texts));
        var cut = new ReadOnlyMemory<TextSpan>[texts.Count];
        var work = Partitioner.Create(PiecesOf(texts), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = threads }, static () => new BatchRoom(), (piece, _, room) =>
        {
            CutPiece(texts, piece.First, cut.AsSpan(piece.First, piece.End - piece.First), mode, room);
            return room;
        }, static _ => { });
        return cut;
    }

    private sealed class BatchRoom
    {
        public TextSpan[] Words = [];
        public int[] Ends = [];

        public void MakeFor(long count)
        {
            if (count > Words.Length) Array.Resize(ref Words, (int)Math.Min(Math.Max(count, 2L * Words.Length), Array.MaxLength));
        }
    }

    // One array for all words of a piece: it is large enough that the collector leaves it where it is, while small ones, which all survive, would be copied
    // with every thread waiting (measured: two threads were then hardly faster than one).
    private void CutPiece(IReadOnlyList<string> texts, int first, Span<ReadOnlyMemory<TextSpan>> cut, SegmentationMode mode, BatchRoom room)
    {
        if (room.Ends.Length < cut.Length) room.Ends = new int[cut.Length];
        var used = 0;
        for (var i = 0; i < cut.Length; i++)
        {
            var text = texts[first + i];
            room.MakeFor((long)used + text.Length);
            int count;
            while (!TrySegment(text, room.Words.AsSpan(used), mode, out count)) room.MakeFor(room.Words.Length + 1L);
            room.Ends[i] = used += count;
        }
        var words = GC.AllocateUninitializedArray<TextSpan>(used);
        room.Words.AsSpan(0, used).CopyTo(words);
        for (var (i, start) = (0, 0); i < cut.Length; start = room.Ends[i++]) cut[i] = words.AsMemory(start, room.Ends[i] - start);
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
