// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Segmentation;
using TextIndex.Storage;

namespace TextIndex.Benchmarks;

/// <summary>Raw text into an index on disk, segmentation included: speed, memory, size part by part, and one document more.</summary>
internal static class IndexingRun
{
    /// <summary>Runs and prints.</summary>
    /// <param name="corpus">A file of <see cref="CorpusFile"/>.</param>
    /// <param name="folder">Where the index is made; emptied before.</param>
    /// <param name="threads">How many threads add.</param>
    /// <param name="copies">How often the corpus is added, with other keys.</param>
    /// <param name="bufferMegabytes">Memory that may fill before a part is written.</param>
    /// <param name="merge">Merges into one index segment at the end; the time includes it.</param>
    public static int Run(string corpus, string folder, int threads, int copies, int bufferMegabytes, bool merge)
    {
        var documents = CorpusFile.Load(corpus);
        var bytes = documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text)) * copies;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var analyzer = new FieldAnalyzer(WordSegmenter.WordGraph);
        foreach (var document in documents.Take(2000)) analyzer.AnalyzeForIndex(document.Text);
        var analysis = Stopwatch.GetTimestamp();
        foreach (var document in documents) analyzer.AnalyzeForIndex(document.Text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"folding and cutting alone, one thread: {Stopwatch.GetElapsedTime(analysis).TotalSeconds:F1} s"));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var ownBefore = OwnMemory();
        long most = 0, mostOwn = 0;
        using var directory = IndexFolder.Open(folder, create: true);
        using var timer = new Timer(_ => (most, mostOwn) = (Math.Max(most, Process.GetCurrentProcess().WorkingSet64), Math.Max(mostOwn, OwnMemory())), null, 0, 20);
        var allocated = GC.GetTotalAllocatedBytes();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        using (var session = IndexSession.Open(directory, folder, analyzer, bufferMegabytes, []))
        {
            for (var copy = 0; copy < copies; copy++)
            {
                var suffix = copy == 0 ? "" : "#" + copy.ToString(CultureInfo.InvariantCulture);
                Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = threads },
                    document => session.Add(suffix.Length == 0 ? document : DocumentReader.Read(document.Key + suffix, document.Text)));
            }
            if (merge) session.Merge(1);
            session.Commit();
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{documents.Count * copies} documents, {bytes / 1e6:F1} MB of UTF-8, {threads} threads, buffer {bufferMegabytes} MB: {seconds:F1} s, {bytes / 1e6 / seconds:F1} MB/s, {processor.TotalSeconds:F1} s of processor, {allocated / documents.Count / copies} bytes allocated a document, working set +{(most - before) / 1e6:F0} MB, of which no mapped file +{(mostOwn - ownBefore) / 1e6:F0} MB"));
        using var snapshot = IndexSnapshot.Open(directory, folder, "");
        var sizes = IndexSizes.Read(snapshot);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index {sizes.Sum(part => part.Value) / 1e6:F1} MB = {100.0 * sizes.Sum(part => part.Value) / bytes:F1} % of the text"));
        foreach (var (part, size) in sizes) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part}: {size / 1e6:F2} MB, {100.0 * size / bytes:F2} %"));
        return 0;
    }

    // What the process holds that is no page of a mapped file, which the system takes back when it likes; 0 where the system does not tell.
    private static long OwnMemory()
    {
        const string Status = "/proc/self/status", Field = "RssAnon:";
        if (!File.Exists(Status)) return 0;
        var line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line[Field.Length..^2], CultureInfo.InvariantCulture);
    }
}
